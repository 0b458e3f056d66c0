package io.cerium.functions.catalyst;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import scala.Option;
import scala.Tuple2;
import scala.collection.Iterable;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/** Between Java's and Scala's collections: the one place for such conversions. */
public final class ScalaBridge {
  private ScalaBridge() {}

  /** An immutable copy of a list. */
  public static <T> Seq<T> toSeq(List<? extends T> list) {
    return JavaConverters.<T>asScalaBuffer(List.<T>copyOf(list)).toVector();
  }

  /** An immutable copy of a sequence. */
  public static <T> List<T> toList(Iterable<? extends T> sequence) {
    return List.copyOf(JavaConverters.asJavaCollection(sequence));
  }

  /**
   * The same option, pair or sequence with a change applied to all that it holds. Other values, and
   * those in which nothing changes, come back as they are.
   */
  public static Object map(Object holder, UnaryOperator<Object> change) {
    if (holder instanceof Option<?> option && option.isDefined()) {
      Object held = change.apply(option.get());
      return held == option.get() ? option : Option.apply(held);
    }
    if (holder instanceof Tuple2<?, ?> pair) {
      Object left = change.apply(pair._1());
      Object right = change.apply(pair._2());
      return left == pair._1() && right == pair._2() ? pair : new Tuple2<>(left, right);
    }
    if (holder instanceof Seq<?> sequence) {
      List<Object> copy = new ArrayList<>(sequence.size());
      boolean isChanged = false;
      for (Object held : JavaConverters.asJavaCollection(sequence)) {
        Object changed = change.apply(held);
        isChanged |= changed != held;
        copy.add(changed);
      }
      return isChanged ? JavaConverters.asScalaBuffer(copy).toList() : sequence;
    }
    return holder;
  }

  /** None for empty. */
  public static <T> Option<T> toOption(Optional<? extends T> optional) {
    return Option.apply(optional.orElse(null));
  }

  /** Empty for None. */
  public static <T> Optional<T> toOptional(Option<? extends T> option) {
    return Optional.ofNullable(option.isDefined() ? option.get() : null);
  }

  /** An immutable copy of a map. */
  @SuppressWarnings("unchecked")
  public static <K, V> scala.collection.immutable.Map<K, V> toMap(Map<K, V> map) {
    List<Tuple2<K, V>> entries =
        map.entrySet().stream().map(e -> new Tuple2<>(e.getKey(), e.getValue())).toList();
    return (scala.collection.immutable.Map<K, V>)
        scala.collection.immutable.Map$.MODULE$.apply(
            (Seq<Tuple2<K, V>>) JavaConverters.asScalaBuffer(entries).toVector());
  }
}

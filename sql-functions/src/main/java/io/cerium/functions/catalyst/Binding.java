package io.cerium.functions.catalyst;

import io.cerium.functions.catalog.Argument;
import io.cerium.functions.catalog.Overload;
import io.cerium.functions.catalog.SparkType;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.analysis.TypeCheckResult;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.types.AbstractDataType;
import org.apache.spark.sql.types.DataType;

/**
 * The form of a function that a call uses, and where its parameters find their values.
 *
 * @param overload the form
 * @param slots for each parameter the index of its argument, or {@link Slots#DEFAULT}
 * @param coercions for each argument how it gets to its parameter's type
 */
record Binding(Overload overload, List<Integer> slots, List<Coercion> coercions) {

  /**
   * Chooses the form whose types are nearest to those of the arguments.
   *
   * @param names of the arguments, empty for those by position; at least one form takes them
   * @param values resolved, as many
   */
  static Binding of(CallShape shape, List<Expression> values) {
    Binding best = null;
    for (Overload overload : shape.function().overloads()) {
      List<Integer> slots = Slots.find(overload.parameters(), shape.names()).orElse(null);
      if (slots != null) {
        Binding candidate = new Binding(overload, slots, coercions(overload, slots, values));
        best = best == null || candidate.isBetterThan(best) ? candidate : best;
      }
    }
    if (best == null) {
      throw new IllegalStateException("no form takes the arguments of " + shape);
    }
    return best;
  }

  private static List<Coercion> coercions(
      Overload overload, List<Integer> slots, List<Expression> values) {
    Coercion[] coercions = new Coercion[values.size()];
    for (int i = 0; i < slots.size(); i++) {
      int slot = slots.get(i);
      if (slot != Slots.DEFAULT) {
        coercions[slot] = Coercion.of(values.get(slot), overload.parameters().get(i).type());
      }
    }
    return List.of(coercions);
  }

  /** Cheaper, or as cheap with narrower types: a SMALLINT becomes INT rather than DOUBLE. */
  private boolean isBetterThan(Binding other) {
    if (cost() != other.cost()) {
      return cost() < other.cost();
    }
    for (int i = 0; i < coercions.size(); i++) {
      DataType wider = other.parameter(i).type().dataType();
      if (!Cast.canUpCast(parameter(i).type().dataType(), wider)) {
        return false;
      }
    }
    return true;
  }

  private int cost() {
    return coercions.stream().mapToInt(Coercion::cost).sum();
  }

  /** The parameter that an argument goes to. */
  Argument parameter(int argument) {
    return overload.parameters().get(slots.indexOf(argument));
  }

  /** What Spark shall cast the arguments to; their own types where no cast is needed or allowed. */
  List<AbstractDataType> inputTypes(List<Expression> values) {
    List<AbstractDataType> types = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      boolean stays = coercions.get(i) == Coercion.NONE || coercions.get(i) == Coercion.REFUSED;
      types.add(stays ? values.get(i).dataType() : parameter(i).type().dataType());
    }
    return types;
  }

  /**
   * Whether the arguments, after Spark's casts, have the types of the parameters.
   *
   * @param offset what to add to the index of an argument to get its number in the call
   */
  TypeCheckResult check(CallShape shape, List<Expression> values, int offset) {
    for (int i = 0; i < values.size(); i++) {
      if (coercions.get(i) != Coercion.NONE) {
        return TypeMismatch.of(
            shape.function(), parameter(i), offset + slots.indexOf(i), values.get(i));
      }
    }
    return TypeMismatch.NONE;
  }

  /** The types of the parameters. */
  List<SparkType> types() {
    return overload.parameters().stream().map(Argument::type).toList();
  }
}

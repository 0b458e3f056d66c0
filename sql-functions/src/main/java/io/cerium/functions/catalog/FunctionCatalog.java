package io.cerium.functions.catalog;

import io.cerium.functions.spi.FunctionContract;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry;
import org.apache.spark.sql.catalyst.expressions.Expression;
import scala.Function1;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/**
 * All functions. Nothing lists them by hand: the annotation processor of {@code @AutoService}
 * writes the list from the classes.
 */
public final class FunctionCatalog {
  private static final List<FunctionDescriptor> ALL = load();

  private FunctionCatalog() {}

  /** The functions, in the order of their names. */
  public static List<FunctionDescriptor> all() {
    return ALL;
  }

  private static List<FunctionDescriptor> load() {
    return ServiceLoader.load(FunctionContract.class, FunctionCatalog.class.getClassLoader())
        .stream()
        .map(provider -> FunctionReader.read(provider.get()))
        .sorted(Comparator.comparing(FunctionDescriptor::name))
        .toList();
  }

  /** The function of a name or alias, in any letter case. */
  public static Optional<FunctionDescriptor> find(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return all().stream().filter(f -> f.names().contains(lower)).findFirst();
  }

  /**
   * Registers all names with Spark. A name that the running Spark has itself stays Spark's.
   *
   * <p>They go among Spark's built-in functions, of which every session gets a copy: what an
   * extension injects counts as temporary, and a view that is stored must not call such a function.
   *
   * @param calls makes the expressions
   */
  public static synchronized void register(CallBuilder calls) {
    for (FunctionDescriptor function : all()) {
      for (String name : function.names()) {
        FunctionIdentifier identifier = new FunctionIdentifier(name);
        if (!FunctionRegistry.builtin().functionExists(identifier)) {
          Function1<Seq<Expression>, Expression> builder =
              arguments -> calls.build(function, JavaConverters.seqAsJavaList(arguments));
          FunctionRegistry.builtin()
              .registerFunction(identifier, FunctionInfo.of(function, name), builder);
        }
      }
    }
  }
}

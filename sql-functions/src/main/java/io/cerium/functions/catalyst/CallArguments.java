package io.cerium.functions.catalyst;

import io.cerium.functions.catalog.Argument;
import io.cerium.functions.catalog.FunctionDescriptor;
import io.cerium.functions.catalog.Overload;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.SparkBuildInfo;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.NamedArgumentExpression;
import org.apache.spark.sql.errors.QueryCompilationErrors;

/**
 * The arguments of a call as typed.
 *
 * @param names what stands before {@code =>}, in lower case; empty for arguments by position, which
 *     come first
 * @param values as many
 */
record CallArguments(List<String> names, List<Expression> values) {

  /**
   * Reads the arguments and checks that at least one form of the function takes them.
   *
   * @throws RuntimeException Spark's own error for a call of the wrong form
   */
  static CallArguments of(FunctionDescriptor function, List<Expression> given) {
    List<String> names = new ArrayList<>();
    List<Expression> values = new ArrayList<>();
    String lastNamed = "";
    for (Expression expression : given) {
      if (expression instanceof NamedArgumentExpression named) {
        lastNamed = named.key().toLowerCase(Locale.ROOT);
        if (names.contains(lastNamed)) {
          throw raise(
              QueryCompilationErrors.doubleNamedArgumentReference(function.name(), lastNamed));
        }
        names.add(lastNamed);
        values.add(named.value());
      } else if (lastNamed.isEmpty()) {
        names.add("");
        values.add(expression);
      } else {
        throw raise(
            QueryCompilationErrors.unexpectedPositionalArgument(function.name(), lastNamed));
      }
    }
    CallArguments arguments = new CallArguments(List.copyOf(names), List.copyOf(values));
    arguments.check(function);
    return arguments;
  }

  /** The same arguments, the one for the first parameter put first where it was given by name. */
  CallArguments startingWith(String parameter) {
    int index = names.indexOf(parameter);
    if (index < 0) {
      return this;
    }
    List<String> orderedNames = new ArrayList<>(names);
    List<Expression> orderedValues = new ArrayList<>(values);
    orderedNames.add(0, orderedNames.remove(index));
    orderedValues.add(0, orderedValues.remove(index));
    return new CallArguments(orderedNames, orderedValues);
  }

  private void check(FunctionDescriptor function) {
    List<String> known =
        function.overloads().stream()
            .flatMap(o -> o.arguments().stream())
            .map(Argument::name)
            .distinct()
            .toList();
    for (String name : names) {
      if (!name.isEmpty() && !known.contains(name)) {
        throw raise(
            QueryCompilationErrors.unrecognizedParameterName(
                function.name(), name, ScalaBridge.toSeq(known)));
      }
    }
    if (function.overloads().stream()
        .noneMatch(o -> Slots.find(o.arguments(), names).isPresent())) {
      throw wrongForm(function);
    }
  }

  private RuntimeException wrongForm(FunctionDescriptor function) {
    int positional = (int) names.stream().filter(String::isEmpty).count();
    List<String> named = names.subList(positional, names.size());
    for (Overload overload : named.isEmpty() ? List.<Overload>of() : function.overloads()) {
      List<String> expected = overload.arguments().stream().map(Argument::name).toList();
      if (names.size() > expected.size() || !expected.containsAll(named)) {
        continue;
      }
      for (int i = 0; i < expected.size(); i++) {
        String name = expected.get(i);
        if (i < positional && named.contains(name)) {
          return raise(
              QueryCompilationErrors.positionalAndNamedArgumentDoubleReference(
                  function.name(), name));
        }
        if (i >= positional && !named.contains(name) && overload.arguments().get(i).isRequired()) {
          return raise(QueryCompilationErrors.requiredParameterNotFound(function.name(), name, i));
        }
      }
    }
    return raise(
        new AnalysisException(
            "WRONG_NUM_ARGS.WITHOUT_SUGGESTION",
            ScalaBridge.toMap(
                Map.of(
                    "functionName",
                    "`" + function.name() + "`",
                    "expectedNum",
                    expectedNumber(function) + ", as in " + function.shortText() + ",",
                    "actualNum",
                    Integer.toString(names.size()),
                    "docroot",
                    SparkBuildInfo.spark_doc_root()))));
  }

  private static String expectedNumber(FunctionDescriptor function) {
    IntSummaryStatistics counts =
        function.overloads().stream()
            .flatMapToInt(
                o ->
                    IntStream.of(
                        (int) o.arguments().stream().filter(Argument::isRequired).count(),
                        o.arguments().size()))
            .summaryStatistics();
    return counts.getMin() == counts.getMax()
        ? Integer.toString(counts.getMin())
        : counts.getMin() + " to " + counts.getMax();
  }

  private static RuntimeException raise(Throwable error) {
    return SqlErrors.unchecked((Exception) error);
  }
}

package io.cerium.functions.catalog;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.catalyst.expressions.ExpressionInfo;

/** What {@code DESCRIBE FUNCTION} shows, laid out as for Spark's own functions. */
final class FunctionInfo {
  private static final String GROUP = "misc_funcs";
  private static final String SOURCE = "built-in";

  private FunctionInfo() {}

  static ExpressionInfo of(FunctionDescriptor function, String name) {
    return new ExpressionInfo(
        function.contract().getName(),
        null,
        name,
        usage(function, name),
        arguments(function),
        examples(function),
        function.note().isEmpty() ? "" : "\n    " + function.note() + "\n  ",
        GROUP,
        function.since(),
        "",
        SOURCE);
  }

  private static String usage(FunctionDescriptor function, String name) {
    StringBuilder usage = new StringBuilder("\n");
    for (Overload overload : function.overloads()) {
      usage.append("    ").append(overload.text(name)).append("\n");
    }
    usage.append("      ").append(function.summary()).append("\n");
    return usage.append("      Returns: ").append(function.returns()).append("\n").toString();
  }

  private static String arguments(FunctionDescriptor function) {
    Map<String, Argument> arguments = argumentsByName(function);
    StringBuilder text = new StringBuilder("\n    Arguments:\n");
    for (Argument argument : arguments.values()) {
      text.append("      * ").append(argument.name());
      argument.typeText().ifPresent(type -> text.append(" ").append(type));
      String doc = argument.docWithCandidates();
      text.append(" - ").append(doc);
      if (!argument.isRequired()) {
        text.append(doc.endsWith(".") ? " Default: " : "; default: ").append(argument.defaultSql());
      }
      text.append("\n");
    }
    return arguments.isEmpty() ? "" : text.toString();
  }

  /** The arguments of all forms, each name once, in the order of the first form that has it. */
  static Map<String, Argument> argumentsByName(FunctionDescriptor function) {
    Map<String, Argument> arguments = new LinkedHashMap<>();
    for (Overload overload : function.overloads()) {
      overload.arguments().forEach(a -> arguments.putIfAbsent(a.name(), a));
    }
    return arguments;
  }

  private static String examples(FunctionDescriptor function) {
    StringBuilder text = new StringBuilder("\n    Examples:\n");
    for (FunctionDescriptor.ExampleText example : function.examples()) {
      text.append("      > ").append(example.sql()).append(";\n");
      example.result().lines().forEach(line -> text.append("       ").append(line).append("\n"));
    }
    return text.append("  ").toString();
  }
}

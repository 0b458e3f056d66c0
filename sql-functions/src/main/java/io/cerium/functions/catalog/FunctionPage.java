package io.cerium.functions.catalog;

import java.util.Collection;
import java.util.stream.Collectors;

/** A function's page in {@code docs/functions/}, as Markdown, made from its descriptor alone. */
public final class FunctionPage {
  private FunctionPage() {}

  /** The name of the page's file. */
  public static String fileName(FunctionDescriptor function) {
    return function.name() + ".md";
  }

  /** The whole page. */
  public static String of(FunctionDescriptor function) {
    StringBuilder page = new StringBuilder("# ").append(function.name()).append("\n\n");
    page.append(function.summary()).append("\n\n```\n");
    function.overloads().forEach(o -> page.append(o.text(function.name())).append("\n"));
    page.append("```\n\n");
    Collection<Argument> arguments = FunctionInfo.argumentsByName(function).values();
    if (!arguments.isEmpty()) {
      page.append("| argument | type | what it is | default |\n|---|---|---|---|\n");
      arguments.forEach(a -> page.append(row(a)));
      page.append("\n");
    }
    page.append("Returns: ").append(function.returns()).append("\n\n");
    if (!function.examples().isEmpty()) {
      page.append("## Examples\n\n");
      function.examples().forEach(e -> page.append(example(e)));
    }
    if (!function.note().isEmpty()) {
      page.append("## Note\n\n").append(function.note()).append("\n\n");
    }
    if (!function.aliases().isEmpty()) {
      page.append("Other names: ").append(names(function)).append(".\n\n");
    }
    page.append("In the chapter ").append(function.group().title());
    return page.append(", since ").append(function.since()).append(".\n").toString();
  }

  private static String names(FunctionDescriptor function) {
    return function.aliases().stream().map(a -> "`" + a + "`").collect(Collectors.joining(", "));
  }

  private static String row(Argument argument) {
    return "| `%s` | %s | %s | %s |\n"
        .formatted(
            argument.name(),
            argument.typeText().orElse(""),
            cell(argument.docWithCandidates()),
            argument.isRequired() ? "" : "`" + cell(argument.defaultSql()) + "`");
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }

  private static String example(FunctionDescriptor.ExampleText example) {
    return "```sql\n" + example.sql() + ";\n```\n\n```\n" + example.result() + "\n```\n\n";
  }
}

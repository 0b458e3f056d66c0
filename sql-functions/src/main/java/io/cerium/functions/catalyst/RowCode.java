package io.cerium.functions.catalyst;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.codegen.CodeBlock;
import org.apache.spark.sql.catalyst.expressions.codegen.CodeGenerator;
import org.apache.spark.sql.catalyst.expressions.codegen.CodegenContext;
import org.apache.spark.sql.catalyst.expressions.codegen.ExprCode;
import org.apache.spark.sql.catalyst.expressions.codegen.JavaCode;
import org.apache.spark.sql.types.DataType;

/** Writes generated Java: text, with the code of expressions between. */
final class RowCode {
  private final List<String> parts = new ArrayList<>();
  private final List<JavaCode> inputs = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  /** Adds text, in the order of a format string. */
  RowCode add(String format, Object... values) {
    text.append(String.format(java.util.Locale.ROOT, format, values)).append('\n');
    return this;
  }

  /** Adds another expression's code. */
  RowCode add(ExprCode code) {
    parts.add(text.toString());
    text.setLength(0);
    inputs.add(code.code());
    return this;
  }

  /** The code of an expression that leaves its value in {@code target}'s variables. */
  ExprCode into(ExprCode target) {
    parts.add(text.toString());
    return target.copy(
        new CodeBlock(ScalaBridge.toSeq(parts), ScalaBridge.toSeq(inputs)),
        target.isNull(),
        target.value());
  }

  /** Declares {@code target}'s variables, NULL at first. */
  static RowCode declaring(ExprCode target, DataType type) {
    return new RowCode()
        .add("boolean %s = true;", target.isNull())
        .add(
            "%s %s = %s;",
            CodeGenerator.javaType(type), target.value(), CodeGenerator.defaultValue(type, false));
  }

  /** An object of the plan, as a term of the generated code. */
  static String reference(CodegenContext context, Object object, Class<?> type) {
    return context.addReferenceObj("cerium", object, type.getCanonicalName());
  }

  /** A value as an object, null for NULL. */
  static String boxed(ExprCode code, Expression expression) {
    return String.format(
        java.util.Locale.ROOT,
        "(%s ? null : (%s) %s)",
        code.isNull(),
        CodeGenerator.boxedType(expression.dataType()),
        code.value());
  }
}

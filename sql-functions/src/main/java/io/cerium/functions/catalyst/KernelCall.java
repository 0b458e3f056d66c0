package io.cerium.functions.catalyst;

import io.cerium.engine.error.CeriumException;
import io.cerium.functions.catalog.SparkType;
import io.cerium.functions.catalog.StaticMethod;
import io.cerium.functions.spi.SqlFunction.OnFailure;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.analysis.TypeCheckResult;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.codegen.CodeGenerator;
import org.apache.spark.sql.catalyst.expressions.codegen.CodegenContext;
import org.apache.spark.sql.catalyst.expressions.codegen.ExprCode;
import org.apache.spark.sql.types.AbstractDataType;
import org.apache.spark.sql.types.DataType;
import scala.collection.Seq;

/** A call of a scalar function: generated code calls its static method. */
public final class KernelCall extends RowCall {
  private static final long serialVersionUID = 1L;

  private final CallShape shape;
  private transient volatile Bound bound;

  /** The form that is called, and how its parameters are made. */
  private record Bound(Binding binding, ArgumentReader reader) {
    StaticMethod method() {
      return binding.overload().method();
    }

    SparkType returns() {
      return binding.overload().returns();
    }
  }

  public KernelCall(CallShape shape, Seq<Expression> children) {
    super(children);
    this.shape = shape;
  }

  @Override
  KernelCall withValues(Seq<Expression> values) {
    return new KernelCall(shape, values);
  }

  private Bound bound() {
    Bound found = bound;
    if (found == null) {
      Binding binding = Binding.of(shape, values());
      found = new Bound(binding, new ArgumentReader(shape, binding, values()));
      bound = found;
    }
    return found;
  }

  @Override
  public Seq<AbstractDataType> inputTypes() {
    return ScalaBridge.toSeq(Binding.of(shape, values()).inputTypes(values()));
  }

  @Override
  public TypeCheckResult checkInputDataTypes() {
    TypeCheckResult result = Binding.of(shape, values()).check(shape, values(), 0);
    return result.isSuccess() ? check(this::bound) : result;
  }

  @Override
  public DataType dataType() {
    return bound().returns().dataType();
  }

  @Override
  public String prettyName() {
    return shape.function().name();
  }

  @Override
  String text(List<String> values) {
    return shape.text(List.of(), values);
  }

  @Override
  public Object eval(InternalRow row) {
    Object[] values = new Object[children().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = children().apply(i).eval(row);
      if (values[i] == null) {
        return null;
      }
    }
    try {
      List<Object> parameters = bound().reader().read(values, 0);
      Object result = parameters == null ? null : bound().method().call(parameters);
      return result == null ? null : bound().returns().toCatalyst(result);
    } catch (CeriumException e) {
      return failed(e);
    }
  }

  /** For generated code: one parameter of the method from Catalyst's value; null for NULL. */
  public Object parameter(int index, Object value) {
    return bound().reader().parameter(index, value);
  }

  /** For generated code: Catalyst's value of the method's result. */
  public Object result(Object value) {
    return bound().returns().toCatalyst(value);
  }

  /** For generated code: NULL where the function promises it, else the error. */
  public Object failed(CeriumException error) {
    return RowFailure.resolve(shape.function(), error);
  }

  @Override
  public ExprCode doGenCode(CodegenContext context, ExprCode target) {
    RowCode code = RowCode.declaring(target, dataType());
    List<ExprCode> values = new ArrayList<>();
    for (Expression child : values()) {
      ExprCode value = child.genCode(context);
      code.add(value).add("if (!%s) {", value.isNull());
      values.add(value);
    }
    String self = RowCode.reference(context, this, KernelCall.class);
    boolean isTried = shape.function().onFailure() == OnFailure.NULL;
    code.add(isTried ? "try {" : "{");
    addCall(context, code, self, values, target);
    code.add("}");
    if (isTried) {
      code.add("catch (%s e) { %s.failed(e); }", CeriumException.class.getName(), self);
    }
    values.forEach(value -> code.add("}"));
    return code.into(target);
  }

  private void addCall(
      CodegenContext context, RowCode code, String self, List<ExprCode> values, ExprCode target) {
    List<String> parameters = new ArrayList<>();
    int opened = 0;
    for (int i = 0; i < bound().method().parameterTypes().size(); i++) {
      Class<?> type = bound().method().parameterTypes().get(i);
      Object constant = bound().reader().constant(i);
      if (constant != null) {
        String term =
            RowCode.reference(context, constant, MethodType.methodType(type).wrap().returnType());
        parameters.add(type.isPrimitive() ? term + "." + type + "Value()" : term);
      } else if (type.isPrimitive()) {
        parameters.add(values.get(bound().binding().slots().get(i)).value().toString());
      } else {
        String name = context.freshName("parameter");
        String value = values.get(bound().binding().slots().get(i)).value().toString();
        code.add(
                "%1$s %2$s = (%1$s) %3$s.parameter(%4$d, %5$s);",
                type.getCanonicalName(), name, self, i, value)
            .add("if (%s != null) {", name);
        parameters.add(name);
        opened++;
      }
    }
    String call = bound().method().sourceName() + "(" + String.join(", ", parameters) + ")";
    if (bound().method().returnType().isPrimitive()) {
      code.add("%s = %s;", target.value(), call).add("%s = false;", target.isNull());
    } else {
      String result = context.freshName("result");
      code.add("Object %s = %s;", result, call)
          .add("if (%s != null) {", result)
          .add(
              "%s = (%s) %s.result(%s);",
              target.value(), CodeGenerator.boxedType(dataType()), self, result)
          .add("%s = false;", target.isNull())
          .add("}");
    }
    code.add("}".repeat(opened));
  }

  @Override
  public int productArity() {
    return 2;
  }

  @Override
  public Object productElement(int index) {
    return index == 0 ? shape : children();
  }
}

package io.cerium.functions.catalyst;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.functions.catalog.Argument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.EvalMode;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;
import org.apache.spark.sql.types.DataType;

/**
 * Makes a method's parameters from a call's values. Constants are made once. Immutable, safe for
 * all threads.
 */
final class ArgumentReader {
  private final CallShape shape;
  private final Binding binding;
  private final DataType[] types;
  private final Object[] constants;
  private final boolean isConstant;
  private final boolean isNull;

  /**
   * @throws CeriumException ARGUMENT_INVALID for a constant that is none of the candidates
   */
  ArgumentReader(CallShape shape, Binding binding, List<Expression> values) {
    this.shape = shape;
    this.binding = binding;
    this.types = new DataType[binding.slots().size()];
    this.constants = new Object[types.length];
    boolean allConstant = true;
    boolean anyNull = false;
    for (int i = 0; i < types.length; i++) {
      int slot = binding.slots().get(i);
      Expression value = slot == Slots.DEFAULT ? defaultValue(argument(i)) : values.get(slot);
      types[i] = value.dataType();
      if (value.foldable()) {
        Object constant = value.eval(null);
        constants[i] = constant == null ? null : parameter(i, constant);
        anyNull |= constants[i] == null;
      } else {
        allConstant = false;
      }
    }
    isConstant = allConstant;
    isNull = anyNull;
  }

  /** Whether all rows have the same values. */
  boolean isConstant() {
    return isConstant;
  }

  /**
   * The parameters for one row.
   *
   * @param values of all of the call's arguments, from {@code start}
   * @return null if one of them is NULL
   * @throws CeriumException ARGUMENT_INVALID for a value that is none of the candidates
   */
  List<Object> read(Object[] values, int start) {
    if (isNull) {
      return null;
    }
    List<Object> parameters = new ArrayList<>(constants.length);
    for (int i = 0; i < constants.length; i++) {
      Object parameter = constants[i];
      if (parameter == null) {
        Object value = values[start + binding.slots().get(i)];
        parameter = value == null ? null : parameter(i, value);
        if (parameter == null) {
          return null;
        }
      }
      parameters.add(parameter);
    }
    return parameters;
  }

  /** The parameter that all rows have, or null if they differ in it. */
  Object constant(int index) {
    return constants[index];
  }

  /** One parameter from Catalyst's value. */
  Object parameter(int index, Object value) {
    try {
      return argument(index).type().toJava(value, types[index]);
    } catch (IllegalArgumentException e) {
      throw CeriumException.causedBy(
          e,
          ErrorCode.ARGUMENT_INVALID,
          "argument",
          argument(index).name(),
          "function",
          shape.function().name(),
          "problem",
          "cannot be '" + value + "'",
          "remedy",
          "It takes: '" + String.join("', '", argument(index).type().candidates()) + "'.");
    }
  }

  private Argument argument(int index) {
    return binding.overload().parameters().get(index);
  }

  private static Expression defaultValue(Argument parameter) {
    Expression literal = CatalystSqlParser$.MODULE$.parseExpression(parameter.defaultSql());
    DataType type = parameter.type().dataType();
    return new Cast(literal, type, ScalaBridge.toOption(Optional.empty()), EvalMode.ANSI());
  }
}

package io.cerium.functions.catalyst;

import io.cerium.functions.catalog.SparkType;
import java.util.Optional;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.EvalMode;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.StringType;

/**
 * Which implicit casts a call may make: none that loses something in silence. Numbers widen, all
 * values may become text, and a constant may be cast where its value stays the same.
 */
enum Coercion {
  /** Taken as it is. */
  NONE(0),
  /** A cast that keeps the value. */
  WIDENED(1),
  /** A constant of another type that has the same value in the wanted one. */
  CONSTANT(2),
  /** Any value as text: last, so that it never hides a better form. */
  TEXT(3),
  /** Not allowed. */
  REFUSED(1000);

  private final int cost;

  Coercion(int cost) {
    this.cost = cost;
  }

  /** The lower the better, when forms of a function compete. */
  int cost() {
    return cost;
  }

  /**
   * How a value gets to a type.
   *
   * @param value resolved
   */
  static Coercion of(Expression value, SparkType wanted) {
    DataType from = value.dataType();
    DataType to = wanted.dataType();
    if (wanted.accepts(from)) {
      return NONE;
    } else if (from instanceof NullType) {
      return WIDENED;
    } else if (to instanceof StringType) {
      return Cast.canUpCast(from, to) ? TEXT : REFUSED;
    } else if (Cast.canUpCast(withoutDecimals(from), to)) {
      return WIDENED;
    }
    return value.foldable() && keepsValue(value, to) ? CONSTANT : REFUSED;
  }

  /** Decimals, which is what {@code 0.5} is to Spark, are read as DOUBLE. */
  private static DataType withoutDecimals(DataType type) {
    if (type instanceof DecimalType) {
      return DataTypes.DoubleType;
    } else if (type instanceof ArrayType array) {
      return DataTypes.createArrayType(withoutDecimals(array.elementType()), array.containsNull());
    }
    return type;
  }

  private static boolean keepsValue(Expression constant, DataType to) {
    DataType from = constant.dataType();
    if (!Cast.canCast(from, to) || !Cast.canCast(to, from)) {
      return false;
    }
    Object before = constant.eval(null);
    Object after = cast(cast(constant, to), from).eval(null);
    return before == null || before.equals(after);
  }

  private static Expression cast(Expression value, DataType to) {
    return new Cast(
        value,
        to,
        ScalaBridge.toOption(Optional.of(SQLConf.get().sessionLocalTimeZone())),
        EvalMode.LEGACY());
  }
}

package io.cerium.functions.catalyst;

import io.cerium.engine.error.CeriumException;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.catalyst.analysis.TypeCheckResult;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.ImplicitCastInputTypes;
import scala.collection.IndexedSeq;
import scala.collection.Seq;

/** A call that is computed row by row, from its children's values: NULL where one is NULL. */
abstract class RowCall extends Expression implements ImplicitCastInputTypes, Serializable {
  private static final long serialVersionUID = 1L;

  private final Seq<Expression> children;

  RowCall(Seq<Expression> children) {
    this.children = children;
  }

  @Override
  public final Seq<Expression> children() {
    return children;
  }

  /** The children as Java's list. */
  final List<Expression> values() {
    return ScalaBridge.toList(children);
  }

  /** The same call of other values. */
  abstract RowCall withValues(Seq<Expression> values);

  /** The call as text, from the texts of its children. */
  abstract String text(List<String> values);

  /** Looks at what is constant; a refusal becomes an error of analysis that tells its place. */
  final TypeCheckResult check(Runnable step) {
    try {
      step.run();
      return TypeMismatch.NONE;
    } catch (CeriumException e) {
      throw SqlErrors.unchecked(SqlErrors.toAnalysis(e, origin()));
    }
  }

  @Override
  public final Expression withNewChildrenInternal(IndexedSeq<Expression> newChildren) {
    return withValues(newChildren);
  }

  @Override
  public final boolean nullable() {
    return true;
  }

  @Override
  public final boolean foldable() {
    return deterministic() && values().stream().allMatch(Expression::foldable);
  }

  @Override
  public final String sql() {
    return text(values().stream().map(Expression::sql).toList());
  }

  @Override
  public final String toString() {
    return text(values().stream().map(Expression::toString).toList());
  }

  @Override
  public final boolean canEqual(Object other) {
    return other != null && other.getClass() == getClass();
  }

  @Override
  public final boolean equals(Object other) {
    if (!canEqual(other)) {
      return false;
    }
    RowCall that = (RowCall) other;
    for (int i = 0; i < productArity(); i++) {
      if (!Objects.equals(productElement(i), that.productElement(i))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public final int hashCode() {
    int hash = getClass().hashCode();
    for (int i = 0; i < productArity(); i++) {
      hash = 31 * hash + Objects.hashCode(productElement(i));
    }
    return hash;
  }
}

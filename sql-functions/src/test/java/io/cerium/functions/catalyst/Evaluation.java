package io.cerium.functions.catalyst;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerium.engine.error.CeriumException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.BindReferences;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.catalyst.expressions.codegen.GenerateUnsafeProjection;
import org.apache.spark.sql.catalyst.expressions.package$;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.types.DataType;

/** One expression over the rows below it, computed in each of Spark's ways. */
final class Evaluation {
  private final Expression expression;
  private final LogicalPlan below;
  private final List<InternalRow> rows;

  /**
   * @param sql {@code SELECT <expression> FROM ...}
   */
  Evaluation(String sql) {
    Dataset<Row> query =
        LocalSpark.session().sql(sql.replace("FROM photos", "FROM global_temp.photos"));
    Project project = (Project) query.queryExecution().analyzed();
    expression = ((Alias) project.projectList().head()).child();
    below = project.child();
    rows =
        Arrays.stream(
                (InternalRow[])
                    Dataset.ofRows(LocalSpark.session(), below)
                        .queryExecution()
                        .executedPlan()
                        .executeCollect())
            .toList();
  }

  Expression expression() {
    return expression;
  }

  /** The values as text, or the message of the row's error; interpreted and generated agree. */
  List<String> of(Expression computed) {
    Expression bound =
        BindReferences.bindReference(
            computed, package$.MODULE$.AttributeSeq(below.output()), false);
    UnsafeProjection projection =
        (UnsafeProjection) GenerateUnsafeProjection.generate(ScalaBridge.toSeq(List.of(bound)));
    List<String> values = new ArrayList<>();
    for (InternalRow row : rows) {
      String interpreted = text(() -> bound.eval(row), bound.dataType());
      String generated =
          text(
              () -> {
                InternalRow result = projection.apply(row);
                return result.isNullAt(0) ? null : result.get(0, bound.dataType());
              },
              bound.dataType());
      assertThat(generated).as("generated code, of " + bound).isEqualTo(interpreted);
      values.add(interpreted);
    }
    return values;
  }

  private static String text(Supplier<Object> step, DataType type) {
    try {
      Object value = step.get();
      return value == null ? "NULL" : text(value, type);
    } catch (CeriumException e) {
      return e.getMessage();
    }
  }

  private static String text(Object value, DataType type) {
    if (value instanceof byte[] bytes) {
      return bytes.length + " bytes, " + Arrays.hashCode(bytes);
    } else if (value instanceof InternalRow row
        && type instanceof org.apache.spark.sql.types.StructType struct) {
      List<String> fields = new ArrayList<>();
      for (int i = 0; i < struct.size(); i++) {
        DataType fieldType = struct.fields()[i].dataType();
        fields.add(row.isNullAt(i) ? "NULL" : text(row.get(i, fieldType), fieldType));
      }
      return fields.toString();
    }
    return value.toString();
  }
}

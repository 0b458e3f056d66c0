package io.cerium.catalyst.statement;

import io.cerium.engine.error.CeriumException;
import io.cerium.functions.model.ModelOption;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * Labels in a table or view, since the order of a table's rows is seldom certain: either one column
 * of labels in rows of a {@link CertainOrder}, or a column with the number of the class and one
 * with its label, in any order of rows.
 *
 * @param name as typed
 */
record LabelTable(String name, Dataset<Row> rows) {
  private static final int MOST_ROWS = 1_000_000;

  private static final Set<DataType> INTEGERS =
      Set.of(DataTypes.ByteType, DataTypes.ShortType, DataTypes.IntegerType, DataTypes.LongType);

  private static final String NUMBERED =
      "Give two columns, the number of the class from 0 on and its label";

  /**
   * One a class, in the order of the model's output.
   *
   * @throws CeriumException MODEL_OPTION_INVALID if the order is not certain, a label is NULL, or
   *     the numbers have gaps or doubles
   */
  List<String> labels() {
    return switch (rows.columns().length) {
      case 1 -> ordered();
      case 2 -> numbered();
      default ->
          throw refused(
              "which has " + rows.columns().length + " columns",
              NUMBERED + ", or one column of labels in a view that ends in ORDER BY.");
    };
  }

  private List<String> ordered() {
    if (!CertainOrder.of(rows)) {
      throw refused(
          "whose rows have no certain order", NUMBERED + ", or name a view that ends in ORDER BY.");
    }
    List<Row> read = read(text(0));
    return read.stream().map(row -> label(row, 0)).toList();
  }

  private List<String> numbered() {
    if (!INTEGERS.contains(rows.schema().fields()[0].dataType())) {
      throw refused("whose first of two columns holds no integers", NUMBERED + ", in this order.");
    }
    List<Row> read = read(column(0).cast(DataTypes.LongType), text(1));
    String[] labels = new String[read.size()];
    for (Row row : read) {
      long number = row.isNullAt(0) ? -1 : row.getLong(0);
      boolean isClass = number >= 0 && number < labels.length;
      if (!isClass || labels[(int) number] != null) {
        String given = row.isNullAt(0) ? "NULL" : Long.toString(number);
        String last = Integer.toString(labels.length - 1);
        throw refused(
            "where the number " + given + (isClass ? " stands twice" : " is none of 0 to " + last),
            "Number its " + labels.length + " rows from 0 on, without gaps and doubles.");
      }
      labels[(int) number] = label(row, 1);
    }
    return Arrays.asList(labels);
  }

  private List<Row> read(Column... columns) {
    List<Row> read = rows.select(columns).limit(MOST_ROWS + 1).collectAsList();
    if (read.size() > MOST_ROWS) {
      throw refused("which has more than " + MOST_ROWS + " rows", "Give one row for each class.");
    }
    return read;
  }

  private Column column(int index) {
    return functions.col("`" + rows.columns()[index].replace("`", "``") + "`");
  }

  private Column text(int index) {
    return column(index).cast(DataTypes.StringType);
  }

  private String label(Row row, int index) {
    if (row.isNullAt(index)) {
      throw refused("which holds NULL", "Give every class a label.");
    }
    return row.getString(index);
  }

  private CeriumException refused(String problem, String remedy) {
    return ModelOption.LABELS.invalid("names the table '" + name + "', " + problem, remedy);
  }
}

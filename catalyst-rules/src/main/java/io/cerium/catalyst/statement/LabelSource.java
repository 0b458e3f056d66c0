package io.cerium.catalyst.statement;

import io.cerium.catalyst.session.CeriumSession;
import io.cerium.engine.error.CeriumException;
import io.cerium.functions.model.ModelOption;
import io.cerium.registry.file.FileLocation;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.parser.ParseException;

/**
 * Reads the option {@code labels}: a list, the location of a file, or the name of a table or view
 * (see {@link LabelTable}). A file of that name comes before a table.
 */
final class LabelSource {
  /** Far above any classifier's labels, far below what would hurt the driver. */
  private static final int MOST_BYTES = 64 << 20;

  private final SparkSession spark;

  private LabelSource(SparkSession spark) {
    this.spark = spark;
  }

  static LabelSource of(CeriumSession session) {
    return new LabelSource(session.spark());
  }

  /**
   * @return one a class, at least one
   * @throws CeriumException MODEL_OPTION_INVALID if no labels can be read there
   */
  List<String> read(OptionValue option) {
    if (option instanceof OptionValue.Items list) {
      return checked(list.items(), "the list");
    }
    String location = option.text().strip();
    byte[] content = content(location);
    if (content != null) {
      return checked(LabelFile.parse(location, content), "the file '" + location + "'");
    }
    return checked(table(location), "the table '" + location + "'");
  }

  private static List<String> checked(List<String> labels, String where) {
    if (labels.isEmpty()) {
      throw ModelOption.LABELS.invalid(
          "names " + where + ", which has no labels", "Give one label for each class.");
    }
    return labels;
  }

  /** The file's bytes, or null where there is no file. */
  private byte[] content(String location) {
    if (location.isEmpty()) {
      throw ModelOption.LABELS.invalid("is empty", "Give a list, a file or a table.");
    }
    FileLocation file = FileLocation.resolve(location, spark.sessionState().newHadoopConf());
    try {
      if (!file.files().exists(file.path())) {
        return null;
      }
      if (!file.files().getFileStatus(file.path()).isFile()) {
        throw ModelOption.LABELS.invalid(
            "names the folder '" + location + "'", "Give a file in it.");
      }
      try (InputStream in = file.open(file.path())) {
        byte[] content = in.readNBytes(MOST_BYTES + 1);
        if (content.length > MOST_BYTES) {
          throw ModelOption.LABELS.invalid(
              "names the file '" + location + "', which has more than " + MOST_BYTES + " bytes",
              "Give a text file with one label a line.");
        }
        return content;
      }
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }

  private List<String> table(String name) {
    if (!isTable(name)) {
      throw ModelOption.LABELS.invalid(
          "is '" + name + "', where there is neither a file nor a table",
          "Give a list, the path of a file with one label a line, or a table of labels.");
    }
    return new LabelTable(name, spark.table(name)).labels();
  }

  private boolean isTable(String name) {
    try {
      spark.sessionState().sqlParser().parseMultipartIdentifier(name);
    } catch (ParseException e) {
      return false;
    }
    return spark.catalog().tableExists(name);
  }
}

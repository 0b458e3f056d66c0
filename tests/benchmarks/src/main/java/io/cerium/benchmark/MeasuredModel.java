package io.cerium.benchmark;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;

/** The network under measurement, as a model in the registry. */
final class MeasuredModel {
  static final String NAME = "measured";

  private MeasuredModel() {}

  /** Registers the network, as a new version where another one was measured before. */
  static void create(SparkSession spark, Network network) {
    Map<String, String> options = new TreeMap<>(network.options());
    if (network.labels() != null) {
      options.put("labels", network.labels().toString());
    }
    spark.sql(
        "CREATE OR REPLACE MODEL "
            + NAME
            + " USING onnx LOCATION "
            + quoted(network.file().toString())
            + options.entrySet().stream()
                .map(option -> option.getKey() + " = " + quoted(option.getValue()))
                .collect(Collectors.joining(", ", " OPTIONS (", ")")));
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}

package io.cerium.launch;

import com.google.common.base.Throwables;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** Spark in this process, on all cores, with Cerium in it. */
public final class LocalSpark {
  /** The folder of the examples: {@code ${examples}} in a statement stands for it. */
  private static final String EXAMPLES = "examples";

  private LocalSpark() {}

  /**
   * Starts the session of this process.
   *
   * @param name what the Spark UI calls it
   * @param data keeps tables and models
   * @param given settings of the user; they win over all others
   * @throws UsageException if Spark does not start with them
   */
  public static SparkSession start(String name, DataFolder data, Map<String, String> given) {
    Map<String, String> settings = new LinkedHashMap<>(usual());
    settings.putAll(data.settings());
    settings.putAll(given);
    // Derby takes this from nowhere else; without it the folder that the user is in gets the file.
    System.setProperty("derby.stream.error.file", data.databaseLog().toString());
    SparkSession.Builder builder = SparkSession.builder().appName(name).enableHiveSupport();
    settings.forEach(builder::config);
    try {
      return builder.getOrCreate();
    } catch (Exception e) {
      // All of them: Spark's code throws checked exceptions undeclared, each setting its own.
      throw new UsageException(
          "Spark cannot start: "
              + Throwables.getRootCause(e).getMessage()
              + ". Check the settings given by --conf.",
          e);
    }
  }

  private static Map<String, String> usual() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("spark.master", "local[*]");
    settings.put("spark.sql.extensions", "io.cerium.catalyst.CeriumExtensions");
    settings.put(EXAMPLES, System.getProperty("cerium.examples", EXAMPLES));
    // Nothing listens beyond this machine. The UI follows the variable SPARK_LOCAL_IP.
    settings.put("spark.driver.host", "127.0.0.1");
    settings.put("spark.driver.bindAddress", "127.0.0.1");
    settings.put("spark.port.maxRetries", "100");
    settings.put("spark.ui.showConsoleProgress", "false");
    // Running tasks report this often: what the progress line shows is never older.
    settings.put("spark.executor.heartbeatInterval", "1s");
    settings.put("spark.sql.legacy.createHiveTableByDefault", "false");
    settings.put("spark.hadoop.hive.metastore.schema.verification", "false");
    settings.put("spark.hadoop.datanucleus.schema.autoCreateAll", "true");
    return settings;
  }
}

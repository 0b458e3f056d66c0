package io.cerium.tests.sparkscript;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * The program of one side. Reads scripts from standard input, one as JSON a line, runs each in a
 * session of its own, and writes its answers into a file. Arguments: the folder of the side, the
 * folder of the tables' data, and the extension where the side has one.
 */
final class ScriptRunner {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** More than any statement takes. */
  private static final long NUMBERS_A_STATEMENT = 20_000;

  private final SparkSession spark;
  private final ScriptTables tables;
  private long statements;

  private ScriptRunner(SparkSession spark, ScriptTables tables) {
    this.spark = spark;
    this.tables = tables;
  }

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    SparkSession.Builder builder =
        SparkSession.builder()
            .appName("spark-scripts")
            // One task at a time, for each side has a core.
            .master("local[1]")
            .config("spark.default.parallelism", "2")
            .config("spark.sql.warehouse.dir", folder.resolve("warehouse").toUri().toString())
            .config("spark.sql.shuffle.partitions", "2")
            // Plans are compared whole.
            .config("spark.sql.debug.maxToStringFields", "10000")
            .config("spark.sql.maxMetadataStringLength", "10000")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1");
    if (arguments.length > 2) {
      builder.config("spark.sql.extensions", arguments[2]);
    }
    SparkSession spark = builder.getOrCreate();
    ScriptRunner runner = new ScriptRunner(spark, ScriptTables.create(spark, arguments[1]));
    BufferedReader scripts = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    for (String line = scripts.readLine(); line != null; line = scripts.readLine()) {
      SparkScript script = JSON.readValue(line, SparkScript.class);
      Path part = folder.resolve("answers.part");
      JSON.writeValue(part.toFile(), runner.run(script));
      Path answers = answers(folder, script);
      Files.createDirectories(answers.getParent());
      // Whoever waits for the file finds it whole.
      Files.move(part, answers, StandardCopyOption.ATOMIC_MOVE);
    }
    spark.stop();
  }

  /** Where a side writes its answers to a script. */
  static Path answers(Path folder, SparkScript script) {
    return folder.resolve("answers").resolve(script.name() + ".json");
  }

  private List<StatementAnswer> run(SparkScript script) {
    SparkSession session = spark.newSession();
    SparkSession.setActiveSession(session);
    script.settings().forEach((key, value) -> session.conf().set(key, value));
    registerFunctions(session);
    List<StatementAnswer> answers = new ArrayList<>();
    for (String statement : script.statements()) {
      advanceNumbers();
      answers.add(StatementAnswer.of(session, statement));
    }
    SparkSession.setActiveSession(spark);
    tables.restore();
    return answers;
  }

  /** Those of Spark's own runner: {@code udf} gives back what it is given, by way of a string. */
  private static void registerFunctions(SparkSession session) {
    UDF1<String, String> same = value -> value;
    UDF2<Boolean, Boolean, Boolean> equal = Boolean::equals;
    UDF2<Boolean, Boolean, Boolean> unequal = (one, other) -> !one.equals(other);
    session.udf().register("vol", same, DataTypes.StringType);
    session.udf().register("booleq", equal, DataTypes.BooleanType);
    session.udf().register("boolne", unequal, DataTypes.BooleanType);
    UserDefinedFunction text = functions.udf(same, DataTypes.StringType);
    session
        .sessionState()
        .functionRegistry()
        .createOrReplaceTempFunction(
            "udf",
            arguments -> {
              Expression value = arguments.head();
              Column given = new Column(value).cast(DataTypes.StringType);
              return text.apply(given).cast(value.dataType()).expr();
            },
            "java_udf");
  }

  /**
   * Begins each statement at the same number on both sides. Spark counts its expressions through
   * the life of a process and orders some of them by their numbers: the groups of several {@code
   * count(DISTINCT ...)} stand in a plan in the order of a hash.
   */
  private void advanceNumbers() {
    statements++;
    long begin = statements * NUMBERS_A_STATEMENT;
    long number = NamedExpression.newExprId().id();
    while (number < begin) {
      number = NamedExpression.newExprId().id();
    }
  }
}

package io.cerium.catalyst.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerium.catalyst.TestSpark;
import io.cerium.catalyst.plan.StatementCommand;
import io.cerium.catalyst.statement.CreateModel;
import io.cerium.catalyst.statement.DescribeModel;
import io.cerium.catalyst.statement.DropModel;
import io.cerium.catalyst.statement.ModelStatement;
import io.cerium.catalyst.statement.OptionValue.Items;
import io.cerium.catalyst.statement.OptionValue.Single;
import io.cerium.catalyst.statement.ShowModels;
import io.cerium.registry.ModelName;
import io.cerium.registry.RegistryChange.IfExists;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.parser.ParserInterface;
import org.apache.spark.sql.execution.command.ExplainCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementTextTest {
  private final ParserInterface parser = TestSpark.session().sessionState().sqlParser();

  private ModelStatement parse(String text) throws ParseException {
    return ((StatementCommand) parser.parsePlan(text)).statement();
  }

  private static CreateModel create(String name, IfExists ifExists) {
    return new CreateModel(ModelName.of(name), ifExists, "onnx", "/m.onnx", Map.of(), "");
  }

  @Test
  void createModelWithEveryClause() throws ParseException {
    assertThat(
            parse(
                """
                -- the network
                CREATE OR REPLACE MODEL vision.Net
                USING onnx
                LOCATION 'hdfs://host/a b.onnx'
                OPTIONS (resize = 256, Mean = array(0.485, -.5, 1e-3), labels = ['a, b', "c"],
                         `task` 'classification', a.b = true, 'quoted key' == -1)
                COMMENT 'it\\'s \\u00e4 test';
                """))
        .isEqualTo(
            new CreateModel(
                new ModelName("vision", "net"),
                IfExists.ADD_VERSION,
                "onnx",
                "hdfs://host/a b.onnx",
                Map.of(
                    "resize", new Single("256"),
                    "mean", new Items(List.of("0.485", "-.5", "1e-3")),
                    "labels", new Items(List.of("a, b", "c")),
                    "task", new Single("classification"),
                    "a.b", new Single("true"),
                    "quoted key", new Single("-1")),
                "it's \u00e4 test"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE MODEL m USING onnx LOCATION '/m.onnx'",
        "create model M location '/m.onnx' using onnx",
        "CREATE MODEL m FROM '/m.onnx' USING `onnx` WITH ()",
        "CREATE MODEL `m` USING onnx OPTIONS () FROM \"/m.onnx\" ;;",
        "/*+ hint */ CREATE /* c */ MODEL m -- x\n USING onnx LOCATION R'/m.onnx'",
      })
  void clausesStandInAnyOrderAndForm(String text) throws ParseException {
    assertThat(parse(text)).isEqualTo(create("m", IfExists.FAIL));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model",
        "models",
        "if",
        "using",
        "options",
        "location",
        "version",
        "extended",
        "array",
        "create",
        "st1",
        "gr\u00f6\u00dfe",
        "\u6a21\u578b",
        "`a-b c`",
        "`a``b`",
        "`select`",
        "like"
      })
  void everyWordCanBeAName(String typed) throws ParseException {
    String name = typed.replaceAll("^`|`$", "").replace("``", "`");
    assertThat(parse("CREATE MODEL " + typed + " USING onnx LOCATION '/m.onnx'"))
        .isEqualTo(create(name, IfExists.FAIL));
    assertThat(parse("CREATE MODEL IF NOT EXISTS " + typed + " USING onnx LOCATION '/m.onnx'"))
        .isEqualTo(create(name, IfExists.KEEP));
    assertThat(parse("DROP MODEL " + typed)).isEqualTo(new DropModel(ModelName.of(name), false));
    assertThat(parse("DROP MODEL IF EXISTS " + typed + "." + typed))
        .isEqualTo(new DropModel(new ModelName(name, name), true));
    assertThat(parse("DESCRIBE MODEL " + typed))
        .isEqualTo(new DescribeModel(ModelName.of(name), false, Optional.empty()));
    assertThat(parse("DESC MODEL EXTENDED " + typed + " VERSION 12"))
        .isEqualTo(new DescribeModel(ModelName.of(name), true, Optional.of(12)));
    assertThat(parse("SHOW MODELS IN " + typed))
        .isEqualTo(new ShowModels(Optional.of(name), Optional.empty()));
  }

  @Test
  void showModels() throws ParseException {
    assertThat(parse("SHOW MODELS")).isEqualTo(new ShowModels(Optional.empty(), Optional.empty()));
    assertThat(parse("show models from a like 'b*'"))
        .isEqualTo(new ShowModels(Optional.of("a"), Optional.of("b*")));
    assertThat(parse("SHOW MODELS 'b'"))
        .isEqualTo(new ShowModels(Optional.empty(), Optional.of("b")));
  }

  @Test
  void explainCarriesTheStatementAndItsMode() throws ParseException {
    ExplainCommand explain = (ExplainCommand) parser.parsePlan("EXPLAIN FORMATTED SHOW MODELS");
    assertThat(explain.mode().name()).isEqualTo("formatted");
    assertThat(explain.logicalPlan()).isInstanceOf(StatementCommand.class);
    assertThat(((ExplainCommand) parser.parsePlan("explain drop model m")).mode().name())
        .isEqualTo("simple");
  }

  @Test
  void variablesAreReplacedAsSparkDoes() throws ParseException {
    SparkSession session = TestSpark.newSession();
    SparkSession.setActiveSession(session);
    try {
      session.sql("SET folder = /models");
      session.sql("SET verb = DROP");
      assertThat(parse("CREATE MODEL m USING onnx LOCATION '${folder}/m.onnx'"))
          .isEqualTo(
              new CreateModel(
                  ModelName.of("m"), IfExists.FAIL, "onnx", "/models/m.onnx", Map.of(), ""));
      assertThat(parse("${verb} MODEL m")).isEqualTo(new DropModel(ModelName.of("m"), false));
    } finally {
      SparkSession.setActiveSession(TestSpark.session());
    }
  }

  @Test
  void aTableNamedModelCanStillBeDescribed() throws ParseException {
    SparkSession session = TestSpark.newSession();
    session.sql("CREATE TEMPORARY VIEW model AS SELECT 1 AS age");
    ParserInterface own = session.sessionState().sqlParser();
    assertThat(own.parsePlan("DESCRIBE model age")).isNotInstanceOf(StatementCommand.class);
    assertThat(own.parsePlan("DESCRIBE MODEL EXTENDED age")).isInstanceOf(StatementCommand.class);
    assertThat(parser.parsePlan("DESCRIBE model age")).isInstanceOf(StatementCommand.class);
  }
}

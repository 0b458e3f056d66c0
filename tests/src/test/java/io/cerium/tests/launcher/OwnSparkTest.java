package io.cerium.tests.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerium.tests.session.QuickStart;
import io.cerium.tests.session.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shaded jar and the one setting in a Spark that knows nothing of Cerium: the Spark home inside
 * PyPI's {@code pyspark}. It is told in {@code docs/own-spark.md}.
 */
@Tag("clients")
class OwnSparkTest {
  private static final Path CLIENTS = Repository.target().resolve("clients");
  private static final String EXTENSIONS =
      "spark.sql.extensions=io.cerium.catalyst.CeriumExtensions";

  private static Path home;
  private static String jar;

  @TempDir Path folder;

  @BeforeAll
  static void installSpark() throws Exception {
    Path python = CLIENTS.resolve("venv/bin/python");
    Files.createDirectories(CLIENTS);
    if (!Files.exists(python)) {
      install(new Launcher(Path.of("python3"), CLIENTS, Map.of()), "-m", "venv", "venv");
    }
    install(
        new Launcher(python, CLIENTS, Map.of()),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--requirement",
        Repository.tests().resolve("clients/requirements.txt").toString());
    home =
        one(
            CLIENTS.resolve("venv/lib"),
            4,
            path -> path.endsWith(Path.of("site-packages/pyspark")));
    jar =
        one(
                Repository.root().resolve("thrift-server/target"),
                1,
                path -> path.getFileName().toString().matches("cerium-spark-.*\\.jar"))
            .toString();
  }

  private static void install(Launcher program, String... words) throws Exception {
    Launcher.Run run = program.run("", words);
    assertThat(run.status()).as(run.err()).isZero();
  }

  private static Path one(Path parent, int depth, Predicate<Path> wanted) throws IOException {
    try (Stream<Path> paths = Files.walk(parent, depth)) {
      List<Path> found = paths.filter(wanted).toList();
      assertThat(found).as(parent.toString()).hasSize(1);
      return found.get(0);
    }
  }

  private Launcher.Run run(Path program, String... words) throws Exception {
    Launcher.Run run =
        new Launcher(program, folder, Map.of("SPARK_HOME", home.toString())).run("", words);
    assertThat(run.status()).as(run.err()).isZero();
    return run;
  }

  @Test
  void sparkSqlAnswersWithTheJarAndTheSetting() throws Exception {
    Path script = folder.resolve("quick start.sql");
    Files.writeString(script, QuickStart.withExamples(QuickStart.script()));

    Launcher.Run run =
        run(
            home.resolve("bin/spark-sql"),
            "--jars",
            jar,
            "--conf",
            EXTENSIONS,
            "-f",
            script.toString());

    assertThat(run.out().lines())
        .hasSize(16)
        .startsWith("efficientnet\t1\t1", "dog.jpg\tGerman shepherd\t0.97")
        .endsWith("cat.png\ttiger cat\t0.39");
    assertThat(folder.resolve("spark-warehouse/.cerium")).isDirectory();
  }

  @Test
  void sparkSubmitRunsAProgramOfPython() throws Exception {
    Path program = Repository.tests().resolve("src/test/resources/client/photos.py");

    Launcher.Run run =
        run(
            home.resolve("bin/spark-submit"),
            "--jars",
            jar,
            "--conf",
            EXTENSIONS,
            program.toString(),
            Repository.examples().toString());

    assertThat(run.out().lines())
        .hasSize(15)
        .startsWith("dog.jpg\tGerman shepherd\t0.97")
        .endsWith("cat.png\ttiger cat\t0.39");
  }

  @Test
  void theShellRunsOnTheSparkOfSparkHome() throws Exception {
    Launcher.Run run =
        run(
            Repository.root().resolve("bin/cerium-sql"),
            "--data",
            "my data",
            "--format",
            "csv",
            "-f",
            Repository.examples().resolve("quickstart.sql").toString(),
            "-e",
            "SELECT java_method('java.lang.System', 'getProperty', 'java.class.path') LIKE '%"
                + home
                + "%' AS own");

    assertThat(run.out())
        .contains("\r\ndog.jpg,German shepherd,0.97\r\n")
        .endsWith("\r\nown\r\ntrue\r\n");
  }
}

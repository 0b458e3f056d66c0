package io.cerium.tests.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerium.tests.session.Repository;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code bin/cerium-sql} as a user meets it: results, notes, exit status, what stays. */
class CeriumSqlTest {
  @TempDir Path folder;

  /** Runs on a folder of data of this test's own, with nothing to read from standard input. */
  private Launcher.Run run(String... words) throws Exception {
    String[] all =
        Stream.concat(Stream.of("--data", "data"), Stream.of(words)).toArray(String[]::new);
    return Launcher.of("cerium-sql", folder).run("", all);
  }

  @BeforeAll
  static void prepare() throws Exception {
    Launcher.startOnce();
  }

  @Test
  void theQuickStartNamesWhatIsInThePhotosFromAnyFolder() throws Exception {
    Path bin = Files.createDirectory(folder.resolve("with a space"));
    Path link = bin.resolve("sql");
    Files.createSymbolicLink(link, Repository.root().resolve("bin/cerium-sql"));
    Launcher sql = new Launcher(link, folder, Map.of());
    Path script = Repository.examples().resolve("quickstart.sql");

    Launcher.Run first = sql.run("", "-f", script.toString(), "--data", "my data");

    assertThat(first.status()).as(first.err()).isZero();
    assertThat(first.out()).isEqualTo(outputInTheReadme());
    assertThat(first.err())
        .containsPattern(
            "15 rows in \\S+ s, 15 through models \\(model \\S+ s, decode \\S+ s; "
                + "limited by (model|decode|source)\\)")
        .doesNotContain("Exception", "WARN");

    Launcher.Run second =
        sql.run("SHOW MODELS; SELECT 'Grüße 日本';", "--data=my data", "--format", "json");

    assertThat(second.status()).as(second.err()).isZero();
    assertThat(second.out()).contains("\"name\":\"efficientnet\"", "\"Grüße 日本\"");
    assertThat(folder.resolve("derby.log")).doesNotExist();
  }

  @Test
  void settingsThatSparkRefusesAreTold() throws Exception {
    Launcher.Run master = run("--conf", "spark.master=foo", "-e", "SELECT 1");
    assertThat(master.status()).as(master.err()).isEqualTo(2);
    assertThat(master.err())
        .contains("cerium-sql: Spark cannot start: Could not parse Master URL: 'foo'. Check the")
        .doesNotContain("\tat ");

    Launcher.Run heap = run("--conf", "spark.driver.memory=lots", "-e", "SELECT 1");
    assertThat(heap.status()).as(heap.err()).isEqualTo(2);
    assertThat(heap.err()).contains("cerium-sql: The heap is 'lots', by --conf").contains("2g.");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "--version > /dev/full, 1, Standard output cannot be written.",
        "-e 'SELECT 1' > /dev/full, 1, The result could not be written to standard output.",
        "< /, 2, Standard input cannot be read: Is a directory. Give a file of statements by -f FILE",
        "<&-, 0, \"\""
      })
  void streamsThatCannotBeUsedAreTold(String words, int status, String told) throws Exception {
    Launcher shell = new Launcher(Path.of("/bin/sh"), folder, Map.of());
    String sql = Repository.root().resolve("bin/cerium-sql").toString();

    Launcher.Run run = shell.run("", "-c", "'" + sql + "' --data data " + words);

    assertThat(run.status()).as(run.err()).isEqualTo(status);
    assertThat(run.err()).contains(told).doesNotContain("\tat ");
  }

  @Test
  void aBuildOfMavensOwnGetsItsArchiveOfClassesOnTheNextStart() throws Exception {
    Launcher sql = Launcher.of("cerium-sql", folder);
    sql.run("", "-e", "SELECT 1", "--data", "d");
    Path archive = archiveOfClasses();
    FileTime made = Files.getLastModifiedTime(archive);
    assertThat(archive.toFile()).as("an empty one stands for a failure").isNotEmpty();

    sql.run("", "-e", "SELECT 1", "--data", "d");
    assertThat(Files.getLastModifiedTime(archive)).isEqualTo(made);

    // As the next build of the jar would leave it behind.
    Files.setLastModifiedTime(archive, FileTime.from(Instant.EPOCH));
    Launcher.Run after = sql.run("", "-e", "SELECT 1 AS one", "--data", "d", "--format", "csv");

    assertThat(after.out()).isEqualToNormalizingNewlines("one\n1\n");
    assertThat(after.err()).contains("cerium-sql: preparing fast starts");
    assertThat(archiveOfClasses().toFile()).isNotEmpty();
    assertThat(Files.getLastModifiedTime(archiveOfClasses())).isGreaterThanOrEqualTo(made);
  }

  private static Path archiveOfClasses() throws IOException {
    Path launcher = Repository.root().resolve("thrift-server/target/launcher");
    try (Stream<Path> files = Files.list(launcher)) {
      return files.filter(file -> file.toString().endsWith(".jsa")).findFirst().orElseThrow();
    }
  }

  /** What the README prints below its first command. */
  private static String outputInTheReadme() throws IOException {
    String readme = Files.readString(Repository.root().resolve("README.md"));
    Matcher block = Pattern.compile("(?ms)^```\\n(\\+-.*?)^```").matcher(readme);
    assertThat(block.find()).isTrue();
    return block.group(1);
  }

  @Test
  void settingsOfTheCommandLineWinAndSparksOwnSourcesAreThere() throws Exception {
    Launcher.Run run =
        run(
            "--format",
            "csv",
            "--conf",
            "spark.sql.shuffle.partitions=7",
            "--conf=spark.cerium.natives.dir=" + folder.resolve("natives"),
            "-e",
            "SET spark.sql.shuffle.partitions; SELECT image.width, resize(image, 10, 10).width"
                + " AS small FROM image.`${examples}/photos/dog.jpg`");

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out())
        .isEqualTo("key,value\r\nspark.sql.shuffle.partitions,7\r\nwidth,small\r\n1024,10\r\n");
    assertThat(folder.resolve("natives")).isNotEmptyDirectory();
  }

  /** A Spark of one's own: the folder that a distribution of Spark has, of the build's own jars. */
  private Path sparkHome() throws IOException {
    Path home = Repository.target().resolve("spark home");
    Path jars = Files.createDirectories(home.resolve("jars"));
    Path launcher = Repository.root().resolve("thrift-server/target/launcher");
    for (String jar : Files.readString(launcher.resolve("spark.classpath")).strip().split(":")) {
      Path link = jars.resolve(Path.of(jar).getFileName());
      Files.deleteIfExists(link);
      Files.createSymbolicLink(link, Path.of(jar));
    }
    return home;
  }

  /** The shaded jar that the first start built. */
  private static Path jar() throws IOException {
    Path launcher = Repository.root().resolve("thrift-server/target/launcher");
    String jar = "";
    for (String line : Files.readAllLines(launcher.resolve("versions"))) {
      jar = line.startsWith("jar=") ? line.substring("jar=".length()) : jar;
    }
    return launcher.resolveSibling(jar.replace("'", "").replace("\"", ""));
  }

  @Test
  void theJarHoldsTheLicencesOfWhatIsInIt() throws Exception {
    List<Path> texts;
    try (Stream<Path> files = Files.list(Repository.root().resolve("licenses"))) {
      texts = files.toList();
    }
    String notice = Files.readString(Repository.root().resolve("NOTICE"));
    assertThat(texts).hasSizeGreaterThan(7);
    try (FileSystem jar = FileSystems.newFileSystem(jar())) {
      assertThat(jar.getPath("META-INF/NOTICE")).hasContent(notice);
      for (Path text : texts) {
        String name = "licenses/" + text.getFileName();
        assertThat(notice).contains(name);
        // The labels of the examples are not in the jar.
        if (!name.contains("torchvision")) {
          assertThat(jar.getPath("META-INF", name)).hasSameBinaryContentAs(text);
        }
      }
    }
  }

  @Test
  void aPathForCdDoesNotLeadItAstray() throws Exception {
    Files.createSymbolicLink(folder.resolve("bin"), Repository.root().resolve("bin"));
    Path astray = folder.resolve("astray");
    Files.createDirectories(astray.resolve("bin"));
    for (String program : List.of("cerium-sql", "cerium-server")) {
      Launcher launcher = new Launcher(Path.of("bin", program), folder, Map.of());
      Launcher.Run run = launcher.with("CDPATH", astray).run("", "--help");
      assertThat(run.status()).as(run.err()).isZero();
      assertThat(run.out()).startsWith(program);
    }
  }

  @Test
  void executorsInProcessesOfASparkHomeAnswerAlike() throws Exception {
    Launcher.Run run =
        Launcher.of("cerium-sql", folder)
            .with("SPARK_HOME", sparkHome())
            .run(
                "",
                "--data",
                "data",
                "--format",
                "csv",
                "--conf",
                "spark.master=local-cluster[1,2,1024]",
                "--conf",
                "spark.executor.extraClassPath=" + jar(),
                "-f",
                Repository.examples().resolve("quickstart.sql").toString());

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("\r\ndog.jpg,German shepherd,0.97\r\n")
        .endsWith("cat.png,tiger cat,0.39\r\n");
  }

  @Test
  void aSparkHomeThatDoesNotFitIsRefusedInWords() throws Exception {
    Path home = folder.resolve("spark home");
    Files.createDirectories(home.resolve("jars"));
    Launcher sql = Launcher.of("cerium-sql", folder).with("SPARK_HOME", home);
    assertThat(sql.run("", "-e", "SELECT 1"))
        .satisfies(run -> assertThat(run.status()).isEqualTo(2))
        .satisfies(
            run ->
                assertThat(run.err())
                    .contains("SPARK_HOME is '" + home + "'", "no Spark", "Unset it"));

    Files.createFile(home.resolve("jars/spark-core_2.13-4.0.0.jar"));
    assertThat(sql.run("", "-e", "SELECT 1").err())
        .contains("spark-core_2.13-4.0.0", "Cerium is for Spark 3.5", "Unset it");
  }

  /** All that is asked of a Java before Spark is started on it is its version. */
  private Path javaHome(String version) throws IOException {
    Path java = folder.resolve("java " + version + "/bin/java");
    Files.createDirectories(java.getParent());
    Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"" + version + "\"' >&2\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
    return java.getParent().getParent();
  }

  @Test
  void aJavaThatSparkDoesNotStartOnIsRefusedInWords() throws Exception {
    Launcher sql = Launcher.of("cerium-sql", folder);
    assertThat(sql.with("JAVA_HOME", javaHome("11.0.2")).run("", "-e", "SELECT 1").err())
        .contains("is Java 11.0.2, too old", "Install a JDK from 17 to 22");
    assertThat(sql.with("JAVA_HOME", javaHome("23")).run("", "-e", "SELECT 1"))
        .satisfies(run -> assertThat(run.status()).isEqualTo(2))
        .satisfies(
            run ->
                assertThat(run.err())
                    .contains("is Java 23, on which Spark 3.5 does not start", "from 17 to 22"));
  }

  @Test
  void theFirstFailureEndsAScript() throws Exception {
    Path script = folder.resolve("script.sql");
    Files.writeString(
        script, "-- fails; in line 3\nSELECT 1 AS a;\nSELECT missing;\nSELECT 3 AS never;\n");

    Launcher.Run run = run("-e", "", "-e", "-- nothing", "-f", script.toString());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEqualTo("+---+\n| a |\n+---+\n| 1 |\n+---+\n");
    assertThat(run.err())
        .contains(script + ":3: [UNRESOLVED_COLUMN.WITHOUT_SUGGESTION]", "SQLSTATE: 42703")
        .doesNotContain("\tat ", "never");
  }

  @Test
  void aFailureOfATaskIsTheSentenceOfItsCause() throws Exception {
    Launcher.Run run = run("-e", "SELECT decode_image(CAST(id AS BINARY)) FROM range(3)");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .containsPattern("(?m)^\\[IMAGE_DECODE_FAILED\\] .* SQLSTATE: 22KD3$")
        .doesNotContain("Job aborted", "\tat ", "Driver stacktrace");
  }

  @Test
  void noFailureSteersTheTerminal() throws Exception {
    Launcher.Run run =
        run(
            "--verbose",
            "-e",
            "SELECT raise_error(concat('red ', decode(X'1B5B33316D', 'UTF-8'), 'text'))");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("red \\u001b[31mtext", "\tat ").doesNotContain("\u001b");
  }

  @Test
  void aStatementTooDeepEndsAScriptInASentence() throws Exception {
    Launcher.Run run = run("-e", "SELECT " + "(".repeat(5000) + "1" + ")".repeat(5000));

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err())
        .containsPattern("(?m)^The statement is nested deeper than .* statements or views\\.$")
        .doesNotContain("StackOverflowError", "\tat ");
  }

  @Test
  void timesBeforeTheGregorianCalendarAreThoseOfSql() throws Exception {
    String columns =
        "SELECT t, array(named_struct('d', CAST(t AS DATE), 'm', map(t, t))) AS nested FROM VALUES"
            + " (TIMESTAMP '1500-01-01 00:00:00'), (TIMESTAMP '0001-01-01 00:00:00'),"
            + " (TIMESTAMP '1582-10-10 12:00:00') AS v(t)";

    Launcher.Run run = run("--format", "json", "-e", columns);

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out().lines())
        .containsExactly(
            oldTime("1500-01-01", "00:00:00"),
            oldTime("0001-01-01", "00:00:00"),
            oldTime("1582-10-10", "12:00:00"));
  }

  private static String oldTime(String day, String time) {
    return "{'t':'DAY TIME','nested':[{'d':'DAY','m':{'DAY TIME':'DAY TIME'}}]}"
        .replace("DAY", day)
        .replace("TIME", time)
        .replace('\'', '"');
  }

  @Test
  void aWrongCommandLineIsAnsweredAtOnce() throws Exception {
    Launcher sql = Launcher.of("cerium-sql", folder);
    assertThat(sql.run("", "--nonsense"))
        .isEqualTo(
            new Launcher.Run(
                2, "", "cerium-sql: There is no option '--nonsense'. --help lists the options.\n"));
    assertThat(sql.run("", "--help").out()).contains("cerium-sql -e", "--data DIR");
    assertThat(sql.run("", "--version").out()).startsWith("Cerium ").contains("Spark 3.5");
  }
}

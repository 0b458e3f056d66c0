package io.cerium.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.util.TreePathScanner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;

/** House rules over the sources; what is exempt is listed here with the reason. */
class HouseRulesTest {
  private static final int LONGEST_FILE = 400;
  private static final int MEDIAN_FILE = 80;

  /** Files that may catch everything, with the reason. */
  private static final Map<String, String> CATCH_ALL =
      Map.of(
          "engine/src/main/java/io/cerium/engine/model/ModelCache.java",
          "whoever waits for a load learns of its end, whatever ended it",
          "tests/src/test/java/io/cerium/tests/golden/SqlAnswer.java",
          "Spark throws checked exceptions that its Scala methods do not declare",
          "thrift-server/src/main/java/io/cerium/launch/LocalSpark.java",
          "so it does where it cannot start",
          "thrift-server/src/main/java/io/cerium/shell/Shell.java",
          "a statement may fail in any way; the shell tells it and lives on");

  /** Files that may write to standard output, with the reason. */
  private static final Map<String, String> STANDARD_OUTPUT =
      Map.of(
          "tests/benchmarks/src/main/java/io/cerium/benchmark/ImagesPerSecond.java",
          "a program, prints its results",
          "tests/benchmarks/src/main/java/io/cerium/benchmark/PlanningTime.java",
          "a program, prints its results",
          "tests/benchmarks/src/main/java/io/cerium/benchmark/SideProgram.java",
          "a program, prints its results",
          "tests/benchmarks/src/main/java/io/cerium/benchmark/StartTime.java",
          "a program, prints its results");

  @Test
  void nothingIsLeftToDo() {
    // The words are put together here so that this file does not hold them.
    assertNowhere(SourceFiles.all(), "\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");
  }

  @Test
  void nobodyWaitsForATime() {
    assertNowhere(SourceFiles.all(), "Thread\\s*\\." + "sleep|TimeUnit\\.\\w+\\." + "sleep");
  }

  @Test
  void noTestIsSwitchedOffOrMocked() {
    assertNowhere(SourceFiles.tests(), "@Disa" + "bled|org\\.mock" + "ito|org\\.easy" + "mock");
  }

  @Test
  void everythingIsDeclaredInCerium() {
    List<String> elsewhere =
        SourceFiles.all().stream()
            .map(SourceFiles::name)
            .filter(name -> !name.contains("/java/io/cerium/"))
            .toList();
    assertThat(elsewhere).isEmpty();
  }

  @Test
  void filesAreShort() {
    List<String> tooLong =
        SourceFiles.all().stream()
            .filter(file -> SourceFiles.lines(file) > LONGEST_FILE)
            .map(SourceFiles::name)
            .toList();
    assertThat(tooLong).isEmpty();
    int[] lines = SourceFiles.production().stream().mapToInt(SourceFiles::lines).sorted().toArray();
    assertThat(lines[lines.length / 2]).as("median of lines a file").isLessThan(MEDIAN_FILE);
  }

  @Test
  void publicTypesAreDocumented() {
    List<String> bare = new ArrayList<>();
    SourceFiles.parse(
        SourceFiles.production(),
        (file, comments) ->
            new TreePathScanner<Void, Void>() {
              @Override
              public Void visitClass(ClassTree type, Void nothing) {
                boolean isPublic = type.getModifiers().getFlags().contains(Modifier.PUBLIC);
                if (isPublic && comments.getDocComment(getCurrentPath()) == null) {
                  bare.add(file.getPackageName() + "." + type.getSimpleName());
                }
                return super.visitClass(type, nothing);
              }
            }.scan(file, null));
    assertThat(bare).as("public types without Javadoc").isEmpty();
  }

  @Test
  void onlyNamedPlacesCatchEverything() {
    assertOnlyIn(CATCH_ALL, "catch \\((final )?(Exception|Throwable) ");
  }

  @Test
  void onlyNamedPlacesWriteToStandardOutput() {
    assertOnlyIn(STANDARD_OUTPUT, "System\\.(out|err)\\b|printStack" + "Trace\\(\\)");
  }

  @Test
  void noPathOfADeveloperIsWrittenDown() {
    assertNowhere(SourceFiles.all(), "\"/(home|root|work|Users)/");
  }

  @Test
  void scalaIsRare() {
    long imports =
        SourceFiles.places(SourceFiles.all(), Pattern.compile("(?m)^import scala\\.")).size();
    long lines = SourceFiles.all().stream().mapToLong(SourceFiles::lines).sum();
    assertThat(imports * 1000.0 / lines).as("imports of scala.* a thousand lines").isLessThan(2);
  }

  private static void assertNowhere(List<Path> files, String pattern) {
    assertThat(SourceFiles.places(files, Pattern.compile(pattern))).isEmpty();
  }

  /** Also fails when an exemption is no longer needed. */
  private static void assertOnlyIn(Map<String, String> exempt, String pattern) {
    Set<String> found =
        SourceFiles.places(SourceFiles.all(), Pattern.compile(pattern)).stream()
            .map(place -> place.substring(0, place.indexOf(':')))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(found).isEqualTo(new TreeSet<>(exempt.keySet()));
  }
}

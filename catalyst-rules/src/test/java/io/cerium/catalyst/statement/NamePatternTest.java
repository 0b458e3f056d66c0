package io.cerium.catalyst.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {
  @ParameterizedTest
  @CsvSource({
    "churn, churn, true",
    "CHURN, churn, true",
    "churn, churn_eu, false",
    "churn_e_, churn_eu, false",
    "*, churn, true",
    "ch%n, churn, true",
    "ch*r*n, churn, true",
    "ch*r*r*n, churn, false",
    "chu*urn, churn, false",
    "*urn, churn, true",
    "chu**, churn, true",
    "c.*, churn, false",
    "[c]hurn, churn, false",
    "' ch* | x ', churn, true",
    "x | churn, churn, true",
    "x|, churn, false",
    "GRÖ*E, größe, true",
    "GRÖß*, größe, true",
    "*𐐀*, a𐐨b, true",
    "*|*, '', true",
    "'', churn, false",
  })
  void aNameMatchesOrNot(String pattern, String name, boolean matches) {
    assertThat(NamePattern.of(pattern).matches(name)).isEqualTo(matches);
  }

  @Test
  void itAgreesWithTheRegularExpression() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      String pattern = text(random, "ab*B%", 6);
      String name = text(random, "abA", 8);
      String regex = pattern.replaceAll("[*%]", ".*");
      assertThat(NamePattern.of(pattern).matches(name))
          .as("'%s' LIKE '%s'", name, pattern)
          .isEqualTo(Pattern.compile(regex, Pattern.CASE_INSENSITIVE).matcher(name).matches());
    }
  }

  private static String text(Random random, String letters, int longest) {
    return random
        .ints(random.nextInt(longest + 1), 0, letters.length())
        .mapToObj(letters::charAt)
        .reduce(new StringBuilder(), StringBuilder::append, StringBuilder::append)
        .toString();
  }

  @Test
  @Timeout(60)
  void noPatternTakesLong() {
    String name = "a".repeat(128);
    assertThat(NamePattern.of("%".repeat(30) + "z").matches(name)).isFalse();
    assertThat(NamePattern.of("a%".repeat(60) + "z").matches(name)).isFalse();
    assertThat(NamePattern.of("%a".repeat(100_000)).matches(name)).isFalse();
    assertThat(NamePattern.of("%".repeat(1_000_000)).matches(name)).isTrue();
  }
}

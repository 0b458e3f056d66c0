package io.cerium.engine.error;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text as it may be shown, stored and logged: {@code ***} stands for the secrets that a location
 * can hold. These are the password before a host, in {@code scheme://user:password@host}, a user of
 * HTTP, which is a token as often as a name, and the values of parameters whose names tell of a
 * secret, as in {@code ?sig=...} and {@code &X-Amz-Signature=...}.
 */
public final class MaskedText {
  /**
   * Up to the last @ of the authority. Keys of object stores hold slashes, which end the authority
   * before its @: there, what follows the colon is no port, and all up to the last @ is taken.
   */
  private static final Pattern PASSWORD =
      Pattern.compile(
          "(://[^\\s/?#@:\\[]*:)(?:[^\\s/?#]*(?=@)|(?!\\d*(?:[/?#\\s'\"]|$))\\S*(?=@))");

  private static final Pattern USER =
      Pattern.compile("(https?://)[^\\s/?#@:]++(?=@)", Pattern.CASE_INSENSITIVE);

  private static final Pattern WORD_WITH_AT = Pattern.compile("(?<!\\S)[^\\s@]*+@\\S*+");

  private static final Pattern PARAMETER = Pattern.compile("[?&;]([\\w.-]++)=");

  private static final Pattern VALUE = Pattern.compile("[^\\s&;#'\"]++");

  private static final Pattern SECRET_NAME =
      Pattern.compile(
          "sig|auth|pwd|key|code|x-(?:amz|goog|oss|cos)-[\\w-]+", Pattern.CASE_INSENSITIVE);

  /** Wider than what Spark's own spark.redaction.regex takes for a secret. */
  private static final Pattern SECRET_PART =
      Pattern.compile(
          "secret|passw(?:or)?d|token|signature|credential|access[._-]?key|api[._-]?key",
          Pattern.CASE_INSENSITIVE);

  private static final String MASK = "***";

  private MaskedText() {}

  /**
   * Takes time in proportion to the text, which may hold names that a file gives.
   *
   * @param text a location, or any text that may hold some
   * @return the same text where it holds no secret
   */
  public static String of(String text) {
    String masked = text;
    if (masked.contains("://")) {
      masked = WORD_WITH_AT.matcher(masked).replaceAll(MaskedText::withoutPassword);
      masked = USER.matcher(masked).replaceAll("$1" + MASK);
    }
    return masked.indexOf('=') < 0 ? masked : withoutParameters(masked);
  }

  /** Passwords end before the last @ of a word: behind it the pattern would look in vain. */
  private static String withoutPassword(MatchResult found) {
    String word = found.group();
    int end = word.lastIndexOf('@') + 1;
    String masked = PASSWORD.matcher(word.substring(0, end)).replaceAll("$1" + MASK);
    return Matcher.quoteReplacement(masked + word.substring(end));
  }

  private static String withoutParameters(String text) {
    StringBuilder masked = new StringBuilder();
    Matcher parameter = PARAMETER.matcher(text);
    Matcher value = VALUE.matcher(text);
    int copied = 0;
    int from = 0;
    while (parameter.find(from)) {
      from = parameter.end();
      value.region(from, text.length());
      if (isSecret(parameter.group(1)) && value.lookingAt()) {
        masked.append(text, copied, from).append(MASK);
        from = value.end();
        copied = from;
      }
    }
    return masked.append(text, copied, text.length()).toString();
  }

  private static boolean isSecret(String name) {
    return SECRET_NAME.matcher(name).matches() || SECRET_PART.matcher(name).find();
  }
}

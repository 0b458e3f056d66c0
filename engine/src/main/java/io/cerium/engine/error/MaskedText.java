package io.cerium.engine.error;

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
      Pattern.compile("(https?://)[^\\s/?#@:]+(?=@)", Pattern.CASE_INSENSITIVE);

  /** Wider than what Spark's own spark.redaction.regex takes for a secret. */
  private static final Pattern PARAMETER =
      Pattern.compile(
          "([?&;](?:sig|auth|pwd|key|code|x-(?:amz|goog|oss|cos)-[\\w-]+|[\\w.-]*(?:secret|passw(?:or)?d"
              + "|token|signature|credential|access[._-]?key|api[._-]?key)[\\w.-]*)=)[^\\s&;#'\"]+",
          Pattern.CASE_INSENSITIVE);

  private static final String MASK = "$1***";

  private MaskedText() {}

  /**
   * @param text a location, or any text that may hold some
   * @return the same text where it holds no secret
   */
  public static String of(String text) {
    String masked = text;
    if (masked.contains("://")) {
      masked = PASSWORD.matcher(masked).replaceAll(MASK);
      masked = USER.matcher(masked).replaceAll(MASK);
    }
    return masked.indexOf('=') < 0 ? masked : PARAMETER.matcher(masked).replaceAll(MASK);
  }
}

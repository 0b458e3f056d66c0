package io.cerium.launch;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;

/** The words on a command line, taken one by one: {@code --name value} or {@code --name=value}. */
public final class Arguments {
  private final Deque<String> words;
  private String option;

  public Arguments(String... words) {
    this.words = new ArrayDeque<>(Arrays.asList(words));
  }

  public boolean isEmpty() {
    return words.isEmpty();
  }

  /**
   * The next option.
   *
   * @throws UsageException if a word stands there that is no option
   */
  public String nextOption() {
    option = words.pop();
    int equals = option.indexOf('=');
    if (option.startsWith("--") && equals > 0) {
      words.push(option.substring(equals + 1));
      option = option.substring(0, equals);
    }
    if (!option.startsWith("-")) {
      throw new UsageException(
          "The word '" + option + "' belongs to no option. --help lists the options.");
    }
    return option;
  }

  /**
   * The value of the option that was taken last.
   *
   * @throws UsageException if there is none
   */
  public String value() {
    if (words.isEmpty()) {
      throw new UsageException("The option '" + option + "' lacks its value. --help shows it.");
    }
    return words.pop();
  }

  /**
   * The value of the option that was taken last, as a path.
   *
   * @throws UsageException if there is none, or an empty one, which would be the working folder
   */
  public Path path() {
    String path = value();
    if (path.isEmpty()) {
      throw new UsageException("The option '" + option + "' has an empty value. Give it a folder.");
    }
    return Path.of(path);
  }

  /** Adds the value {@code key=value} of the option that was taken last. */
  public void addSettingTo(Map<String, String> settings) {
    String value = value();
    int equals = value.indexOf('=');
    if (equals < 1) {
      throw new UsageException(
          "The setting '" + value + "' has no value. Write " + option + " key=value.");
    }
    settings.put(value.substring(0, equals).strip(), value.substring(equals + 1));
  }

  /** The failure to report for an option that nobody knows. */
  public UsageException unknownOption() {
    return new UsageException("There is no option '" + option + "'. --help lists the options.");
  }
}

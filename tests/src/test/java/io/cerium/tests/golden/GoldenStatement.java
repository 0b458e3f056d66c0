package io.cerium.tests.golden;

import java.util.List;

/**
 * A statement of a script.
 *
 * @param text as it stands in the script with the comments before it, without the semicolon
 * @param answer the recorded answer, empty for a statement that is new
 */
record GoldenStatement(String text, List<String> answer) {
  GoldenStatement {
    answer = List.copyOf(answer);
  }

  GoldenStatement withAnswer(List<String> newAnswer) {
    return new GoldenStatement(text, newAnswer);
  }
}

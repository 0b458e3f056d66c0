package io.cerium.catalyst.parser;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The fields of a call's struct as columns: {@code predict(m, a).*}. */
final class CallStar implements DialectForm {
  private static final String PROBLEM = "The fields of a call cannot be taken by '.*' at once";
  private static final List<String> AFTER = List.of("ORDER", "SORT", "LIMIT", "OFFSET", ";");
  private static final List<String> INVOLVED =
      List.of("GROUP", "HAVING", "UNION", "INTERSECT", "EXCEPT", "MINUS", "WINDOW", "LATERAL");

  @Override
  public Optional<Rewrite> match(TokenText tokens, int at) {
    if (!tokens.are(at, ")", ".", "*")) {
      return Optional.empty();
    }
    OptionalInt open = tokens.opening(at);
    if (open.isEmpty() || !tokens.isName(open.getAsInt() - 1)) {
      return Optional.empty();
    }
    int from = tokens.beginOfName(open.getAsInt() - 1);
    String call = tokens.source(from, at + 1);
    int source = outer(tokens, at, List.of("FROM"));
    boolean isPlain =
        tokens.is(0, "SELECT")
            && depth(tokens, from) == 0
            && source < tokens.size()
            && outer(tokens, at, INVOLVED) == tokens.size()
            && outer(tokens, 1, List.of("SELECT")) == tokens.size();
    if (!isPlain) {
      return Optional.of(
          new Rewrite(PROBLEM, "SELECT p.* FROM (SELECT " + call + " AS p FROM ...)"));
    }
    int after = outer(tokens, source, AFTER);
    String inner = "(SELECT *, " + call + " AS p FROM " + tokens.source(source + 1, after) + ")";
    String rest = tokens.source(after, tokens.size());
    return Optional.of(
        new Rewrite(
            PROBLEM,
            (tokens.source(0, from)
                    + " p.*"
                    + (source > at + 3 ? tokens.source(at + 3, source) : "")
                    + " FROM "
                    + inner
                    + " "
                    + rest)
                .strip()));
  }

  private static int depth(TokenText tokens, int to) {
    int depth = 0;
    for (int i = 0; i < to; i++) {
      depth += tokens.is(i, "(") ? 1 : tokens.is(i, ")") ? -1 : 0;
    }
    return depth;
  }

  /** The index of the first of some words outside of brackets, or the number of tokens. */
  private static int outer(TokenText tokens, int from, List<String> words) {
    int depth = depth(tokens, from);
    for (int i = from; i < tokens.size(); i++) {
      depth += tokens.is(i, "(") ? 1 : tokens.is(i, ")") ? -1 : 0;
      int at = i;
      if (depth == 0 && words.stream().anyMatch(word -> tokens.is(at, word))) {
        return i;
      }
    }
    return tokens.size();
  }
}

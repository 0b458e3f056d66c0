package io.cerium.engine.error;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Finds what a user may have meant by a name that is not there. */
public final class NearestNames {
  private static final int MOST = 3;

  private NearestNames() {}

  /**
   * The candidates that are a few letters away from what was typed, or begin with it. A name of
   * which no letter is left is not near.
   *
   * @return at most three, nearest first; letter case does not count
   */
  public static List<String> of(String typed, Collection<String> candidates) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    int allowed = Math.max(1, Math.min(wanted.length(), 12) / 3);
    record Near(String name, int distance) {}
    return candidates.stream()
        .map(name -> new Near(name, distance(wanted, name.toLowerCase(Locale.ROOT))))
        .filter(
            near ->
                near.distance <= allowed && near.distance < wanted.length()
                    || isBeginning(wanted, near.name))
        .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
        .limit(MOST)
        .map(Near::name)
        .toList();
  }

  /**
   * A sentence for an error's message.
   *
   * @return {@code Did you mean 'a' or 'b'?}, or an empty text where nothing is near
   */
  public static String hint(String typed, Collection<String> candidates) {
    List<String> near = of(typed, candidates);
    return near.isEmpty()
        ? ""
        : near.stream()
            .map(n -> "'" + n + "'")
            .collect(Collectors.joining(" or ", "Did you mean ", "?"));
  }

  private static boolean isBeginning(String wanted, String name) {
    return wanted.length() >= 3 && name.toLowerCase(Locale.ROOT).startsWith(wanted);
  }

  /** Edits, where two neighbours that changed places count once (optimal string alignment). */
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        cost[i][j] =
            Math.min(cost[i - 1][j - 1] + change, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[a.length()][b.length()];
  }
}

package io.cerium.engine.error;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Finds what a user may have meant by a name that is not there. Stateless, safe for all threads.
 */
public final class NearestName {
  private static final int MOST = 3;

  private NearestName() {}

  /**
   * The candidates that differ from {@code name} by a few letters, nearest first, at most three;
   * letter case is ignored. A letter put in, left out, replaced or swapped with its neighbour
   * counts as one; up to a third of the letters may differ.
   */
  public static List<String> near(String name, Collection<String> candidates) {
    int limit = Math.max(1, name.length() / 3);
    record Near(String name, int distance) {}
    return candidates.stream()
        .distinct()
        .map(candidate -> new Near(candidate, distance(name, candidate)))
        .filter(near -> near.distance() <= limit)
        .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
        .limit(MOST)
        .map(Near::name)
        .toList();
  }

  /**
   * A sentence for a message: {@code Did you mean 'a' or 'b'?}, else all candidates, never blank.
   */
  public static String hint(String name, Collection<String> candidates) {
    List<String> near = near(name, candidates);
    if (!near.isEmpty()) {
      return "Did you mean " + quoted(near, " or ") + "?";
    }
    return candidates.isEmpty()
        ? "There is none."
        : "There are: " + quoted(candidates.stream().sorted().toList(), ", ") + ".";
  }

  /** The names in single quotes, joined. */
  public static String quoted(Collection<String> names, String separator) {
    return names.stream().map(n -> "'" + n + "'").collect(Collectors.joining(separator));
  }

  /** Optimal string alignment: Levenshtein's distance with swaps of neighbours. */
  private static int distance(String left, String right) {
    int[] a = left.toLowerCase(Locale.ROOT).codePoints().toArray();
    int[] b = right.toLowerCase(Locale.ROOT).codePoints().toArray();
    int[][] cost = new int[a.length + 1][b.length + 1];
    for (int i = 0; i <= a.length; i++) {
      for (int j = 0; j <= b.length; j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int replaced = cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
        cost[i][j] = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
          cost[i][j] = Math.min(cost[i][j], 1 + cost[i - 2][j - 2]);
        }
      }
    }
    return cost[a.length][b.length];
  }
}

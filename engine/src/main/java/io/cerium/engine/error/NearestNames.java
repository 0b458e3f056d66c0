package io.cerium.engine.error;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Finds what a user may have meant by a name that is not there. */
public final class NearestNames {
  private static final int MOST = 3;
  private static final int LONGEST = 128;

  private NearestNames() {}

  /**
   * The candidates that are a few letters away from what was typed, or begin with it. A name of
   * which no letter is left is not near, nor is anything near a text of more than 128 letters: that
   * is no name mistyped.
   *
   * @return at most three, nearest first; letter case does not count
   */
  public static List<String> of(String typed, Collection<String> candidates) {
    if (typed.length() > LONGEST) {
      return List.of();
    }
    String wanted = typed.toLowerCase(Locale.ROOT);
    int allowed = Math.max(1, Math.min(wanted.length(), 12) / 3);
    record Near(String name, int distance) {}
    return candidates.stream()
        .map(name -> new Near(name, distance(wanted, name.toLowerCase(Locale.ROOT), allowed)))
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

  /**
   * Edits, where two neighbours that changed places count once (optimal string alignment). Texts
   * whose lengths differ by more than is allowed are told by that alone, so that no text is too
   * long: they are that far apart at least, and exactly so where one begins with the other.
   */
  private static int distance(String a, String b, int allowed) {
    int longer = Math.abs(a.length() - b.length());
    if (longer > allowed) {
      return longer;
    }
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          row[j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(last[j - 1] + change, 1 + Math.min(last[j], row[j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[b.length()];
  }
}

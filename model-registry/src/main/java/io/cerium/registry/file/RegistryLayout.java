package io.cerium.registry.file;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.Path;

/**
 * Where the files of a registry lie. Paths are made of digests and numbers only, so that no name
 * that a user chose ever becomes one.
 *
 * @param root the registry's folder, absolute and with its scheme
 */
record RegistryLayout(Path root) {
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  /** Twenty digits, of which no registry needs the first two and a long cannot hold them all. */
  private static final Pattern NUMBERED = Pattern.compile("(00\\d{18})\\.json");

  Path commits() {
    return new Path(root, "commits");
  }

  Path commit(long number) {
    return new Path(commits(), numbered(number));
  }

  Path checkpoints() {
    return new Path(root, "checkpoints");
  }

  Path checkpoint(long number) {
    return new Path(checkpoints(), numbered(number));
  }

  /** Files that are being written; one left over belongs to a writer that was killed. */
  Path temporary() {
    return new Path(root, "tmp");
  }

  Path blob(String digest) {
    if (!isDigest(digest)) {
      throw new IllegalArgumentException("no SHA-256: '" + digest + "'");
    }
    return new Path(root, "blobs/sha256/" + digest.substring(0, 2) + "/" + digest);
  }

  static boolean isDigest(String text) {
    return DIGEST.matcher(text).matches();
  }

  /** The number in the name of a commit record or checkpoint; empty for a foreign file. */
  static OptionalLong number(String fileName) {
    Matcher matcher = NUMBERED.matcher(fileName);
    return matcher.matches()
        ? OptionalLong.of(Long.parseLong(matcher.group(1)))
        : OptionalLong.empty();
  }

  private static String numbered(long number) {
    return String.format("%020d.json", number);
  }
}

package io.cerium.engine.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The ends of a file, and what they tell of its format. Arrays are shared, not changed.
 *
 * @param bytes its first bytes
 * @param tail its last bytes, where an archive lists what is in it
 */
record FileHead(byte[] bytes, byte[] tail) {
  private static final int PRINTABLE_BYTES = 256;

  /**
   * Protocols 0 and 1, which have no number at the start: a class by module and name, a dict or a
   * list, each noted (p0, or q and a byte) to be referred to later. Without the note, a list of
   * labels might look like it.
   */
  private static final Pattern EARLY_PICKLE =
      Pattern.compile(
          "\\(*(?:c|\\(i)[A-Za-z_][\\w.]{0,200}\n[A-Za-z_][\\w.]{0,200}\n(?:p\\d+\n|q\0)"
              + "|ccopy_reg\n|csklearn\\.|\\([dl]p\\d+\n|[}\\]]q\0");

  /** How gzip, bzip2, xz, lzma and lz4 start: all but zip that archives and joblib compress by. */
  private static final Pattern COMPRESSED =
      Pattern.compile(
          "\u001f\u008b|BZh[1-9]1AY&SY|\u00fd7zXZ\0|\\]\0\0..\u00ff{8}|\u0004\"M\u0018",
          Pattern.DOTALL);

  // Each character is one byte, so that signatures compare as strings.
  private String text() {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private String tailText() {
    return new String(tail, StandardCharsets.ISO_8859_1);
  }

  /** The format, empty where it may be ONNX, or is nothing that is known. */
  Optional<ArtifactFormat> format() {
    if (bytes.length == 0) {
      return Optional.of(ArtifactFormat.EMPTY);
    }
    String text = text();
    if (text.startsWith("PK\3\4")) {
      return Optional.of(ofZip(text + tailText()));
    }
    if (text.startsWith("\u0089HDF\r\n\u001a\n")) {
      return Optional.of(ArtifactFormat.HDF5);
    }
    if (isPickle(text)) {
      return Optional.of(isTorchPickle(text) ? ArtifactFormat.TORCH : ArtifactFormat.PICKLE);
    }
    if (isSafetensors()) {
      return Optional.of(ArtifactFormat.SAFETENSORS);
    }
    if (text.startsWith("TFL3", 4)) {
      return Optional.of(ArtifactFormat.TFLITE);
    }
    if (text.startsWith("ORTM", 4)) {
      return Optional.of(ArtifactFormat.ORT);
    }
    // SavedModel: schema version 1, then a message that starts with its own meta information. An
    // ONNX file of format version 1 would have the producer's name there.
    if (text.startsWith("\b\1\22") && text.indexOf('\n', 3) <= 8 && text.indexOf('\n', 3) > 0) {
      return Optional.of(ArtifactFormat.SAVED_MODEL);
    }
    if (text.startsWith("\n") && isTensorflowGraph(text)) {
      return Optional.of(ArtifactFormat.TENSORFLOW_GRAPH);
    }
    return ofSignature(text).or(this::ofPrintable);
  }

  private static ArtifactFormat ofZip(String text) {
    if (text.contains("/data.pkl")
        || text.contains("/.data/")
        || text.contains("/.format_version")) {
      return text.contains("/constants.pkl") || text.contains("/code/")
          ? ArtifactFormat.TORCH_SCRIPT
          : ArtifactFormat.TORCH;
    }
    if (text.contains("model.weights.h5") || text.contains("metadata.json")) {
      return ArtifactFormat.KERAS;
    }
    return ArtifactFormat.ARCHIVE;
  }

  /** Pickle of any protocol, or as joblib compresses it by zlib. */
  private static boolean isPickle(String text) {
    if (text.length() > 2 && text.charAt(0) == '\u0080') {
      return text.charAt(1) >= 2 && text.charAt(1) <= 5;
    }
    boolean zlib =
        text.length() > 2
            && text.charAt(0) == 'x'
            && ((text.charAt(0) << 8) + text.charAt(1)) % 31 == 0;
    return zlib || EARLY_PICKLE.matcher(text).lookingAt();
  }

  /** Before version 1.6 PyTorch wrote a pickle that starts with this long number. */
  private static boolean isTorchPickle(String text) {
    return text.contains("\u008a\nl\u00fc\u009cF\u00f9 j\u00a8P\u0019.");
  }

  private boolean isSafetensors() {
    if (bytes.length < 10 || bytes[8] != '{') {
      return false;
    }
    long header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    return header > 1 && header < 100_000_000;
  }

  private static boolean isTensorflowGraph(String text) {
    String start = text.substring(0, Math.min(text.length(), PRINTABLE_BYTES));
    return start.contains("Placeholder") || start.contains("\22\5Const");
  }

  private static Optional<ArtifactFormat> ofSignature(String text) {
    ArtifactFormat found = null;
    if (text.startsWith("tree\nversion=") || text.startsWith("tree\r\nversion=")) {
      found = ArtifactFormat.LIGHTGBM;
    } else if (text.startsWith("binf") || text.startsWith("{L\0\0")) {
      found = ArtifactFormat.XGBOOST;
    } else if (text.startsWith("CBM1")) {
      found = ArtifactFormat.CATBOOST;
    } else if (text.startsWith("GGUF")) {
      found = ArtifactFormat.GGUF;
    } else if (text.startsWith("\u0093NUMPY")) {
      found = ArtifactFormat.NUMPY;
    } else if (COMPRESSED.matcher(text).lookingAt()) {
      found = ArtifactFormat.COMPRESSED;
    } else if (text.startsWith("ustar", 257)) {
      found = ArtifactFormat.ARCHIVE;
    } else if (text.startsWith("\u00ff\u00d8\u00ff") || text.startsWith("\u0089PNG")) {
      found = ArtifactFormat.IMAGE;
    } else if (text.startsWith("version https://git-lfs")) {
      found = ArtifactFormat.LFS_POINTER;
    }
    return Optional.ofNullable(found);
  }

  private Optional<ArtifactFormat> ofPrintable() {
    int length = Math.min(bytes.length, PRINTABLE_BYTES);
    for (int i = 0; i < length; i++) {
      int b = bytes[i] & 0xff;
      if (b < ' ' && b != '\n' && b != '\r' && b != '\t') {
        return Optional.empty();
      }
    }
    String start = text().strip().toLowerCase(Locale.ROOT);
    if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
      return Optional.of(ArtifactFormat.HTML);
    }
    if (start.startsWith("{")) {
      boolean xgboost = start.contains("\"learner\"") || start.contains("\"gbtree\"");
      return Optional.of(xgboost ? ArtifactFormat.XGBOOST : ArtifactFormat.JSON);
    }
    return Optional.of(ArtifactFormat.TEXT);
  }
}

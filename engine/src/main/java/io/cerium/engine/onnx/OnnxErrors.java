package io.cerium.engine.onnx;

import ai.onnxruntime.OrtException;
import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.error.LackOfMemory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the runtime's messages into errors that say what to do. */
final class OnnxErrors {
  // Messages hold names from the model's file, of any length: they are shortened before they are
  // matched, and no pattern goes back over what it has read.

  private static final int MOST_CHARACTERS = 2_000;

  private static final Pattern LONG_NAME = Pattern.compile("(\\w{200})\\w++");

  private static final Pattern CODE =
      Pattern.compile("^Error code - \\w+ - message: (?:Load model from [^\\n]*? failed: ?)?");

  /** Where in the runtime's source it happened: file, line, signature. */
  private static final Pattern SOURCE_LINE =
      Pattern.compile(
          "(?<!\\S)[^\\s/]*+/\\S+?\\.(?:cc|h|cpp):\\d++ [^\\n)]*+\\)(?: const)?"
              + "(?: \\[[^\\]]*+\\])? ?");

  private static final Pattern OPSET =
      Pattern.compile("Opset (\\d+) is under development.*?domain \\S+ is till opset (\\d+)");

  private static final Pattern IR_VERSION =
      Pattern.compile("IR version: (\\d+), max supported IR version: (\\d+)");

  private static final Pattern NO_OPERATOR =
      Pattern.compile(
          "(?<![\\w.])(?:(?<domain>[\\w.]++):)?(?<operator>\\w++)\\(-?\\d*+\\) is not a registered function/op"
              + "|Could not find an implementation for (?:[\\w.]++:)?(?<other>\\w++)\\("
              + "|No Op registered for (?<unknown>\\w++) ");

  private static final Pattern NO_TYPE = Pattern.compile("MLDataType for: tensor\\((\\w+)\\)");

  /** As the C++ library, the runtime's own allocators and CUDA say it. */
  private static final Pattern NO_MEMORY =
      Pattern.compile(
          "bad[_ ]alloc|failed to allocate|out of memory|smaller than requested bytes",
          Pattern.CASE_INSENSITIVE);

  private OnnxErrors() {}

  /** Why a model cannot be loaded. */
  static CeriumException loadFailed(String location, OrtException e) {
    String message = message(e);
    if (isMemory(message)) {
      return LackOfMemory.ofWeights(location, e, reason(e));
    }
    Matcher opset = OPSET.matcher(message);
    if (opset.find()) {
      return CeriumException.causedBy(
          e,
          ErrorCode.ARTIFACT_OPSET_UNSUPPORTED,
          "location",
          location,
          "found",
          opset.group(1),
          "supported",
          opset.group(2));
    }
    Matcher ir = IR_VERSION.matcher(message);
    if (ir.find()) {
      return unsupported(
          e,
          location,
          "its file format is of version " + ir.group(1) + ", newer than " + ir.group(2),
          "In Python: model = onnx.load('model.onnx'); model.ir_version = "
              + ir.group(2)
              + "; onnx.save(model, 'model.onnx').");
    }
    Matcher operator = NO_OPERATOR.matcher(message);
    if (operator.find()) {
      return unsupported(
          e,
          location,
          "it uses the operator " + name(operator) + ", which the runtime does not have",
          "Export it with standard ONNX operators.");
    }
    Matcher type = NO_TYPE.matcher(message);
    if (type.find()) {
      return unsupported(
          e,
          location,
          "it has values of the type " + type.group(1) + ", which the runtime does not have",
          "Export it with numbers of other types.");
    }
    return CeriumException.causedBy(
        e, ErrorCode.ARTIFACT_CORRUPT, "location", location, "reason", reason(e));
  }

  private static String name(Matcher operator) {
    if (operator.group("domain") != null) {
      return "'"
          + operator.group("operator")
          + "' of the domain '"
          + operator.group("domain")
          + "'";
    }
    String[] groups = {"operator", "other", "unknown"};
    for (String group : groups) {
      if (operator.group(group) != null) {
        return "'" + operator.group(group) + "'";
      }
    }
    throw new IllegalStateException("a match names an operator");
  }

  /** Why a run failed. */
  static CeriumException runFailed(String location, long rows, OrtException e) {
    String reason = reason(e);
    if (isMemory(reason)) {
      return LackOfMemory.ofBatch(location, rows, e, reason);
    }
    return CeriumException.causedBy(
        e,
        ErrorCode.INFERENCE_FAILED,
        "model",
        location,
        "reason",
        reason,
        "remedy",
        "Compare the inputs with the types and shapes that DESCRIBE MODEL shows, or use try_predict to"
            + " get NULL for rows that fail.");
  }

  private static boolean isMemory(String reason) {
    return NO_MEMORY.matcher(reason).find();
  }

  /** The runtime's message without its own code's whereabouts, as a clause. */
  static String reason(OrtException e) {
    String message = CODE.matcher(message(e)).replaceFirst("");
    String clean = SOURCE_LINE.matcher(message).replaceAll("").strip();
    return clean.endsWith(".") ? clean.substring(0, clean.length() - 1) : clean;
  }

  private static String message(OrtException e) {
    String message = LONG_NAME.matcher(String.valueOf(e.getMessage())).replaceAll("$1");
    return message.substring(0, Math.min(MOST_CHARACTERS, message.length()));
  }

  private static CeriumException unsupported(
      OrtException e, String location, String reason, String remedy) {
    return CeriumException.causedBy(
        e,
        ErrorCode.ARTIFACT_UNSUPPORTED,
        "location",
        location,
        "reason",
        reason,
        "remedy",
        remedy);
  }
}

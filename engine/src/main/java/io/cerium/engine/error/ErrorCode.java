package io.cerium.engine.error;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every error that Cerium reports: its name, its SQLSTATE and the template of its message.
 *
 * <p>A template says problem, reason and remedy; {@code <name>} stands for a parameter. The page
 * {@code docs/errors.md} is made from this list.
 */
public enum ErrorCode {
  AMBIGUOUS_MODEL_REFERENCE(
      "42702",
      "'<name>' is both a column in scope and a model. Quote the model, as in predict('<name>',"
          + " ...); a column cannot name one."),
  ARGUMENT_INVALID("22023", "The argument '<argument>' of '<function>' <problem>. <remedy>"),
  ARTIFACT_COPY_FAILED(
      "58030",
      "The model at '<location>' cannot be copied to the folder '<folder>': <reason>. Free space"
          + " there, or name another folder by -Djava.io.tmpdir."),
  ARTIFACT_NOT_FOUND(
      "58030", "No file can be read at '<location>': <reason>. Give the path or URI of a file."),
  ARTIFACT_NOT_ONNX(
      "22KD1", "The file '<location>' is no ONNX model: it looks like <format>. <remedy>"),
  ARTIFACT_CORRUPT(
      "22KD2",
      "The ONNX model at '<location>' cannot be loaded: <reason>. Export or download it again."),
  ARTIFACT_OPSET_UNSUPPORTED(
      "0AKD1",
      "The ONNX model at '<location>' uses opset <found>; this version reads up to opset"
          + " <supported>. Export it again with opset_version=<supported>."),
  ARTIFACT_UNSUPPORTED("0AKD2", "The model at '<location>' cannot be served: <reason>. <remedy>"),
  EXTENSION_MISSING(
      "56038",
      "Nothing in this session answers <function>. Start it with"
          + " spark.sql.extensions=io.cerium.catalyst.CeriumExtensions."),
  IMAGE_DECODE_FAILED(
      "22KD3",
      "The value is no image that can be read: <reason> (<size> bytes, first bytes <head>). Use"
          + " try_decode_image or try_predict to get NULL for such rows. Of a table t with the"
          + " column content, this lists them: SELECT * FROM t WHERE content IS NOT NULL AND"
          + " try_decode_image(content) IS NULL."),
  IMAGE_ENCODE_FAILED(
      "22KD8",
      "The image of <width> x <height> pixels cannot be written as <format>: <reason>. Write it"
          + " smaller, or in another format."),
  IMAGE_SIZE_MISMATCH(
      "22KD7",
      "The image has <width> x <height> pixels, but <expected> are needed. Use resize or"
          + " center_crop, or the options resize and crop of the model."),
  IMAGE_TOO_LARGE(
      "22KD4",
      "The image has <width> x <height> pixels, <problem>. <remedy>, or use try_decode_image or"
          + " try_predict to get NULL for such rows."),
  INFERENCE_FAILED("58KD1", "The model '<model>' failed: <reason>. <remedy>"),
  INFERENCE_TIMEOUT("58KD2", "The model '<model>' <what> within <seconds> s. <remedy>"),
  MODEL_ALREADY_EXISTS(
      "42710",
      "The model '<name>' exists already. Use CREATE OR REPLACE MODEL to add a version, or CREATE"
          + " MODEL IF NOT EXISTS to keep it."),
  MODEL_ARGUMENT_ORDER(
      "42KD1",
      "The columns given to the model '<name>' are its inputs in another order: expected"
          + " (<expected>), given (<given>). Write them in the model's order, or by name:"
          + " <remedy>."),
  MODEL_ARGUMENT_RESERVED(
      "42KD2",
      "The model '<name>' has an input named '<argument>', which is also an option of <function>."
          + " Give the inputs in a struct: <remedy>."),
  MODEL_LABEL_NOT_FOUND("42KD9", "The model '<name>' has no class '<label>'. <near>"),
  MODEL_NAME_INVALID("42602", "'<name>' cannot be the name of a model: <reason>. <remedy>"),
  MODEL_NAME_NOT_CONSTANT(
      "42KD3",
      "The model given to <function> is the expression '<expression>', which is no constant text. The"
          + " name of a model comes first, quoted or bare: <function>(my_model, ...)."),
  MODEL_NOT_FOUND(
      "42704", "There is no model '<name>'. <near> SHOW MODELS lists the models there are."),
  MODEL_OPTION_INVALID("22023", "The option '<option>' <problem>. <remedy>"),
  MODEL_OPTION_UNKNOWN("42KD4", "There is no option '<option>'. <near>"),
  MODEL_OUTPUT_NOT_FOUND(
      "42KD5", "The model '<name>' has no output '<output>'. It has: <candidates>."),
  MODEL_OUTPUT_INVALID(
      "22KD9",
      "The model's output '<output>' <problem>. Check the row's values and the model's"
          + " preprocessing, or use try_predict to get NULL for such rows."),
  MODEL_PROVIDER_UNKNOWN(
      "42KD6", "There is no provider '<provider>' of models. USING takes: <candidates>."),
  MODEL_INPUT_INVALID(
      "22KD6",
      "The value given to the model's input '<input>' <problem>. Correct the row, or use"
          + " try_predict to get NULL for it."),
  MODEL_LABELS_MISMATCH(
      "22KD5",
      "The labels of the model are <labels>, but its output '<output>' has <classes> values a row."
          + " Give one label for each value, in the order of the output."),
  MODEL_SIGNATURE_MISMATCH(
      "42KD7",
      "The model '<name>' does not take these inputs: <problem>. Expected: <expected>. Given:"
          + " <given>. <remedy>"),
  MODEL_TASK_MISMATCH(
      "42KD8", "<function> does not work with the model '<name>': <problem>. <remedy>"),
  NATIVE_LIBRARY_UNAVAILABLE(
      "58KD3", "The native library '<library>' cannot be loaded: <reason>. <remedy>"),
  OUT_OF_MEMORY(
      "53KD1",
      "There is not enough memory for <what>: <reason>. Lower batch_size, or"
          + " give the process more memory (spark.executor.memory, -XX:MaxDirectMemorySize)."),
  REGISTRY_CONFLICT(
      "40KD1",
      "The model '<name>' was changed by another session at the same time. Run the statement"
          + " again."),
  REGISTRY_CORRUPT("58KD4", "The model registry at '<location>' is damaged: <reason>. <remedy>"),
  REGISTRY_FORMAT_UNSUPPORTED(
      "0AKD3",
      "The model registry at '<location>' was written by a newer version: format <found>, this"
          + " version reads up to <supported>. Use a newer Cerium."),
  REGISTRY_UNAVAILABLE(
      "58030",
      "The model registry at '<location>' cannot be <action>: <reason>. Check the folder's rights,"
          + " its free space and its file system."),
  REGISTRY_UNSUPPORTED_FILE_SYSTEM(
      "0AKD4",
      "The model registry cannot live at '<location>': <reason>. Set spark.cerium.registry.location"
          + " to a folder on a local disk or HDFS."),
  SETTING_INVALID(
      "22023", "The setting <key> cannot be '<value>': <reason>. Correct it, or leave it out."),
  STATEMENT_REWRITE("42601", "<problem>. Write instead: <remedy>"),
  STATEMENT_SYNTAX("42601", "<problem>");

  private static final Pattern PARAMETER = Pattern.compile("<([a-z]+)>");

  private final String sqlState;
  private final String template;

  ErrorCode(String sqlState, String template) {
    this.sqlState = sqlState;
    this.template = template;
  }

  /** The five characters of the SQL standard's class and subclass. */
  public String sqlState() {
    return sqlState;
  }

  /** The message with {@code <name>} where a parameter goes. */
  public String template() {
    return template;
  }

  /**
   * The message with its parameters filled in, without error class and SQLSTATE.
   *
   * @throws IllegalArgumentException if a parameter of the template is not given
   */
  public String message(Map<String, String> parameters) {
    Matcher matcher = PARAMETER.matcher(template);
    StringBuilder message = new StringBuilder();
    while (matcher.find()) {
      String value = parameters.get(matcher.group(1));
      if (value == null) {
        throw new IllegalArgumentException(
            name() + " lacks the parameter '" + matcher.group(1) + "'");
      }
      matcher.appendReplacement(message, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(message).toString().strip();
  }
}

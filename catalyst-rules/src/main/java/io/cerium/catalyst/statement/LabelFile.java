package io.cerium.catalyst.statement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cerium.functions.model.ModelOption;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads labels from a file's content: a JSON list, a JSON {@code id2label} (alone, or inside the
 * configuration that model hubs ship), else a text with one label a line.
 */
final class LabelFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private LabelFile() {}

  static List<String> parse(String location, byte[] content) {
    String text = text(location, content);
    boolean isJson = location.toLowerCase(java.util.Locale.ROOT).endsWith(".json");
    if (isJson || text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[\"")) {
      return json(location, text);
    }
    return lines(text);
  }

  private static String text(String location, byte[] content) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw ModelOption.LABELS.invalid(
          "names the file '" + location + "', which is no text in UTF-8",
          "Give a text file with one label a line.");
    }
  }

  /** A blank line inside is a class without a name; blank lines at the end are no classes. */
  private static List<String> lines(String text) {
    return text.stripTrailing().lines().map(String::strip).toList();
  }

  private static List<String> json(String location, String text) {
    JsonNode root;
    try {
      root = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw ModelOption.LABELS.invalid(
          "names the file '" + location + "', which is no JSON: " + e.getOriginalMessage(),
          "Give a JSON list, a JSON object id2label, or a text with one label a line.");
    }
    if (root.isArray()) {
      List<String> labels = new ArrayList<>();
      root.forEach(label -> labels.add(scalar(location, label)));
      return labels;
    }
    return byNumber(location, root.path("id2label").isObject() ? root.get("id2label") : root);
  }

  private static List<String> byNumber(String location, JsonNode map) {
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < map.size(); i++) {
      JsonNode label = map.get(Integer.toString(i));
      if (label == null) {
        throw ModelOption.LABELS.invalid(
            "names the file '" + location + "', which has no label for class " + i,
            "Its keys must be the numbers from 0 to " + (map.size() - 1) + ".");
      }
      labels.add(scalar(location, label));
    }
    return labels;
  }

  private static String scalar(String location, JsonNode label) {
    if (!label.isValueNode() || label.isNull()) {
      throw ModelOption.LABELS.invalid(
          "names the file '" + location + "', where a label is " + label,
          "Every label must be a text.");
    }
    return label.asText();
  }
}

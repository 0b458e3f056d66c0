package io.cerium.shell;

import java.math.BigDecimal;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Values as JSON: numbers and booleans typed, BINARY as base64, NaN and the infinities as strings,
 * since JSON has none.
 */
final class JsonText {
  private final ScalarText scalars;

  JsonText(ScalarText scalars) {
    this.scalars = scalars;
  }

  String of(Object value) {
    StringBuilder json = new StringBuilder();
    append(json, value);
    return json.toString();
  }

  private void append(StringBuilder json, Object value) {
    if (value == null || value instanceof Boolean) {
      json.append(value);
    } else if (value instanceof Number number) {
      appendNumber(json, number);
    } else if (value instanceof byte[] bytes) {
      appendString(json, Base64.getEncoder().encodeToString(bytes));
    } else if (value instanceof List<?> list) {
      appendList(json, list);
    } else if (value instanceof Map<?, ?> map) {
      Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
      json.append('{');
      while (entries.hasNext()) {
        Map.Entry<?, ?> entry = entries.next();
        appendField(json, key(entry.getKey()), entry.getValue());
        json.append(entries.hasNext() ? "," : "");
      }
      json.append('}');
    } else if (value instanceof StructValue struct) {
      appendStruct(json, struct);
    } else {
      appendString(json, scalars.of(value));
    }
  }

  private static void appendNumber(StringBuilder json, Number number) {
    if (number instanceof BigDecimal decimal) {
      json.append(decimal.toPlainString());
    } else if (Double.isFinite(number.doubleValue())) {
      json.append(number);
    } else {
      appendString(json, number.toString());
    }
  }

  private void appendList(StringBuilder json, List<?> list) {
    json.append('[');
    for (int i = 0; i < list.size(); i++) {
      json.append(i == 0 ? "" : ",");
      append(json, list.get(i));
    }
    json.append(']');
  }

  private void appendStruct(StringBuilder json, StructValue struct) {
    json.append('{');
    for (int i = 0; i < struct.names().size(); i++) {
      json.append(i == 0 ? "" : ",");
      appendField(json, struct.names().get(i), struct.values().get(i));
    }
    json.append('}');
  }

  private void appendField(StringBuilder json, String name, Object value) {
    appendString(json, name);
    json.append(':');
    append(json, value);
  }

  private String key(Object key) {
    boolean nested = key instanceof List || key instanceof Map || key instanceof StructValue;
    return nested ? of(key) : scalars.of(key);
  }

  private static void appendString(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> json.append('\\').append(c);
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        default -> json.append(c < ' ' ? String.format("\\u%04x", (int) c) : c);
      }
    }
    json.append('"');
  }
}

package io.cerium.benchmark;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a side answers: named values, in one line of text between processes.
 *
 * @param values by name, in the order of the report
 */
record Reply(Map<String, String> values) {
  static final String PREFIX = "=> ";

  static Reply empty() {
    return new Reply(new LinkedHashMap<>());
  }

  Reply with(String name, Object value) {
    values.put(name, String.valueOf(value));
    return this;
  }

  double number(String name) {
    return Double.parseDouble(text(name));
  }

  String text(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("no '" + name + "' in " + values);
    }
    return value;
  }

  String toLine() {
    return values.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining("\t", PREFIX, ""));
  }

  static Reply ofLine(String line) {
    Reply reply = empty();
    for (String pair : line.substring(PREFIX.length()).split("\t", -1)) {
      String[] parts = pair.split("=", 2);
      reply.with(parts[0], parts[1]);
    }
    return reply;
  }
}

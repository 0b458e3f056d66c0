package io.cerium.shell;

import java.util.List;
import java.util.Map;

/**
 * The text of a value in a cell: a scalar as Spark's cast to STRING, a list, map or struct as JSON.
 */
record CellText(ScalarText scalars, JsonText json) {
  String of(Object value) {
    boolean nested = value instanceof List || value instanceof Map || value instanceof StructValue;
    return nested ? json.of(value) : scalars.of(value);
  }
}

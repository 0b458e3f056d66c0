package io.cerium.shell;

import java.util.List;

/**
 * A struct of a result.
 *
 * @param names of the fields; may hold one name twice
 * @param values may hold null
 */
record StructValue(List<String> names, List<Object> values) {}

package io.cerium.functions.model;

import java.util.Optional;
import org.apache.spark.sql.types.DataType;

/**
 * One value of a call, or one field of a struct that was given.
 *
 * @param argument the index of the call's input
 * @param field the field of that input where it is a struct
 * @param name what a message calls it
 */
record GivenValue(int argument, Optional<String> field, String name, DataType type) {
  /** As in {@code age BIGINT}. */
  @Override
  public String toString() {
    return name + " " + type.sql();
  }
}

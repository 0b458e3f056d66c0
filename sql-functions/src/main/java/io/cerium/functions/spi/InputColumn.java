package io.cerium.functions.spi;

import java.util.Optional;
import org.apache.spark.sql.types.DataType;

/**
 * A value that a kernel reads from each row.
 *
 * @param argument the index of the call's input
 * @param field the field of that input where it is a struct
 * @param type the type that the kernel wants; the value is cast to it
 */
public record InputColumn(int argument, Optional<String> field, DataType type) {}

package io.cerium.functions.spi;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A statement and what it answers; executed by the tests.
 *
 * <p>{@code ${examples}} in the statement stands for the folder {@code sql-examples}, and the model
 * {@code efficientnet} and the table {@code photos (photo, content)} of the quick start are there.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Example {
  String sql();

  /** The rows as Hive's CLI prints them: columns separated by tabs, one line a row. */
  String result();
}

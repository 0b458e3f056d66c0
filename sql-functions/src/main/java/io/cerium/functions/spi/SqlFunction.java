package io.cerium.functions.spi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes a function where it is defined. Registration, {@code DESCRIBE FUNCTION EXTENDED}, the
 * page in {@code docs/functions/} and a test of each example are made from it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface SqlFunction {
  /** The name in SQL, in lower case. */
  String name();

  /** Further names, in lower case. */
  String[] aliases() default {};

  FunctionGroup group();

  /** What it does, in a sentence or two. */
  String summary();

  /** What it returns: type, then unit, range and NULL. */
  String returns();

  /** The arguments of a batch function; those of other kinds stand on their parameters. */
  Arg[] arguments() default {};

  /** The name of an image function's first argument, the picture. */
  String input() default "image";

  /** What a row does whose value cannot be computed. */
  OnFailure onFailure() default OnFailure.FAIL;

  Example[] examples();

  /** Further remarks: limits, source (paper or spec). */
  String note() default "";

  /** The version of Cerium that brought it. */
  String since() default "0.1.0";

  /** What a row does whose value cannot be computed. */
  enum OnFailure {
    /** The query fails with the row's error. */
    FAIL,
    /** The row's value is NULL: the functions whose name begins with {@code try_}. */
    NULL
  }
}

package io.cerium.functions.spi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One argument of a function, as SQL sees it: on a parameter, or listed in {@link SqlFunction}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Arg {
  /** The name for {@code name => value}, in lower case. */
  String name();

  /** What it is: then unit, range and NULL where they matter. */
  String doc();

  /**
   * The type in words, where no parameter of a method has it: for the arguments of batch functions.
   */
  String type() default "";

  /** The value where it is left out, as a SQL literal; an argument without one must be given. */
  String defaultValue() default REQUIRED;

  /** Marks an argument that has no default. */
  String REQUIRED = "\u0000";
}

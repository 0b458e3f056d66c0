package io.cerium.catalyst.statement;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes a statement where it is defined; {@code docs/statements.md} is made from it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(java.lang.annotation.ElementType.TYPE)
public @interface Statement {
  /** The statement's first words, its heading. */
  String name();

  /** What can be typed, in the notation of Spark's SQL reference. */
  String syntax();

  /** What it does, in a sentence or two. */
  String summary();

  /** What it answers: the rows and their columns. */
  String returns();

  /** Statements that work where the quick start's model is there. */
  String[] examples();

  /** Limits and further remarks. */
  String note() default "";
}

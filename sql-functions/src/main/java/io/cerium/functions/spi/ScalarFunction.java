package io.cerium.functions.spi;

/**
 * A function of one row: its class has public static methods named {@code call}, one an overload,
 * whose parameters carry {@link Arg}. They are called from generated code, by many threads at once.
 *
 * <p>Types are those of {@code catalog.SparkTypes}. A NULL argument gives NULL without a call.
 */
public non-sealed interface ScalarFunction extends FunctionContract {}

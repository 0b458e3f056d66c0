package io.cerium.functions.spi;

/**
 * What every function is: one of the kinds below, with a {@link SqlFunction} annotation on its
 * class and a public constructor without parameters. Found by {@link java.util.ServiceLoader}
 * ({@code @AutoService(FunctionContract.class)}).
 */
public sealed interface FunctionContract permits ScalarFunction, ImageFunction, BatchFunction {}

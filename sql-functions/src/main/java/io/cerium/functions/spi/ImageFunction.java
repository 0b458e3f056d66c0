package io.cerium.functions.spi;

/**
 * A function whose first argument is a picture (BINARY or Spark's image struct): its class has
 * public static methods named {@code call}, one an overload, for the arguments after the picture.
 *
 * <p>What {@code call} returns says what the function does: an {@code ImageOp} or a list of them is
 * a step, and the function yields an image; an {@code ImageEnd} ends the pipeline in another form.
 * Adjacent calls are fused into one native pass. A NULL argument gives NULL.
 */
public non-sealed interface ImageFunction extends FunctionContract {}

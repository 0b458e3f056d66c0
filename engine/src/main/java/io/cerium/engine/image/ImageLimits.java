package io.cerium.engine.image;

import java.io.Serializable;

/**
 * What a decoder refuses before it takes memory.
 *
 * @param maxPixels width x height at most
 */
public record ImageLimits(long maxPixels) implements Serializable {}

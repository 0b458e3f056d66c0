package io.cerium.engine.image;

/** A picture as SQL gives it: a file's bytes, or pixels. */
public sealed interface Image permits EncodedImage, Pixels {}

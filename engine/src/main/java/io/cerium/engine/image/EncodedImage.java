package io.cerium.engine.image;

/**
 * The bytes of an image file, not yet looked at.
 *
 * @param bytes shared, never written
 */
public record EncodedImage(byte[] bytes) implements Image {}

package io.cerium.functions.spi;

/** A return that is a map whose keys are known before any row is seen. */
public interface KeyedReturn extends BatchReturn {
  /**
   * What {@code call(...)['key']} returns: the value of that key alone, so that no map is made.
   *
   * @throws io.cerium.engine.error.CeriumException if the map has no such key
   */
  BatchReturn valueOf(String key);
}

package io.cerium.functions.spi;

/** The answer to one batch; for one thread. Closing it gives its native memory back. */
public interface BatchAnswer extends AutoCloseable {
  /**
   * @param row the index of the row in its batch
   * @param returned the index of the {@link BatchReturn} that was given to {@link BatchKernel#open}
   * @return a Catalyst value that does not share memory with this answer, or null
   * @throws io.cerium.engine.error.CeriumException if the row failed and its call wants that to
   *     fail
   */
  Object value(int row, int returned);

  @Override
  void close();
}

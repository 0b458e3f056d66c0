package io.cerium.benchmark;

/** One of the ways to answer photos that are compared; each runs in a process of its own. */
interface Side extends AutoCloseable {
  /** The mean probability of the winning class over the example photos. */
  double meanScore();

  /** Answers photos for about so long, so that nothing is compiled or loaded later. */
  void warmUp(int seconds);

  /**
   * Answers so many photos, a multiple of those that there are.
   *
   * @return {@code mean-score} of the photos and what else this side knows of the run
   */
  Reply run(int photos);

  /** Ends it; its process ends too. */
  @Override
  void close();
}

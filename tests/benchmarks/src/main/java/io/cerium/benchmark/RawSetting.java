package io.cerium.benchmark;

import java.util.ArrayList;
import java.util.List;

/**
 * How a bare loop spends the processors.
 *
 * @param runners threads that run the network, a batch at a time
 * @param intraOp threads inside one run
 * @param batch photos a run
 * @param decoders threads that only decode; 0 where each runner decodes its own batch
 */
record RawSetting(int runners, int intraOp, int batch, int decoders) {
  private static final int[] BATCHES = {1, 2, 4, 8, 16};

  /** All that are tried on a machine with so many processors. */
  static List<RawSetting> all(int processors) {
    List<RawSetting> settings = new ArrayList<>();
    for (int batch : BATCHES) {
      for (int decoders : new int[] {0, processors}) {
        settings.add(new RawSetting(processors, 1, batch, decoders));
        settings.add(new RawSetting(1, processors, batch, decoders));
      }
    }
    return settings;
  }

  @Override
  public String toString() {
    return runners
        + " x "
        + intraOp
        + " threads, batch "
        + batch
        + ", decoded "
        + (decoders == 0 ? "by the same threads" : "by " + decoders + " others");
  }
}

package io.cerium.benchmark;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;

/**
 * What a careful author writes without Cerium: a function of one row, over one session that all
 * task threads share, with memory that each thread keeps.
 */
final class RowFunction implements UDF1<byte[], Row> {
  private static final long serialVersionUID = 1L;

  // Spark copies the function for each task: what is shared has to live in the process.
  private static final Map<String, Shared> SHARED = new ConcurrentHashMap<>();

  private final String network;

  RowFunction(String network) {
    this.network = network;
  }

  private record Shared(RawSession session, List<String> labels, ThreadLocal<RawBatch> batches) {
    static Shared of(String name) {
      Network network = Network.resolve(name);
      RawSession session = new RawSession(network, 1);
      return new Shared(
          session, network.labelTexts(), ThreadLocal.withInitial(() -> new RawBatch(session, 1)));
    }
  }

  @Override
  public Row call(byte[] content) {
    Shared shared = SHARED.computeIfAbsent(network, Shared::of);
    RawBatch batch = shared.batches().get();
    batch.decode(content, 0);
    batch.run();
    return RowFactory.create(shared.labels().get(batch.winner(0)), (float) batch.score(0));
  }
}

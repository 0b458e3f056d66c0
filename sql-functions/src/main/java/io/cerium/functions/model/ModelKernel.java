package io.cerium.functions.model;

import io.cerium.engine.image.ImageOp;
import io.cerium.engine.image.ImagePipeline;
import io.cerium.engine.model.Device;
import io.cerium.engine.model.InferenceSettings;
import io.cerium.functions.spi.BatchEnvironment;
import io.cerium.functions.spi.BatchKernel;
import io.cerium.functions.spi.BatchReturn;
import io.cerium.functions.spi.BatchRunner;
import io.cerium.functions.spi.ModelLookup.PinnedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.DataType;

/**
 * Runs one version of a model.
 *
 * @param device where
 * @param batchRows rows a run, or {@link #AUTO_BATCH}
 * @param feeds what fills each of its tensors
 */
record ModelKernel(
    PinnedModel model,
    Device device,
    int batchRows,
    List<TensorFeed> feeds,
    InferenceSettings.Values settings)
    implements BatchKernel {
  /** The number of rows is found by measuring. */
  static final int AUTO_BATCH = 0;

  /**
   * The most rows of a batch, and of those gathered for one: rows that never reach the model,
   * because an input is NULL, must not be gathered without end.
   */
  static final int MOST_ROWS = 8192;

  ModelKernel {
    feeds = List.copyOf(feeds);
  }

  @Override
  public String describe() {
    StringBuilder text = new StringBuilder();
    text.append(model).append(" on ").append(device).append(", batch ");
    text.append(batchRows == AUTO_BATCH ? "auto" : Integer.toString(batchRows));
    for (TensorFeed feed : feeds) {
      if (feed instanceof TensorFeed.Picture picture) {
        text.append(", ").append(feed.tensor().name()).append(" = ");
        text.append(PipelineText.of(picture));
      }
    }
    return text.toString();
  }

  @Override
  public List<PinnedModel> models() {
    return List.of(model);
  }

  @Override
  public BatchRunner open(BatchEnvironment environment, List<BatchReturn> returns, int mostRows) {
    List<ModelReturn> modelReturns = new ArrayList<>();
    for (BatchReturn returned : returns) {
      modelReturns.add((ModelReturn) returned);
    }
    return new ModelRunner(this, environment, modelReturns, mostRows);
  }

  @Override
  public Optional<BatchKernel> fuse(int input, DataType type, ImagePipeline pipeline) {
    List<TensorFeed> fused = new ArrayList<>();
    boolean found = false;
    for (TensorFeed feed : feeds) {
      if (feed instanceof TensorFeed.Picture picture && picture.input() == input) {
        found = true;
        List<ImageOp> ops = new ArrayList<>(pipeline.ops());
        ops.addAll(picture.pipeline().ops());
        fused.add(
            new TensorFeed.Picture(
                picture.tensor(),
                input,
                type instanceof BinaryType,
                new ImagePipeline(ops, pipeline.limits()),
                picture.format()));
      } else if (feed.inputs().contains(input)) {
        return Optional.empty();
      } else {
        fused.add(feed);
      }
    }
    return found
        ? Optional.of(new ModelKernel(model, device, batchRows, fused, settings))
        : Optional.empty();
  }
}

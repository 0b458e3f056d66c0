package io.cerium.functions.spi;

import io.cerium.engine.image.ImagePipeline;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.types.DataType;

/**
 * What a batch call runs on executors. Immutable; equal kernels over equal inputs run once, so
 * {@code equals} compares all that decides an answer.
 */
public interface BatchKernel extends Serializable {
  /** For {@code EXPLAIN}: {@code efficientnet@1 on cpu}. */
  String describe();

  /** The models whose artifacts must be there before {@link #open}. */
  List<ModelLookup.PinnedModel> models();

  /**
   * Begins a task's run.
   *
   * @param returns what will be asked of each answer, in the order of {@link BatchAnswer#value}
   * @param mostRows no batch is larger than this
   */
  BatchRunner open(BatchEnvironment environment, List<BatchReturn> returns, int mostRows);

  /**
   * The same kernel with the pipeline's ops done inside, before its own: called when the input of
   * this index is an image call, whose own input of type {@code type} takes its place.
   *
   * @return empty if that input is no image here
   */
  Optional<BatchKernel> fuse(int input, DataType type, ImagePipeline pipeline);
}

package io.cerium.functions.catalyst;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.image.Image;
import io.cerium.engine.image.ImageEnd;
import io.cerium.engine.image.ImageLimits;
import io.cerium.engine.image.ImageOp;
import io.cerium.engine.image.ImagePipeline;
import io.cerium.engine.image.Pixels;
import io.cerium.functions.catalog.ImageType;
import io.cerium.functions.spi.SqlFunction.OnFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.types.DataType;

/**
 * Image functions that run in one native pass. What comes out is exactly what they give one by one:
 * where a row has a NULL or fails, they are run one by one to find out which of them decides.
 *
 * <p>Immutable, safe for all threads.
 *
 * @param steps at least one; all but the last yield pixels
 */
record ImageChain(List<ImageStep> steps, ImageLimits limits) {
  ImageChain {
    steps = List.copyOf(steps);
  }

  /**
   * Computes one row.
   *
   * @param picture Catalyst's value, not null
   * @param type of the picture
   * @param values of all arguments; may be empty if all are constant
   * @return Catalyst's value, or null
   * @throws CeriumException if the row fails and its step does not promise NULL
   */
  Object run(Object picture, DataType type, Object[] values) {
    if (steps.size() > 1) {
      try {
        List<ImageStep.Work> works = new ArrayList<>(steps.size());
        for (ImageStep step : steps) {
          works.add(step.work(values));
        }
        Image image = (Image) ImageType.INSTANCE.toJava(picture, type);
        if (image != null && !works.contains(null)) {
          return toCatalyst(pass(image, works), picture);
        }
      } catch (CeriumException e) {
        if (!RowFailure.isOf(e)) {
          throw e;
        }
      }
    }
    return toCatalyst(oneByOne(picture, type, values), picture);
  }

  private Object oneByOne(Object picture, DataType type, Object[] values) {
    Object result = null;
    for (ImageStep step : steps) {
      try {
        ImageStep.Work work = step.work(values);
        if (work == null) {
          return null;
        }
        Image image =
            step == steps.get(0)
                ? (Image) ImageType.INSTANCE.toJava(picture, type)
                : (Image) result;
        result = image == null ? null : pass(image, List.of(work));
      } catch (CeriumException e) {
        result = RowFailure.resolve(step.shape().function(), e);
      }
      if (result == null) {
        return null;
      }
    }
    return result;
  }

  private Object pass(Image image, List<ImageStep.Work> works) {
    ImagePipeline pipeline =
        new ImagePipeline(works.stream().flatMap(w -> w.ops().stream()).toList(), limits);
    ImageEnd end = works.get(works.size() - 1).end();
    return end instanceof ImageEnd.ToEncoded to
        ? pipeline.toEncoded(image, to.format(), to.quality())
        : pipeline.toPixels(image);
  }

  private static Object toCatalyst(Object result, Object picture) {
    return result instanceof Pixels pixels ? ImageType.INSTANCE.toStruct(pixels, picture) : result;
  }

  /** The ops, if all rows have the same, pixels come out and no step gives NULL for a failure. */
  Optional<ImagePipeline> constantPipeline() {
    List<ImageOp> ops = new ArrayList<>();
    for (ImageStep step : steps) {
      boolean isPlain = step.isConstant() && step.shape().function().onFailure() == OnFailure.FAIL;
      ImageStep.Work work = isPlain ? step.work(new Object[0]) : null;
      if (work == null || !(work.end() instanceof ImageEnd.ToPixels)) {
        return Optional.empty();
      }
      ops.addAll(work.ops());
    }
    return Optional.of(new ImagePipeline(ops, limits));
  }
}

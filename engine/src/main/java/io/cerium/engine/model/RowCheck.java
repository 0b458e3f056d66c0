package io.cerium.engine.model;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.tensor.Tensor;
import java.util.Map;

/**
 * Sees to it that each output of a run has one part for each row that went in.
 *
 * @param model its name, for messages
 */
record RowCheck(String model) {
  /**
   * @return the outputs
   * @throws CeriumException INFERENCE_FAILED if one of them has other rows; all are closed then
   */
  Map<String, Tensor> check(long rows, Map<String, Tensor> outputs) {
    outputs.forEach(
        (name, tensor) -> {
          if (tensor.shape().rank() == 0 || tensor.shape().dimension(0) != rows) {
            CeriumException failure =
                CeriumException.of(
                    ErrorCode.INFERENCE_FAILED,
                    "model",
                    model,
                    "reason",
                    "for "
                        + (rows == 1 ? "1 row" : rows + " rows")
                        + " its output '"
                        + name
                        + "' has the shape "
                        + tensor.shape(),
                    "remedy",
                    "Export it so that the first dimension of every output is the batch's"
                        + " (torch.onnx.export: dynamic_axes)"
                        + (rows == 1 ? "." : ", or set batch_size = 1."));
            outputs.values().forEach(Tensor::close);
            throw failure;
          }
        });
    return outputs;
  }
}

package io.cerium.engine.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.SparseTensorProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.List;

/** Finds tensors that keep their values in another file. */
final class ExternalData {
  private ExternalData() {}

  /** Whether there is one anywhere in the model. */
  static boolean isIn(ModelProto model, List<OnnxFunction> functions) {
    return isIn(model.getGraph())
        || functions.stream()
            .anyMatch(
                function ->
                    function.nodes().stream().anyMatch(ExternalData::isIn)
                        || function.defaults().stream().anyMatch(ExternalData::isIn));
  }

  private static boolean isIn(GraphProto graph) {
    return graph.getInitializerList().stream().anyMatch(ExternalData::isExternal)
        || graph.getSparseInitializerList().stream().anyMatch(ExternalData::isExternal)
        || graph.getNodeList().stream().anyMatch(ExternalData::isIn);
  }

  private static boolean isIn(NodeProto node) {
    return node.getAttributeList().stream().anyMatch(ExternalData::isIn);
  }

  private static boolean isIn(AttributeProto attribute) {
    return isExternal(attribute.getT())
        || attribute.getTensorsList().stream().anyMatch(ExternalData::isExternal)
        || isExternal(attribute.getSparseTensor())
        || attribute.getSparseTensorsList().stream().anyMatch(ExternalData::isExternal)
        || NestedGraphs.of(List.of(attribute)).stream().anyMatch(ExternalData::isIn);
  }

  private static boolean isExternal(SparseTensorProto sparse) {
    return isExternal(sparse.getValues()) || isExternal(sparse.getIndices());
  }

  private static boolean isExternal(TensorProto tensor) {
    return tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL
        || tensor.getExternalDataCount() > 0;
  }
}

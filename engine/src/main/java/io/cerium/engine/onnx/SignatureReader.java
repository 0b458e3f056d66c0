package io.cerium.engine.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.model.OutputEnd;
import io.cerium.engine.model.Signature;
import io.cerium.engine.model.TensorSpec;
import io.cerium.engine.tensor.ElementType;
import io.cerium.engine.tensor.Shape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells a model's signature from its file and from the runtime, which has inferred the shapes. */
final class SignatureReader {
  private final String location;
  private final ModelProto model;

  SignatureReader(OnnxArtifact artifact) {
    this.location = artifact.source().location();
    this.model = artifact.structure();
  }

  /**
   * @throws CeriumException ARTIFACT_UNSUPPORTED if an input or output is no tensor, or an input
   *     has no rows or any is larger than a tensor holds
   */
  Signature read(OrtSession session) throws OrtException {
    List<TensorSpec> inputs = specs("input", session.getInputInfo().values());
    if (inputs.isEmpty()) {
      throw unsupported(
          "it has no inputs, so it answers the same for every row",
          "Export it with the values of a row as inputs.");
    }
    inputs.forEach(input -> requireFits("input", input));
    List<TensorSpec> outputs = specs("output", session.getOutputInfo().values());
    outputs.forEach(output -> requireFits("output", output));
    return new Signature("onnx", inputs, outputs, ends(outputs), fixedBatch(inputs), metadata());
  }

  private Map<String, OutputEnd> ends(List<TensorSpec> outputs) {
    return outputs.stream()
        .filter(output -> output.type().isFloating())
        .map(TensorSpec::name)
        .collect(Collectors.toMap(name -> name, name -> GraphEnd.find(model.getGraph(), name)));
  }

  private List<TensorSpec> specs(String direction, Collection<NodeInfo> nodes) {
    List<TensorSpec> specs = new ArrayList<>();
    for (NodeInfo node : nodes) {
      if (!(node.getInfo() instanceof TensorInfo info)) {
        throw unsupported(
            "its " + direction + " '" + node.getName() + "' is no tensor",
            "Export it so that each row's values are a tensor; scikit-learn: skl2onnx.to_onnx(...,"
                + " options={'zipmap': False}).");
      }
      ElementType type =
          declaredInput(node.getName())
              .filter(declared -> direction.equals("input"))
              .or(() -> OnnxTypes.find(info))
              .orElseThrow(
                  () ->
                      unsupported(
                          "its "
                              + direction
                              + " '"
                              + node.getName()
                              + "' has elements of a type"
                              + " that SQL cannot hold",
                          "Put a Cast to float32 at that end of the graph."));
      specs.add(new TensorSpec(node.getName(), type, Shape.of(info.getShape())));
    }
    return specs;
  }

  /** A row, or as many as the model takes at once, has to fit one buffer. */
  private void requireFits(String direction, TensorSpec end) {
    long bytes = Math.max(1, end.type().bytes());
    for (long dimension : end.shape().dimensions()) {
      long times = Math.max(1, dimension);
      if (times > Integer.MAX_VALUE / bytes) {
        throw unsupported(
            "its " + direction + " '" + end + "' takes more than 2 GiB for each row or batch",
            "Export it with the dimensions that its data has.");
      }
      bytes *= times;
    }
  }

  /** The type of an input as its author wrote it, whatever {@link GraphEdit} made of it. */
  private Optional<ElementType> declaredInput(String name) {
    return model.getGraph().getInputList().stream()
        .filter(input -> input.getName().equals(name))
        .findFirst()
        .map(ValueInfoProto::getType)
        .flatMap(type -> OnnxTypes.find(type.getTensorType().getElemType()));
  }

  /** Rows lie along the first dimension of each input: all open, or all of one size. */
  private int fixedBatch(List<TensorSpec> inputs) {
    long fixed = 0;
    boolean first = true;
    for (TensorSpec input : inputs) {
      if (input.shape().rank() == 0) {
        throw unsupported(
            "its input '" + input + "' is one value for all rows",
            "Make it a constant of the graph, or give it a first dimension for the rows.");
      }
      long rows = Math.max(0, input.shape().dimension(0));
      if (!first && rows != fixed) {
        throw unsupported(
            "its inputs do not have the rows along their first dimension alike: " + inputs,
            "Export it with the batch as the first dimension of every input.");
      }
      fixed = rows;
      first = false;
    }
    return Math.toIntExact(fixed);
  }

  private Map<String, String> metadata() {
    Map<String, String> metadata = new HashMap<>();
    for (StringStringEntryProto entry : model.getMetadataPropsList()) {
      metadata.put(entry.getKey(), entry.getValue());
    }
    for (OperatorSetIdProto opset : model.getOpsetImportList()) {
      boolean standard = opset.getDomain().isEmpty() || opset.getDomain().equals("ai.onnx");
      metadata.put(
          standard ? "opset" : "opset." + opset.getDomain(), String.valueOf(opset.getVersion()));
    }
    metadata.put("ir_version", String.valueOf(model.getIrVersion()));
    putText(metadata, "producer", (model.getProducerName() + " " + model.getProducerVersion()));
    putText(metadata, "domain", model.getDomain());
    putText(metadata, "description", model.getDocString());
    putText(metadata, "graph", model.getGraph().getName());
    return metadata;
  }

  private static void putText(Map<String, String> metadata, String key, String text) {
    if (!text.isBlank()) {
      metadata.put(key, text.strip());
    }
  }

  private CeriumException unsupported(String reason, String remedy) {
    return CeriumException.of(
        ErrorCode.ARTIFACT_UNSUPPORTED, "location", location, "reason", reason, "remedy", remedy);
  }
}

package io.cerium.engine.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.error.UnreadableFile;
import io.cerium.engine.model.ModelSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import shade.com.google.protobuf.InvalidProtocolBufferException;

/**
 * A model's file, read so far that it is known to be ONNX and what is in it.
 *
 * @param source where it lies
 * @param structure the file without the values of its weights
 */
record OnnxArtifact(ModelSource source, ModelProto structure) {
  /**
   * @throws CeriumException ARTIFACT_NOT_FOUND, ARTIFACT_NOT_ONNX, ARTIFACT_CORRUPT or
   *     ARTIFACT_UNSUPPORTED
   */
  static OnnxArtifact read(ModelSource source) {
    String location = source.location();
    try {
      Optional<ArtifactFormat> other = ArtifactFormat.find(source);
      if (other.isPresent()) {
        throw notOnnx(location, other.get());
      }
      try (InputStream in = source.open()) {
        ModelProto structure = OnnxStructure.read(in);
        if (!structure.hasGraph() || structure.getIrVersion() == 0) {
          throw notOnnx(location, ArtifactFormat.UNKNOWN);
        }
        ArtifactCheck.check(location, structure);
        return new OnnxArtifact(source, structure);
      }
    } catch (InvalidProtocolBufferException e) {
      throw startsAsOnnx(source)
          ? unreadable(location, e)
          : notOnnx(location, ArtifactFormat.UNKNOWN);
    } catch (IOException e) {
      throw unreadable(location, e);
    }
  }

  /**
   * Every writer of ONNX files puts the field of the lowest number, the format's version, first.
   */
  private static boolean startsAsOnnx(ModelSource source) {
    try (InputStream in = source.open()) {
      return in.read() == ModelProto.IR_VERSION_FIELD_NUMBER << 3;
    } catch (IOException e) {
      throw unreadable(source.location(), e);
    }
  }

  /**
   * All nodes, those of functions and of bodies included.
   *
   * @throws CeriumException ARTIFACT_CORRUPT
   */
  List<NodeProto> nodes() {
    try {
      return NestedGraphs.allNodes(structure, OnnxFunction.of(structure));
    } catch (IOException e) {
      throw unreadable(source.location(), e);
    }
  }

  /**
   * The whole model, weights included.
   *
   * @throws CeriumException ARTIFACT_CORRUPT, ARTIFACT_NOT_FOUND
   */
  ModelProto whole() {
    try {
      return OnnxStructure.readWhole(source);
    } catch (IOException e) {
      throw unreadable(source.location(), e);
    }
  }

  private static CeriumException notOnnx(String location, ArtifactFormat format) {
    return CeriumException.of(
        ErrorCode.ARTIFACT_NOT_ONNX,
        "location",
        location,
        "format",
        format.title(),
        "remedy",
        format.remedy());
  }

  private static CeriumException unreadable(String location, IOException e) {
    if (e instanceof InvalidProtocolBufferException) {
      return CeriumException.causedBy(
          e,
          ErrorCode.ARTIFACT_CORRUPT,
          "location",
          location,
          "reason",
          "it is cut off or damaged, its parts do not fit together");
    }
    return UnreadableFile.at(location, e);
  }
}

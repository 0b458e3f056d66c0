package io.cerium.engine.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.model.ModelSource;
import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import shade.com.google.protobuf.InvalidProtocolBufferException;

/**
 * A model's file, read so far that it is known to be ONNX and what is in it.
 *
 * @param source where it lies
 * @param structure the file without the values of its weights
 */
record OnnxArtifact(ModelSource source, ModelProto structure) {
  private static final int HEAD_BYTES = 4096;

  /**
   * @throws CeriumException ARTIFACT_NOT_FOUND, ARTIFACT_NOT_ONNX, ARTIFACT_CORRUPT or
   *     ARTIFACT_UNSUPPORTED
   */
  static OnnxArtifact read(ModelSource source) {
    String location = source.location();
    try {
      Optional<ArtifactFormat> other = ArtifactFormat.find(head(source), path(source));
      if (other.isPresent()) {
        throw notOnnx(location, other.get());
      }
      try (InputStream in = open(source)) {
        ModelProto structure = OnnxStructure.read(in);
        if (!structure.hasGraph() || structure.getIrVersion() == 0) {
          throw notOnnx(location, ArtifactFormat.UNKNOWN);
        }
        if (OnnxStructure.hasExternalData(structure)) {
          throw CeriumException.of(
              ErrorCode.ARTIFACT_UNSUPPORTED,
              "location",
              location,
              "reason",
              "its weights lie in other files",
              "remedy",
              "Write it as one file: import onnx; onnx.save_model(onnx.load('model.onnx'),"
                  + " 'single.onnx', save_as_external_data=False).");
        }
        return new OnnxArtifact(source, structure);
      }
    } catch (IOException e) {
      throw unreadable(location, e);
    }
  }

  /**
   * The whole model, weights included.
   *
   * @throws CeriumException ARTIFACT_CORRUPT, ARTIFACT_NOT_FOUND
   */
  ModelProto whole() {
    try (InputStream in = open(source)) {
      return OnnxStructure.readWhole(in);
    } catch (IOException e) {
      throw unreadable(source.location(), e);
    }
  }

  private static byte[] head(ModelSource source) throws IOException {
    Path path = path(source);
    if (path != null && !Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    if (path != null && Files.isDirectory(path)) {
      return new byte[0];
    }
    try (InputStream in = open(source)) {
      return in.readNBytes(HEAD_BYTES);
    }
  }

  private static Path path(ModelSource source) {
    return source instanceof ModelSource.File file ? file.path() : null;
  }

  private static InputStream open(ModelSource source) throws IOException {
    if (source instanceof ModelSource.Bytes inMemory) {
      return new ByteArrayInputStream(inMemory.bytes());
    }
    // Not a channel's stream: an interrupt of this thread would close it under the reader.
    return new FileInputStream(((ModelSource.File) source).path().toFile());
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
    String reason =
        e instanceof NoSuchFileException ? "there is no such file" : String.valueOf(e.getMessage());
    return CeriumException.causedBy(
        e, ErrorCode.ARTIFACT_NOT_FOUND, "location", location, "reason", reason);
  }
}

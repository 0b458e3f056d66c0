package io.cerium.registry.file;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.registry.StagedArtifact;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Brings artifacts from any Hadoop file system to a private folder of this machine. */
record ArtifactStaging(Configuration configuration) {
  StagedArtifact stage(String location) {
    try {
      Path path = new Path(location);
      FileSystem files = path.getFileSystem(configuration);
      FileStatus status = files.getFileStatus(path);
      Path file = status.isDirectory() ? onlyModel(location, files, path) : path;
      try (InputStream in = files.open(file)) {
        return copy(location, in);
      }
    } catch (IOException e) {
      throw notFound(location, RegistryFailure.reason(e), e);
    } catch (IllegalArgumentException e) {
      throw notFound(location, "it is no path (" + e.getMessage() + ")", e);
    }
  }

  private static Path onlyModel(String location, FileSystem files, Path folder) throws IOException {
    List<Path> models = new ArrayList<>();
    for (FileStatus entry : files.listStatus(folder)) {
      String name = entry.getPath().getName();
      if (entry.isFile() && name.toLowerCase(Locale.ROOT).endsWith(".onnx")) {
        models.add(entry.getPath());
      }
    }
    if (models.size() != 1) {
      String found = models.isEmpty() ? "no .onnx file" : models.size() + " .onnx files";
      throw notFound(
          location, "it is a folder with " + found + ", and one file is to be named", null);
    }
    return models.get(0);
  }

  /** The copy is named by us: a name from elsewhere would become a path here. */
  private static StagedArtifact copy(String location, InputStream in) throws IOException {
    java.nio.file.Path folder = Files.createTempDirectory("cerium-artifact-");
    java.nio.file.Path file = folder.resolve("artifact");
    boolean copied = false;
    try (OutputStream out = new CopyStream(location, file)) {
      Sha256.Copied content = Sha256.copy(in, out);
      copied = true;
      return new StagedArtifact(location, file, content.digest(), content.bytes());
    } finally {
      if (!copied) {
        new StagedArtifact(location, file, "", 0).close();
      }
    }
  }

  private static CeriumException notFound(String location, String reason, Exception cause) {
    return CeriumException.causedBy(
        cause, ErrorCode.ARTIFACT_NOT_FOUND, "location", location, "reason", reason);
  }

  /** Tells a full local disk from an artifact that cannot be read. */
  private static final class CopyStream extends FilterOutputStream {
    private final String location;
    private final java.nio.file.Path file;

    CopyStream(String location, java.nio.file.Path file) throws IOException {
      super(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW));
      this.location = location;
      this.file = file;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      try {
        out.write(bytes, offset, length);
      } catch (IOException e) {
        throw CeriumException.causedBy(
            e,
            ErrorCode.ARTIFACT_COPY_FAILED,
            "location",
            location,
            "folder",
            file.getParent().toString(),
            "reason",
            RegistryFailure.reason(e));
      }
    }
  }
}

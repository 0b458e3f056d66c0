package io.cerium.registry.file;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.error.MaskedText;
import io.cerium.registry.StagedArtifact;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Brings artifacts from any Hadoop file system to a private folder of this machine. */
record ArtifactStaging(Configuration configuration) {
  StagedArtifact stage(String typed) {
    // It is kept and listed with the version.
    String location = MaskedText.of(typed);
    try {
      Path path = new Path(typed);
      FileSystem files = fileSystem(location, path);
      FileStatus status = files.getFileStatus(path);
      Path file = status.isDirectory() ? onlyModel(location, files, path) : path;
      try (InputStream in = files.open(file)) {
        return LocalCopy.of(location, in);
      }
    } catch (IOException e) {
      throw notFound(location, RegistryFailure.reason(e), e);
    } catch (IllegalArgumentException e) {
      throw notFound(location, "it is no path", e);
    }
  }

  private FileSystem fileSystem(String location, Path path) throws IOException {
    try {
      return path.getFileSystem(configuration);
    } catch (RuntimeException e) {
      // Hadoop throws it bare where the class that a scheme is configured with is absent.
      if (e.getCause() instanceof ClassNotFoundException) {
        String scheme = path.toUri().getScheme();
        throw notFound(location, "the library that reads '" + scheme + ":' is not installed", e);
      }
      throw e;
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
      throw notFound(location, "it is a folder with " + found + ", so name the file", null);
    }
    return models.get(0);
  }

  private static CeriumException notFound(String location, String reason, Exception cause) {
    return CeriumException.causedBy(
        cause, ErrorCode.ARTIFACT_NOT_FOUND, "location", location, "reason", reason);
  }
}

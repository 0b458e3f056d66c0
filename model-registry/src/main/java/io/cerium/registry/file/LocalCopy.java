package io.cerium.registry.file;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.registry.StagedArtifact;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A stream into a new file in a private folder. Its failures are about this machine's disk, and are
 * told apart from those of the artifact that is read.
 */
final class LocalCopy extends FilterOutputStream {
  private final String location;
  private final Path file;

  private LocalCopy(String location, Path file) throws IOException {
    super(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW));
    this.location = location;
    this.file = file;
  }

  /**
   * Copies a stream to its end.
   *
   * @param location what a user calls it
   * @param most bytes that it can have
   */
  static StagedArtifact of(String location, InputStream in, long most) throws IOException {
    Path file = newFile(location);
    boolean whole = false;
    try (LocalCopy out = new LocalCopy(location, file)) {
      DigestedCopy content = DigestedCopy.copy(in, out, most);
      whole = true;
      return new StagedArtifact(location, file, content.digest(), content.bytes());
    } finally {
      if (!whole) {
        new StagedArtifact(location, file, "", 0).close();
      }
    }
  }

  /** The file is named by us: a name from elsewhere would become a path here. */
  private static Path newFile(String location) {
    try {
      // Java gives such a folder the rights 0700.
      Path folder = Files.createTempDirectory("cerium-artifact-");
      Path file = folder.resolve("artifact");
      // Of a process that is ended meanwhile nobody closes it. The last that is named goes first.
      folder.toFile().deleteOnExit();
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw failed(location, System.getProperty("java.io.tmpdir"), e);
    }
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      throw failed(location, file.getParent().toString(), e);
    }
  }

  private static CeriumException failed(String location, String folder, IOException e) {
    return CeriumException.causedBy(
        e,
        ErrorCode.ARTIFACT_COPY_FAILED,
        "location",
        location,
        "folder",
        folder,
        "reason",
        RegistryFailure.reason(e));
  }
}

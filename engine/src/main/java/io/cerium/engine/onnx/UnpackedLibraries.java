package io.cerium.engine.onnx;

import io.cerium.engine.digest.Sha256;
import io.cerium.engine.natives.NativeFolder;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.List;
import java.util.Objects;

/**
 * Native libraries from a jar as files in the {@link NativeFolder}, which processes share.
 *
 * <p>The folder's name is the digest of what is in it, so that two versions never meet; a file is
 * written aside and moved into place, so that another process sees it whole or not at all.
 */
final class UnpackedLibraries {
  private UnpackedLibraries() {}

  /**
   * @param root the folder that is unpacked into
   * @param anchor a class of the jar
   * @param resources the folder in the jar, with slashes at both ends
   * @param libraries names without prefix and suffix; the first must be there, others may lack
   * @return the folder that holds them
   * @throws FileNotFoundException if the jar has no library for this machine
   */
  static Path unpack(Path root, Class<?> anchor, String resources, List<String> libraries)
      throws IOException {
    List<String> files =
        libraries.stream()
            .map(System::mapLibraryName)
            .filter(file -> anchor.getResource(resources + file) != null)
            .toList();
    if (files.isEmpty() || !files.get(0).equals(System.mapLibraryName(libraries.get(0)))) {
      throw new FileNotFoundException("there is no build of it for this machine");
    }
    MessageDigest all = Sha256.start();
    byte[][] digests = new byte[files.size()][];
    for (int i = 0; i < digests.length; i++) {
      digests[i] = Sha256.read(open(anchor, resources + files.get(i))).digest();
      all.update(digests[i]);
    }
    String name = Sha256.hex(all.digest()).substring(0, 16);
    Path folder = NativeFolder.inside(root, libraries.get(0) + "-" + name);
    for (int i = 0; i < digests.length; i++) {
      Path file = folder.resolve(files.get(i));
      if (!Files.exists(file)
          || !MessageDigest.isEqual(Sha256.read(Files.newInputStream(file)).digest(), digests[i])) {
        write(anchor, resources + files.get(i), file);
      }
    }
    return folder;
  }

  private static void write(Class<?> anchor, String resource, Path file) throws IOException {
    Path aside = Files.createTempFile(file.getParent(), "unpacking", null);
    try {
      try (InputStream in = open(anchor, resource);
          OutputStream out = Files.newOutputStream(aside)) {
        in.transferTo(out);
      }
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  private static InputStream open(Class<?> anchor, String resource) throws IOException {
    return Objects.requireNonNull(anchor.getResource(resource)).openStream();
  }
}

package io.cerium.registry.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Put-if-absent on a local disk: a hard link to a finished file. Hadoop's own {@code create} is not
 * exclusive there, and a rename replaces what it meets.
 */
record LocalLink(Path temporary) implements ExclusiveWrite {
  private static final Logger LOG = LoggerFactory.getLogger(LocalLink.class);

  /** The path of a {@code file:} location on this machine. */
  static Path local(org.apache.hadoop.fs.Path path) {
    return Path.of(path.toUri().getPath());
  }

  @Override
  public boolean write(org.apache.hadoop.fs.Path target, Content content) throws IOException {
    makeFolder(temporary);
    Path link = local(target);
    makeFolder(link.getParent());
    // Not Files.createTempFile: its files are private, and the link would be so too.
    Path file = temporary.resolve(UUID.randomUUID().toString());
    try {
      try (FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
        content.writeTo(out);
        out.flush();
        channel.force(true);
      }
      Files.createLink(link, file);
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (UnsupportedOperationException e) {
      throw new IOException("the file system has no hard links", e);
    } finally {
      discard(file);
    }
    syncOrWarn(link);
    return true;
  }

  /** Whether the link stands is decided by now: a file left over must not change the answer. */
  static void discard(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("The temporary file '{}' cannot be deleted", file, e);
    }
  }

  /** The link stands, and others may have read it: an error would tell that nothing was written. */
  static void syncOrWarn(Path link) {
    try {
      makeDurable(link.getParent());
    } catch (IOException e) {
      LOG.warn("'{}' was written, but a loss of power now could undo it", link, e);
    }
  }

  private static void makeFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    if (folder.getParent() != null) {
      makeFolder(folder.getParent());
    }
    try {
      Files.createDirectory(folder);
      makeDurable(folder.getParent());
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder)) {
        throw new IOException("'" + folder + "' is no folder", e);
      }
    }
  }

  /** A new name in a folder outlives a loss of power only once the folder is synced. */
  private static void makeDurable(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}

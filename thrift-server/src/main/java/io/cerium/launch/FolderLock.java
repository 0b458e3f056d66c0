package io.cerium.launch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * The exclusive right to a folder of data, held while this process lives.
 *
 * <p>The operating system drops the lock with its process, so that a crash leaves nothing to clean
 * up. The file tells who holds it, for those who come second: no more than the program, its process
 * and its address, since a command line may hold secrets.
 */
final class FolderLock implements AutoCloseable {
  private static final DateTimeFormatter SINCE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private final FileChannel channel;
  private final String program;
  private final String since = SINCE.format(LocalDateTime.now());

  private FolderLock(FileChannel channel, String program) {
    this.channel = channel;
    this.program = program;
  }

  /**
   * @throws UsageException if another process holds the folder, or its file is a link that another
   *     user may have put there, to a file that would be overwritten; names it and what to do
   */
  static FolderLock acquire(Path folder, String program) throws IOException {
    Path file = folder.resolve("lock");
    if (Files.isSymbolicLink(file)) {
      throw new UsageException(
          "The file '"
              + file
              + "' is a symbolic link, and what it leads to would be overwritten. Remove it, or"
              + " choose another folder with --data DIR.");
    }
    PrivateFiles.makeFile(file);
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    if (!isLocked(channel)) {
      channel.close();
      throw new UsageException(heldBy(folder, Files.readAllLines(file)));
    }
    FolderLock lock = new FolderLock(channel, program);
    lock.describe("");
    return lock;
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException heldInThisProcess) {
      return false;
    }
  }

  private static String heldBy(Path folder, List<String> holder) {
    String who =
        holder.size() < 3
            ? "another process"
            : "process " + holder.get(0) + " (" + holder.get(2) + "), since " + holder.get(1);
    String remedy =
        holder.size() < 4 || holder.get(3).isEmpty()
            ? "End it, choose another folder with --data DIR, or share one folder between many"
                + " sessions through a server: cerium-server --data '"
                + folder
                + "'."
            : "It is a server: connect to "
                + holder.get(3)
                + ", or choose another folder with"
                + " --data DIR.";
    return "The catalog in '" + folder + "' is in use by " + who + ". " + remedy;
  }

  /** Writes who holds the folder, and where a server answers. */
  void describe(String url) throws IOException {
    String holder =
        String.join("\n", Long.toString(ProcessHandle.current().pid()), since, program, url);
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
    channel.force(false);
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      channel.truncate(0);
    }
  }
}

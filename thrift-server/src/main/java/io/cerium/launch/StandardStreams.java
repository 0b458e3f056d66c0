package io.cerium.launch;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Standard output for results alone, standard error for all else, both in UTF-8.
 *
 * @param results not closed here; lives as long as the process
 * @param notes not closed here; lives as long as the process
 */
public record StandardStreams(PrintStream results, PrintStream notes) {
  private static final int BUFFER = 1 << 16;

  /** Takes the two streams; what libraries print from now on goes to standard error. */
  public static StandardStreams take() {
    PrintStream results = stream(FileDescriptor.out, BUFFER);
    PrintStream notes = stream(FileDescriptor.err, 1);
    System.setOut(notes);
    System.setErr(notes);
    return new StandardStreams(results, notes);
  }

  private static PrintStream stream(FileDescriptor descriptor, int buffer) {
    return new PrintStream(
        new java.io.BufferedOutputStream(new FileOutputStream(descriptor), buffer),
        buffer == 1,
        StandardCharsets.UTF_8);
  }
}

package io.cerium.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.apache.logging.log4j.message.SimpleMessage;
import org.junit.jupiter.api.Test;

class LogLineTest {
  @Test
  void noMessageSteersTheTerminal() throws IOException {
    assertThat(line("file \u001b]0;owned\u0007\u009b2J\r\u007f of\tÄ\n  two lines {}"))
        .endsWith(" WARN Reader: file ?]0;owned??2J?? of\tÄ\n  two lines {}\n");
  }

  /** As the programs write it to standard error. */
  private static String line(String message) throws IOException {
    Properties settings = new Properties();
    try (InputStream in = LocalSpark.class.getResourceAsStream("log4j2.properties")) {
      settings.load(in);
    }
    return PatternLayout.newBuilder()
        .withPattern(settings.getProperty("appender.console.layout.pattern"))
        .build()
        .toSerializable(
            Log4jLogEvent.newBuilder()
                .setLevel(Level.WARN)
                .setLoggerName("org.apache.Reader")
                .setMessage(new SimpleMessage(message))
                .build());
  }
}

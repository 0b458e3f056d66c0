package io.cerium.registry.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerium.engine.digest.Sha256;
import java.io.IOException;

/**
 * A record as JSON that tells its format and carries a checksum: {@code {"sha256": ..., "format":
 * 1, ...}}. The checksum is that of the compact JSON text of all but itself.
 */
final class SealedJson {
  /** The format that is written, and the newest that is read. */
  static final int FORMAT = 1;

  private static final String CHECKSUM = "sha256";

  private final byte[] bytes;
  private final String sha256;

  private SealedJson(byte[] bytes, String sha256) {
    this.bytes = bytes;
    this.sha256 = sha256;
  }

  /** What was read from a file, and the checksum that it carried. */
  record Opened<T>(T value, String sha256) {}

  /**
   * @throws UnreadableRecordException if it could not be opened again; written, it would make the
   *     whole registry unreadable
   */
  static SealedJson seal(Object value) throws UnreadableRecordException {
    SealedJson sealed = written(value);
    open(sealed.bytes, value.getClass());
    return sealed;
  }

  private static SealedJson written(Object value) throws UnreadableRecordException {
    try {
      ObjectNode body = RegistryJson.MAPPER.createObjectNode().put("format", FORMAT);
      body.setAll((ObjectNode) RegistryJson.MAPPER.valueToTree(value));
      String sha256 = Sha256.of(RegistryJson.MAPPER.writeValueAsBytes(body));
      ObjectNode sealed = RegistryJson.MAPPER.createObjectNode().put(CHECKSUM, sha256);
      sealed.setAll(body);
      return new SealedJson(RegistryJson.MAPPER.writeValueAsBytes(sealed), sha256);
    } catch (JsonProcessingException e) {
      throw UnreadableRecordException.damaged("it cannot be written as JSON", e);
    }
  }

  /** The whole file. */
  byte[] bytes() {
    return bytes;
  }

  /** The checksum that it carries. */
  String sha256() {
    return sha256;
  }

  /**
   * @throws UnreadableRecordException if the bytes are cut off, changed, or of a newer format
   */
  static <T> Opened<T> open(byte[] bytes, Class<T> type) throws UnreadableRecordException {
    try {
      JsonNode tree = RegistryJson.MAPPER.readTree(bytes);
      if (!(tree instanceof ObjectNode sealed) || !sealed.path("format").isInt()) {
        throw UnreadableRecordException.damaged("it is no JSON object with a format", null);
      }
      int format = sealed.get("format").intValue();
      if (format > FORMAT) {
        throw UnreadableRecordException.newer(format);
      }
      String sha256 = sealed.path(CHECKSUM).asText();
      sealed.remove(CHECKSUM);
      if (!Sha256.of(RegistryJson.MAPPER.writeValueAsBytes(sealed)).equals(sha256)) {
        throw UnreadableRecordException.damaged("its content does not fit its checksum", null);
      }
      return new Opened<>(RegistryJson.MAPPER.treeToValue(sealed, type), sha256);
    } catch (IOException e) {
      throw UnreadableRecordException.damaged("it is no whole JSON record", e);
    }
  }
}

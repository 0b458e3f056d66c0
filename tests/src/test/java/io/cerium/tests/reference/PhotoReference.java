package io.cerium.tests.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cerium.tests.session.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What OpenCV and ONNX Runtime in Python say of the fifteen photos: see {@code
 * tests/reference/predict/make_reference.py}.
 *
 * @param every which logits are kept: the first of so many
 * @param photos by file name
 */
public record PhotoReference(int every, Map<String, Photo> photos) {
  /**
   * One photo.
   *
   * @param top the five best labels with their scores, best first
   */
  public record Photo(Map<String, Double> top, double[] logits) {
    /** The winner. */
    public String label() {
      return top.keySet().iterator().next();
    }
  }

  /** Reads the committed file. */
  public static PhotoReference read() throws IOException {
    JsonNode document =
        new ObjectMapper()
            .readTree(
                Files.readString(
                    Repository.tests().resolve("src/test/resources/reference/photos.json")));
    Map<String, Photo> photos = new LinkedHashMap<>();
    document
        .get("photos")
        .fields()
        .forEachRemaining(
            photo -> {
              Map<String, Double> top = new LinkedHashMap<>();
              photo
                  .getValue()
                  .get("top")
                  .forEach(t -> top.put(t.get("label").asText(), t.get("score").asDouble()));
              JsonNode logits = photo.getValue().get("logits");
              double[] values = new double[logits.size()];
              for (int i = 0; i < values.length; i++) {
                values[i] = logits.get(i).asDouble();
              }
              photos.put(photo.getKey(), new Photo(top, values));
            });
    return new PhotoReference(document.get("every").asInt(), photos);
  }
}

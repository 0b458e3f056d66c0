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
   * How far a logit may be off. The same release of OpenCV decodes and resizes on both sides, so
   * that pixels are equal, and logits too up to the order of additions: where the reference was
   * made, the winners' scores agree in all of its six digits. On another processor the resizing may
   * round a value the other way; one step of 255 in one value of a picture moved a logit by up to
   * 1.5e-3 in sixty trials.
   */
  public static final double LOGIT_TOLERANCE = 2e-3;

  /** How far a score may be off: the same step moved one by up to 7e-5. */
  public static final double SCORE_TOLERANCE = 1e-4;

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

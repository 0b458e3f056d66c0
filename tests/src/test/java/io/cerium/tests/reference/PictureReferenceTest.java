package io.cerium.tests.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cerium.tests.session.Repository;
import io.cerium.tests.session.SharedSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Models that are no squares are given the part of a photo that OpenCV in Python cuts out: see
 * {@code tests/reference/predict/make_pictures.py}.
 */
class PictureReferenceTest {
  private static final Path RESOURCES = Repository.tests().resolve("src/test/resources");

  /**
   * How far a mean of 1,536 pixels may be off, of 255: the resizing may round some pixels by one
   * the other way on another processor; every twentieth would have to be, all in one direction.
   */
  private static final double TOLERANCE = 0.05;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wide_image | preprocess = 'none' | plain",
        "byte_planes | channels = 'rgb' | plain",
        "byte_pixels | preprocess = 'none' | plain",
        "wide_image | preprocess = 'imagenet', scale = 1, mean = 0, std = 1 | imagenet",
      })
  void isGivenWhatOpenCvCutsOut(String model, String options, String reference) throws IOException {
    JsonNode photos =
        new ObjectMapper()
            .readTree(Files.readString(RESOURCES.resolve("reference/pictures.json")))
            .get("photos");
    SparkSession session = SharedSpark.newSession();
    session.sql(
        "CREATE OR REPLACE MODEL pictures USING onnx LOCATION '%s' OPTIONS (%s)"
            .formatted(RESOURCES.resolve("models/" + model + ".onnx"), options));
    try {
      List<Row> answers =
          session
              .sql(
                  "SELECT path, predict(pictures, content) FROM (SELECT substring_index(path, '/', -1) AS path, content FROM binaryFile.`%s`)"
                      .formatted(Repository.root().resolve("sql-examples/photos")))
              .collectAsList();
      assertThat(answers).hasSize(photos.size());
      for (Row answer : answers) {
        JsonNode means = photos.get(answer.getString(0)).get(reference);
        List<Float> given = answer.getList(1);
        for (int channel = 0; channel < 3; channel++) {
          assertThat((double) given.get(channel))
              .as(answer.getString(0))
              .isCloseTo(means.get(channel).asDouble(), within(TOLERANCE));
        }
      }
    } finally {
      session.sql("DROP MODEL pictures");
    }
  }
}

package io.cerium.engine.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.model.ModelSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArtifactFormatTest {
  private static final Path FOLDER = Path.of("src/test/resources/artifact");

  private static CeriumException refusal(ModelSource source) {
    try {
      new OnnxModelRuntime().inspect(source);
    } catch (CeriumException e) {
      return e;
    }
    throw new AssertionError(source + " was taken as an ONNX model");
  }

  @ParameterizedTest
  @CsvSource({
    "torch.pt, PyTorch file, torch.load(",
    "torch_old.pth, PyTorch file, torch.onnx.export(",
    "torch_script.pt, TorchScript, torch.jit.load(",
    "pickle.pkl, Python pickle, skl2onnx.to_onnx(",
    "pickle_0.pkl, Python pickle, skl2onnx.to_onnx(",
    "pickle_1.pkl, Python pickle, skl2onnx.to_onnx(",
    "pickle_0_dict.pkl, Python pickle, skl2onnx.to_onnx(",
    "pickle_1_list.pkl, Python pickle, skl2onnx.to_onnx(",
    "pickle_0_class.pkl, Python pickle, skl2onnx.to_onnx(",
    "joblib.joblib, Python pickle, joblib.load(",
    "joblib_zlib.joblib, Python pickle, joblib.load(",
    "joblib_gzip.joblib, compressed archive or Python pickle, joblib.load(",
    "joblib_bz2.joblib, compressed archive or Python pickle, joblib.load(",
    "joblib_xz.joblib, compressed archive or Python pickle, joblib.load(",
    "joblib_lzma.joblib, compressed archive or Python pickle, joblib.load(",
    "joblib_lz4.joblib, compressed archive or Python pickle, joblib.load(",
    "keras.h5, HDF5, load_model('model.h5')",
    "keras.keras, Keras, load_model('model.keras')",
    "weights.safetensors, weights alone, safetensors.torch.load_file(",
    "saved_model.pb, SavedModel, tf2onnx.convert --saved-model",
    "frozen.pb, frozen TensorFlow graph, tf2onnx.convert --graphdef",
    "model.tflite, TensorFlow Lite, tf2onnx.convert --tflite",
    "model.ort, ONNX Runtime's own format, the .onnx file that it was made from",
    "lightgbm.txt, LightGBM, onnxmltools.convert_lightgbm(",
    "xgboost.json, XGBoost, onnxmltools.convert_xgboost(",
    "xgboost.ubj, XGBoost, onnxmltools.convert_xgboost(",
    "catboost.cbm, CatBoost, format='onnx'",
    "model.gguf, GGUF, HTTP",
    "array.npy, NumPy, .onnx file",
    "page.html, web page, Download the file itself",
    "pointer.txt, Git LFS pointer, git lfs pull",
    "labels.txt, a text, .onnx file",
    "labels_c.txt, a text, .onnx file",
    "config.json, JSON, .onnx file",
    "photo.jpg, an image, predict",
    "model.zip, archive, Unpack it",
    "model.tar.gz, compressed archive, Unpack an archive",
    "noise.bin, no format that is known, .onnx file",
    "empty.onnx, an empty file, again",
  })
  void isToldByContentWithTheWayToOnnx(String file, String title, String remedy)
      throws IOException {
    CeriumException byFile = refusal(new ModelSource.File("hdfs://m", FOLDER.resolve(file)));
    assertThat(byFile.code()).isEqualTo(ErrorCode.ARTIFACT_NOT_ONNX);
    assertThat(byFile)
        .hasMessageContaining("'hdfs://m'")
        .hasMessageContaining(title)
        .hasMessageContaining(remedy);
    byte[] bytes = Files.readAllBytes(FOLDER.resolve(file));
    assertThat(refusal(new ModelSource.Bytes("hdfs://m", bytes))).hasMessage(byFile.getMessage());
  }

  @Test
  void everyTestFileIsNamedAbove() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.count()).isEqualTo(39);
    }
  }

  @Test
  void foldersAreToldApart(@TempDir Path folder) throws IOException {
    assertThat(refusal(new ModelSource.File("f", folder))).hasMessageContaining("a folder.");
    Files.copy(FOLDER.resolve("saved_model.pb"), folder.resolve("saved_model.pb"));
    assertThat(refusal(new ModelSource.File("f", folder))).hasMessageContaining("SavedModel");
    Files.delete(folder.resolve("saved_model.pb"));
    Files.write(folder.resolve("m.onnx"), new byte[] {8});
    assertThat(refusal(new ModelSource.File("f", folder)))
        .hasMessageContaining("a folder that holds an .onnx file");
  }

  @Test
  void realModelsAreNotTakenForAnythingElse() throws IOException {
    try (Stream<Path> files = Files.list(TestModels.FOLDER)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".onnx")).toList()) {
        assertThat(ArtifactFormat.find(new ModelSource.File("m", file))).as("%s", file).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1", "100", "-1"})
  void aModelThatIsCutOffIsCorrupt(int bytes) throws IOException {
    byte[] whole = Files.readAllBytes(TestModels.FOLDER.resolve("scale.onnx"));
    int length = bytes > 0 ? bytes : whole.length + bytes;
    byte[] part = java.util.Arrays.copyOf(whole, length);
    assertThatThrownBy(() -> new OnnxModelRuntime().inspect(new ModelSource.Bytes("m", part)))
        .isInstanceOfSatisfying(
            CeriumException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ARTIFACT_CORRUPT));
  }
}

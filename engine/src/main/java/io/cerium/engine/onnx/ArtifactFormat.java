package io.cerium.engine.onnx;

import io.cerium.engine.model.ModelSource;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a file is that was given as an ONNX model but is none, told by its content, and how to get
 * the ONNX model from it.
 */
enum ArtifactFormat {
  EMPTY("an empty file", "Export or download it again."),
  TORCH(
      "a PyTorch file (.pt, .pth) of weights or of a whole module",
      """
      Export it in Python:
        import torch
        model = torch.load('model.pt', weights_only=False, map_location='cpu')
        # weights alone: model = MyModel(); model.load_state_dict(torch.load('model.pt'))
        model.eval()
        batch = torch.export.Dim('N')
        torch.onnx.export(model, (torch.zeros(2, 3, 224, 224),), 'model.onnx', dynamo=True,
                          input_names=['image'], output_names=['logits'],
                          dynamic_shapes=({0: batch},), external_data=False)"""),
  TORCH_SCRIPT(
      "a TorchScript program",
      """
      Export it in Python:
        import torch
        model = torch.jit.load('model.pt', map_location='cpu').eval()
        torch.onnx.export(model, (torch.zeros(2, 3, 224, 224),), 'model.onnx', dynamo=False,
                          input_names=['image'], output_names=['logits'],
                          dynamic_axes={'image': {0: 'N'}, 'logits': {0: 'N'}})"""),
  PICKLE("a Python pickle (.pkl, .joblib), as scikit-learn models are saved", Export.SKLEARN),
  HDF5("a Keras or HDF5 file (.h5)", Export.KERAS.formatted("model.h5")),
  KERAS("a Keras file (.keras)", Export.KERAS.formatted("model.keras")),
  SAFETENSORS(
      "a file of weights alone (.safetensors)",
      """
      The network that the weights belong to is code; export both in Python:
        import torch, safetensors.torch
        model = MyModel()  # or transformers.AutoModel.from_pretrained('folder')
        model.load_state_dict(safetensors.torch.load_file('model.safetensors'))
        model.eval()
        torch.onnx.export(model, (torch.zeros(2, 3, 224, 224),), 'model.onnx', dynamo=True,
                          dynamic_shapes=({0: torch.export.Dim('N')},), external_data=False)
      Models of Hugging Face: optimum-cli export onnx --model folder out/"""),
  SAVED_MODEL(
      "a TensorFlow SavedModel",
      """
      Export it: pip install tf2onnx, then
        python -m tf2onnx.convert --saved-model folder --opset 17 --output model.onnx"""),
  TENSORFLOW_GRAPH(
      "a frozen TensorFlow graph (.pb)",
      """
      Export it: pip install tf2onnx, then
        python -m tf2onnx.convert --graphdef model.pb --inputs x:0 --outputs y:0 --opset 17 \
      --output model.onnx"""),
  TFLITE(
      "a TensorFlow Lite model (.tflite)",
      """
      Export it: pip install tf2onnx, then
        python -m tf2onnx.convert --tflite model.tflite --opset 17 --output model.onnx"""),
  LIGHTGBM(
      "a LightGBM model",
      """
      Export it in Python:
        import lightgbm, onnxmltools
        from onnxconverter_common import FloatTensorType
        model = lightgbm.Booster(model_file='model.txt')
        types = [('input', FloatTensorType([None, model.num_feature()]))]
        onnx_model = onnxmltools.convert_lightgbm(model, initial_types=types, zipmap=False)
        open('model.onnx', 'wb').write(onnx_model.SerializeToString())"""),
  XGBOOST(
      "an XGBoost model",
      """
      Export it in Python:
        import xgboost, onnxmltools
        from onnxconverter_common import FloatTensorType
        model = xgboost.XGBClassifier()  # or XGBRegressor
        model.load_model('model.json')
        types = [('input', FloatTensorType([None, model.n_features_in_]))]
        onnx_model = onnxmltools.convert_xgboost(model, initial_types=types)
        open('model.onnx', 'wb').write(onnx_model.SerializeToString())"""),
  CATBOOST(
      "a CatBoost model",
      """
      Export it in Python:
        import catboost
        model = catboost.CatBoost().load_model('model.cbm')
        model.save_model('model.onnx', format='onnx')"""),
  ORT(
      "ONNX Runtime's own format (.ort), which fits one version of it",
      "Give the .onnx file that it was made from."),
  GGUF("a GGUF file of a language model", "Serve it over HTTP, or export the network as .onnx."),
  LFS_POINTER(
      "a Git LFS pointer, not the file itself", "Run git lfs pull in the repository, then again."),
  HTML("a web page, as a download that needs a login gives", "Download the file itself."),
  IMAGE("an image", "LOCATION names the model; images are given to predict."),
  ARCHIVE("an archive (zip, tar)", "Unpack it, and give the location of the .onnx file inside."),
  COMPRESSED(
      "a compressed archive or Python pickle (gzip, bzip2, xz, lz4)",
      "Unpack an archive, and give the location of the .onnx file inside. A pickle (.pkl, .joblib)"
          + " is most often a scikit-learn model. "
          + Export.SKLEARN),
  NUMPY("a NumPy file", "Give the location of an .onnx file."),
  MODEL_FOLDER(
      "a folder that holds an .onnx file", "Give the location of that file, not of the folder."),
  FOLDER("a folder", "Give the location of an .onnx file."),
  JSON("a JSON text", "Give the location of an .onnx file."),
  TEXT("a text", "Give the location of an .onnx file."),
  UNKNOWN("no format that is known here", "Give the location of an .onnx file.");

  /** Bytes that are looked at, at each end of a file. */
  private static final int END_BYTES = 1 << 16;

  private final String title;
  private final String remedy;

  ArtifactFormat(String title, String remedy) {
    this.title = title;
    this.remedy = remedy;
  }

  /** For messages: {@code a TensorFlow Lite model (.tflite)}. */
  String title() {
    return title;
  }

  /** What to do about it, lines of Python where they help. */
  String remedy() {
    return remedy;
  }

  /**
   * The format of something that is no ONNX file; empty where it may be one.
   *
   * @throws IOException if it cannot be read
   */
  static Optional<ArtifactFormat> find(ModelSource source) throws IOException {
    if (source instanceof ModelSource.Bytes inMemory) {
      byte[] bytes = inMemory.bytes();
      byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, END_BYTES));
      return new FileHead(
              head, Arrays.copyOfRange(bytes, Math.max(0, bytes.length - END_BYTES), bytes.length))
          .format();
    }
    Path path = ((ModelSource.File) source).path();
    if (Files.isDirectory(path)) {
      return Optional.of(ofFolder(path));
    }
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    // Not a channel: an interrupt of this thread would close it under the reader.
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      byte[] head = new byte[(int) Math.min(END_BYTES, file.length())];
      byte[] tail = new byte[head.length];
      file.readFully(head);
      file.seek(file.length() - tail.length);
      file.readFully(tail);
      return new FileHead(head, tail).format();
    }
  }

  private static ArtifactFormat ofFolder(Path folder) throws IOException {
    if (Files.exists(folder.resolve("saved_model.pb"))) {
      return SAVED_MODEL;
    }
    try (var files = Files.list(folder)) {
      boolean onnx = files.anyMatch(file -> file.toString().endsWith(".onnx"));
      return onnx ? MODEL_FOLDER : FOLDER;
    }
  }

  /** Lines that more than one format shares; a constant must be known before the enum's own. */
  private static final class Export {
    static final String SKLEARN =
        """
        Export it in Python, with the versions that it was saved with:
          import joblib, skl2onnx
          from skl2onnx.common.data_types import FloatTensorType
          model = joblib.load('model.pkl')
          types = [('input', FloatTensorType([None, model.n_features_in_]))]
          onnx_model = skl2onnx.to_onnx(model, initial_types=types, options={'zipmap': False})
          open('model.onnx', 'wb').write(onnx_model.SerializeToString())""";

    static final String KERAS =
        """
        Export it in Python:
          import keras
          model = keras.models.load_model('%s')
          model.export('model.onnx', format='onnx')
        or with tf2onnx: model.export('folder'), then
          python -m tf2onnx.convert --saved-model folder --opset 17 --output model.onnx""";
  }
}

package io.cerium.functions.model;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import java.util.Locale;

/** Every option that {@code CREATE MODEL} takes. */
public enum ModelOption {
  ACTIVATION(
      "What makes probabilities of a classifier's scores: `auto` asks the graph (nothing where it"
          + " ends in a Softmax or Sigmoid, `softmax` otherwise), `softmax`, `sigmoid`, `none`."
          + " Default: `auto`."),
  BATCH_SIZE("Rows a run, up to 8192; `auto` finds the best by measuring. Default: `auto`."),
  CHANNELS("The order of colours that the model wants: `rgb` or `bgr`. Default: `rgb`.", true),
  CROP(
      "Cuts the middle out after `resize`: one number, the side of a square, or `224x192`. Default:"
          + " the size of the model's input.",
      true),
  DEVICE(
      "Where the model runs unless a call says otherwise: `cpu`, `cuda`, `cuda:1`. Default: `cpu`."),
  LABELS(
      "The names of the classes in the order of the output: a list, a text file with one a line,"
          + " a JSON file `id2label`, or a table or view. A table has two columns, the number of the"
          + " class from 0 on and its label, its rows in any order; or one column of labels, whose"
          + " rows must have a certain order: a view that ends in `ORDER BY`, or one file that is"
          + " read in one piece. They are stored with the version."),
  MEAN(
      "Subtracted after `scale`: one number, or one a channel in the order of `channels`. Default:"
          + " 0.",
      true),
  PREPROCESS(
      "A named set of the other picture options: `imagenet` (torchvision), `tf` (-1 to 1), `clip`,"
          + " `none` (0 to 255). Options beside it win.",
      true),
  RESIZE(
      "Resizes a picture first: one number, the length of its shorter side, or `256x192`, its width"
          + " and height. Default: the smallest size with the"
          + " picture's shape that covers the model's input, or `crop`; 256/224 of it where"
          + " `preprocess` is `imagenet`.",
      true),
  SCALE(
      "What a pixel, 0 to 255, is multiplied by: one number, or one a channel. Default: 1/255.",
      true),
  SHA256("The digest that the file must have, in hexadecimal digits; another one is refused."),
  STD("Divides what `scale` and `mean` left: one number, or one a channel. Default: 1.", true),
  TASK(
      "What the model is for: `classification`; `regression`, which returns the only output with one"
          + " floating number a row as `DOUBLE`; `none`, which returns the outputs as they are, an embedding as"
          + " `ARRAY<FLOAT>`. Default: `classification` with labels, `none` without.");

  private final String doc;
  private final boolean isForPictures;

  ModelOption(String doc) {
    this(doc, false);
  }

  ModelOption(String doc, boolean isForPictures) {
    this.doc = doc;
    this.isForPictures = isForPictures;
  }

  /** As it is typed, in lower case. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it is, as Markdown. */
  public String doc() {
    return doc;
  }

  /** The error for a value that it cannot have. */
  public CeriumException invalid(String problem, String remedy) {
    return CeriumException.of(
        ErrorCode.MODEL_OPTION_INVALID, "option", key(), "problem", problem, "remedy", remedy);
  }

  /** Whether it tells how a picture becomes the model's input. */
  boolean isForPictures() {
    return isForPictures;
  }
}

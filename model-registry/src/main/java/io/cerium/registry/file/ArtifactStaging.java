package io.cerium.registry.file;

import io.cerium.registry.StagedArtifact;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;

/** Brings artifacts from any file system to a private folder of this machine. */
record ArtifactStaging(Configuration configuration) {
  private static final String SAVED_MODEL = "saved_model.pb";

  /** The location is kept and listed with the version, so the copy knows it without its secrets. */
  StagedArtifact stage(String typed) {
    FileLocation location = FileLocation.resolve(typed, configuration);
    try {
      FileStatus found = location.files().getFileStatus(location.path());
      FileStatus file = found.isDirectory() ? onlyModel(location) : found;
      try (InputStream in = location.open(file.getPath())) {
        return LocalCopy.of(location.shown(), in, file.getLen());
      }
    } catch (IOException e) {
      throw location.unreadable(e);
    }
  }

  /**
   * The .onnx file of a folder that has one. Of TensorFlow's SavedModel users know the folder
   * alone: the file that it is known by is copied, so that the engine says how to export it.
   */
  private static FileStatus onlyModel(FileLocation folder) throws IOException {
    List<FileStatus> models = new ArrayList<>();
    FileStatus savedModel = null;
    for (FileStatus entry : folder.files().listStatus(folder.path())) {
      String name = entry.getPath().getName();
      if (entry.isFile() && name.toLowerCase(Locale.ROOT).endsWith(".onnx")) {
        models.add(entry);
      } else if (entry.isFile() && name.equals(SAVED_MODEL)) {
        savedModel = entry;
      }
    }
    if (models.isEmpty() && savedModel != null) {
      return savedModel;
    }
    if (models.size() != 1) {
      String found = models.isEmpty() ? "no .onnx file" : models.size() + " .onnx files";
      throw folder.unreadable("it is a folder with " + found + ", so name the file");
    }
    return models.get(0);
  }
}

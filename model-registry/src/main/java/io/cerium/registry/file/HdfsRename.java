package io.cerium.registry.file;

import java.io.IOException;
import java.util.UUID;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Put-if-absent on HDFS: a rename of a finished file, which the name node refuses if the target is
 * there. An exclusive {@code create} would let readers see half of the file.
 */
record HdfsRename(FileSystem files, Path temporary) implements ExclusiveWrite {
  @Override
  public boolean write(Path target, Content content) throws IOException {
    Path file = new Path(temporary, UUID.randomUUID().toString());
    boolean renamed = false;
    try {
      try (FSDataOutputStream out = files.create(file, false)) {
        content.writeTo(out);
        out.hsync();
      }
      files.mkdirs(target.getParent());
      renamed = files.rename(file, target);
    } finally {
      if (!renamed) {
        files.delete(file, false);
      }
    }
    if (!renamed && !files.exists(target)) {
      throw new IOException("'" + file + "' cannot be renamed to '" + target + "'");
    }
    return renamed;
  }
}

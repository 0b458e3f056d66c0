package io.cerium.engine.image;

import java.util.List;
import java.util.Locale;

/** The formats that are read; anything else is refused before a decoder sees it. */
enum FileFormat {
  JPEG(new JpegFile()),
  PNG(new PngFile()),
  WEBP(new WebpFile()),
  GIF(new GifFile()),
  BMP(new BmpFile()),
  TIFF(new TiffFile());

  /** How a file of one format is looked at. Stateless. */
  sealed interface Reader permits JpegFile, PngFile, WebpFile, GifFile, BmpFile, TiffFile {
    boolean recognises(FileBytes bytes);

    ImageHeader read(FileBytes bytes) throws UnreadableImageException;

    /**
     * The parts of the file that make the picture, which is all that a decoder is given: the rest
     * is where decoders have crashed and taken memory.
     *
     * @throws UnreadableImageException if the end is missing, which decoders fill with grey
     */
    List<FilePart> picture(FileBytes bytes) throws UnreadableImageException;
  }

  private final Reader reader;

  FileFormat(Reader reader) {
    this.reader = reader;
  }

  /** The format that the first bytes tell. */
  static FileFormat of(FileBytes bytes) throws UnreadableImageException {
    for (FileFormat format : values()) {
      if (format.reader.recognises(bytes)) {
        return format;
      }
    }
    throw new UnreadableImageException(ForeignFormat.describe(bytes));
  }

  ImageHeader read(FileBytes bytes) throws UnreadableImageException {
    return reader.read(bytes);
  }

  List<FilePart> picture(FileBytes bytes) throws UnreadableImageException {
    return reader.picture(bytes);
  }

  /** As {@code image_info} shows it. */
  String sqlName() {
    return name().toLowerCase(Locale.ROOT);
  }
}

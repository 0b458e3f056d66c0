package io.cerium.engine.image;

import java.util.Locale;
import java.util.Map;

/** Says what bytes are that are none of the formats that are read. */
final class ForeignFormat {
  private static final String READ = "JPEG, PNG, WebP, GIF, BMP and TIFF are read";

  private static final Map<String, String> BY_START =
      Map.ofEntries(
          Map.entry("%PDF", "a PDF document"),
          Map.entry("8BPS", "a Photoshop document"),
          Map.entry("\u00ff\n", "JPEG XL"),
          Map.entry("\0\0\0\fJXL ", "JPEG XL"),
          Map.entry("\0\0\0\fjP  ", "JPEG 2000"),
          Map.entry("\u00ffO\u00ffQ", "JPEG 2000"),
          Map.entry("v/1\u0001", "OpenEXR"),
          Map.entry("\0\0\u0001\0", "an icon (ICO)"),
          Map.entry("PK\u0003\u0004", "a ZIP archive"),
          Map.entry("\u001f\u008b", "gzip"),
          Map.entry("<svg", "SVG"),
          Map.entry("<?xml", "XML or SVG"),
          Map.entry("<!doctype", "a web page"),
          Map.entry("<html", "a web page"),
          Map.entry("{", "JSON"),
          Map.entry("/9j/", "a JPEG in base64: decode it by unbase64 first"),
          Map.entry("iVBORw0", "a PNG in base64: decode it by unbase64 first"),
          Map.entry("data:image/", "a data URL: cut it at the comma and decode it by unbase64"));

  private ForeignFormat() {}

  static String describe(FileBytes bytes) {
    if (bytes.length() == 0) {
      return "there are no bytes";
    }
    if (bytes.has(4, "ftyp")) {
      String name = bytes.has(8, "avif") || bytes.has(8, "avis") ? "AVIF" : "HEIC or a video";
      return "it looks like " + name + "; " + READ;
    }
    for (Map.Entry<String, String> entry : BY_START.entrySet()) {
      if (bytes.has(0, entry.getKey()) || bytes.has(0, entry.getKey().toUpperCase(Locale.ROOT))) {
        return "it looks like " + entry.getValue() + "; " + READ;
      }
    }
    return "it has the signature of no image format; " + READ;
  }
}

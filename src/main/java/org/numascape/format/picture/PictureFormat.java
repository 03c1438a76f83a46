package org.numascape.format.picture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The formats a picture can be written in.
public enum PictureFormat {
  /// Vectors with classes and ids, for scripts and browsers.
  SVG,
  /// Pixels.
  PNG,
  /// Vectors with text that can be searched, for paper.
  PDF;

  /// What writes it.
  public PictureWriter writer() {
    return switch (this) {
      case SVG -> new SvgWriter();
      case PNG -> new PngWriter();
      case PDF -> new PdfWriter();
    };
  }

  /// How the names of its files end, without the dot.
  public String suffix() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The format a file's name asks for.
  public static Optional<PictureFormat> ofFileName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(format -> lower.endsWith("." + format.suffix()))
        .findAny();
  }

  /// A whole picture in memory.
  ///
  /// @throws IOException when the picture is larger than the format can hold
  public byte[] bytes(Picture picture) throws IOException {
    var out = new ByteArrayOutputStream(1 << 16);
    writer().write(picture, out);
    return out.toByteArray();
  }
}

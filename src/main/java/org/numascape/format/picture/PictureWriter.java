package org.numascape.format.picture;

import java.io.IOException;
import java.io.OutputStream;

/// Writes a picture in one format.
public interface PictureWriter {

  /// Writes all of it and leaves the stream open.
  ///
  /// @throws IOException when the stream fails, or, before anything is written and with a sentence
  ///   for the person, when the picture is larger than the format can hold
  void write(Picture picture, OutputStream out) throws IOException;
}

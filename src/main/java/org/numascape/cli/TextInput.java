package org.numascape.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.numascape.document.TextFile;
import org.numascape.format.FormatException;

/// A text that a person names: a file, or `-` for standard input.
///
/// @param file as on the command line
record TextInput(String file, InputStream standard) {

  /// What messages call it.
  String source() {
    return piped() ? "standard input" : file;
  }

  /// The text, without a byte order mark.
  ///
  /// @throws FormatException when it cannot be read or is no text
  String text() throws FormatException {
    String text = read().text();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private TextFile read() throws FormatException {
    if (!piped()) {
      return TextFile.read(Path.of(file));
    }
    try {
      return TextFile.decode(source(), standard.readNBytes((int) TextFile.LIMIT));
    } catch (IOException e) {
      throw new FormatException(source(), 0, "It cannot be read: " + e.getMessage() + ".");
    }
  }

  private boolean piped() {
    return file.equals("-");
  }
}

package org.numascape.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.numascape.design.Design;
import org.numascape.format.FormatException;

/// Opens and saves design files.
public final class DesignFiles {
  private DesignFiles() {}

  /// A design, and what its file held when it was read.
  public record Opened(Design design, Stamp stamp) {}

  /// Reads a design file.
  ///
  /// @throws FormatException when it cannot be read or is no design, with a sentence that names the
  ///   file
  public static Opened open(Path file) throws FormatException {
    return open(file.toString(), TextFile.read(file));
  }

  static Opened open(String name, TextFile text) throws FormatException {
    var design = DesignFile.read(name, text.text());
    return new Opened(design, Stamp.of(text.bytes(text.text())));
  }

  /// Saves a design, unless the file is no longer what it was at `known`.
  ///
  /// @param known the stamp of the last opening or saving; [Stamp#ABSENT] for a file that shall be
  ///   new
  /// @throws IOException whose message is a sentence that names the file; the old file is untouched
  public static Saved save(Path file, Design design, Stamp known) throws IOException {
    try {
      var present = Stamp.of(file);
      return present.equals(known) ? written(file, design) : new Saved.ChangedByOthers(present);
    } catch (IOException e) {
      throw said(file, e);
    }
  }

  /// Saves a design, whatever the file holds.
  ///
  /// @throws IOException whose message is a sentence that names the file; the old file is untouched
  public static Stamp overwrite(Path file, Design design) throws IOException {
    try {
      return written(file, design).stamp();
    } catch (IOException e) {
      throw said(file, e);
    }
  }

  private static Saved.Done written(Path file, Design design) throws IOException {
    byte[] bytes = DesignFile.write(design).getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(file, bytes);
    return new Saved.Done(Stamp.of(bytes));
  }

  private static IOException said(Path file, IOException e) {
    return new IOException(file + ": " + FileTrouble.sentence(e), e);
  }
}

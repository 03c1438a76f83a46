package org.numascape.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.numascape.design.Design;

/// Keeps a recovery copy of one open design, for as long as it is open and not saved.
///
/// A crash leaves the copy behind, and [Recovery] offers it; closing takes it away. The copy is a
/// design file of its own. Safe from any thread: a `keep` that comes after `close` does nothing.
public final class Autosave implements AutoCloseable {
  private final RecoverySlot slot;
  private boolean open = true;

  private Autosave(RecoverySlot slot) {
    this.slot = slot;
  }

  /// Starts to watch over a design that was just opened or made.
  ///
  /// @throws IOException when the folder for recovery copies cannot be used, in one sentence
  public static Autosave begin(Folders folders) throws IOException {
    try {
      return new Autosave(RecoverySlot.claim(folders.state().resolve(RecoverySlot.FOLDER)));
    } catch (IOException e) {
      throw said(folders.state(), e);
    }
  }

  /// Writes the copy.
  ///
  /// @param file the design's own file, and what it held when it was last read or saved
  /// @throws IOException when it cannot be written, in one sentence; an earlier copy stays
  public synchronized void keep(Design design, Optional<Path> file, Stamp stamp)
      throws IOException {
    if (!open) {
      return;
    }
    try {
      slot.describe(file, stamp);
      AtomicFile.writePrivately(
          slot.copy(), DesignFile.write(design).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw said(slot.copy(), e);
    }
  }

  /// Takes the copy away, since the design is saved or back to what it was.
  ///
  /// @throws IOException when it cannot be deleted, in one sentence
  public synchronized void forget() throws IOException {
    if (open) {
      try {
        Files.deleteIfExists(slot.copy());
      } catch (IOException e) {
        throw said(slot.copy(), e);
      }
    }
  }

  /// The design is closed in the proper way: nothing is left behind.
  @Override
  public synchronized void close() {
    if (open) {
      open = false;
      slot.release();
    }
  }

  private static IOException said(Path path, IOException e) {
    return new IOException(
        "The recovery copy " + path + " cannot be kept: " + FileTrouble.sentence(e), e);
  }
}

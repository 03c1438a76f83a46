package org.numascape.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.numascape.design.Design;
import org.numascape.format.FormatException;

/// Finds the designs that processes left behind without closing them.
public final class Recovery {
  private final Path folder;

  /// Looks into the state folder.
  public Recovery(Folders folders) {
    this.folder = folders.state().resolve(RecoverySlot.FOLDER);
  }

  /// A design that can be had back.
  ///
  /// @param id names the copy among all
  /// @param file the design's own file, where it had one
  /// @param stamp what that file held when the design was last read or saved; saving with it tells
  ///   whether somebody else changed the file since
  /// @param keptAt when the copy was written
  public record Offer(String id, Optional<Path> file, Stamp stamp, Instant keptAt) {}

  /// All designs whose process is no longer alive, latest first; none when the folder cannot be
  /// read.
  public List<Offer> offers() {
    var offers = new ArrayList<Offer>();
    for (String id : ids()) {
      try {
        offer(id).ifPresent(offers::add);
      } catch (IOException e) {
        // Gone or locked away in this very moment: nothing to offer.
      }
    }
    offers.sort(Comparator.comparing(Offer::keptAt).reversed());
    return List.copyOf(offers);
  }

  /// The design of an offer. Its copy stays until [#discard]: keep the design by an [Autosave] of
  /// your own first.
  ///
  /// @throws FormatException when the copy is damaged or gone
  public Design open(Offer offer) throws FormatException {
    return DesignFiles.open(folder.resolve(offer.id() + DesignFile.EXTENSION)).design();
  }

  /// Takes a copy away for good; nothing happens when another process has taken it up.
  public void discard(Offer offer) {
    try {
      RecoverySlot.takeOver(folder, offer.id()).ifPresent(RecoverySlot::release);
    } catch (IOException e) {
      // It is offered once more, and can be declined.
    }
  }

  private List<String> ids() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(DesignFile.EXTENSION) && !name.startsWith("."))
          .map(name -> name.substring(0, name.length() - DesignFile.EXTENSION.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private Optional<Offer> offer(String id) throws IOException {
    var taken = RecoverySlot.takeOver(folder, id);
    if (taken.isEmpty()) {
      return Optional.empty();
    }
    var slot = taken.get();
    try {
      var note = slot.note();
      var keptAt = Files.getLastModifiedTime(slot.copy()).toInstant();
      return Optional.of(new Offer(id, note.file(), note.stamp(), keptAt));
    } finally {
      slot.leave();
    }
  }
}

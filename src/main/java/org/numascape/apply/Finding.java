package org.numascape.apply;

/// One thing that was read back.
///
/// @param words what was wanted: `vCPU 3 → CPU 7`
/// @param found what is there, where it is not what was wanted; else empty
public record Finding(String words, Side side, Match match, String found) {

  /// Where it was read.
  public enum Side {
    /// In the definition, for the next start.
    DEFINITION("next start"),
    /// In the running process.
    RUNNING("live");

    private final String word;

    Side(String word) {
      this.word = word;
    }

    /// What a person reads.
    public String word() {
      return word;
    }
  }

  /// How it compares.
  public enum Match {
    /// As wanted.
    VERIFIED,
    /// Otherwise, as libvirt rewrites definitions; placement does not depend on it.
    HARMLESS,
    /// Otherwise.
    DIFFERENT,
    /// Not known, because it could not be read.
    UNREAD
  }

  static Finding verified(Side side, String words) {
    return new Finding(words, side, Match.VERIFIED, "");
  }

  static Finding different(Side side, String words, String found) {
    return new Finding(words, side, Match.DIFFERENT, found);
  }

  /// One line: `vCPU 3 → CPU 7 (live): verified`
  public String line() {
    String head = words + " (" + side.word() + "): ";
    return switch (match) {
      case VERIFIED -> head + "verified";
      case HARMLESS -> head + "libvirt made it " + found + ", which changes no placement";
      case DIFFERENT -> head + "different, it is " + found;
      case UNREAD -> head + "could not be read back: " + found;
    };
  }
}

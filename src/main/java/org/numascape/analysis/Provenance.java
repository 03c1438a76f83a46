package org.numascape.analysis;

/// Where the numbers behind an estimate come from.
public enum Provenance {
  /// Distances the firmware tells (ACPI SLIT).
  FIRMWARE("from distances"),
  /// The host tells no distances; every other node is taken to be 20 away.
  ASSUMED("distances assumed");

  private final String words;

  Provenance(String words) {
    this.words = words;
  }

  /// What to write in brackets behind an estimate.
  public String words() {
    return words;
  }
}

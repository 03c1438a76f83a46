package org.numascape.analysis;

/// Where the numbers behind an estimate come from, best first.
public enum Provenance {
  /// Somebody measured them on this host.
  MEASURED("measured"),
  /// The firmware tells latencies (ACPI HMAT).
  HMAT("from the firmware's latencies"),
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

  /// Whether it is computed from a ranking, and neither measured nor told.
  public boolean estimated() {
    return this == FIRMWARE || this == ASSUMED;
  }

  /// The less trustworthy of two.
  Provenance or(Provenance other) {
    return compareTo(other) >= 0 ? this : other;
  }
}

package org.numascape.document;

/// How saving a design ended.
public sealed interface Saved {

  /// It is on the disk.
  ///
  /// @param stamp what the file holds now
  record Done(Stamp stamp) implements Saved {}

  /// Nothing was written: since we read the file, somebody else changed, created or deleted it.
  ///
  /// @param stamp what the file holds now
  record ChangedByOthers(Stamp stamp) implements Saved {}
}

package org.numascape.format.hwloc;

/// A device or Misc object and what it hangs at where the model cannot hold it there: `PU:3`.
///
/// @param to empty where it stands where it belongs
record Attached(HwlocObject device, String to) {

  /// The same as found at that object, unless it already came from one further in.
  Attached movedFrom(String from) {
    return to.isEmpty() ? new Attached(device, from) : this;
  }
}

package org.numascape.apply;

import java.util.Optional;
import org.numascape.design.DomainId;

/// A step of an apply.
///
/// @param domain the guest it is about; empty for a step on the host
/// @param name the guest's name, or `host`
/// @param words what is done: `move vCPU 3 to CPU 7`
public record Step(Optional<DomainId> domain, String name, String words) {

  /// `db-server: move vCPU 3 to CPU 7`
  @Override
  public String toString() {
    return name + ": " + words;
  }
}

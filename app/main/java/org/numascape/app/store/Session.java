package org.numascape.app.store;

import java.time.Instant;
import java.util.Optional;
import org.numascape.hypervisor.Hypervisor;

/// What the open design's host is to us right now.
///
/// @param link how the host is reached
/// @param hypervisor what answers for it; empty where nothing can be applied
/// @param readAt when the host was last read
/// @param note one sentence for the status bar, may be empty
public record Session(Link link, Optional<Hypervisor> hypervisor, Instant readAt, String note) {

  /// How a host is reached.
  public enum Link {
    /// A real libvirt answers.
    LIVE,
    /// A simulated hypervisor answers: samples, lessons.
    SIMULATED,
    /// Only a description of the host: nothing can be applied.
    FILE,
    /// A connection that broke; the picture stays as it was.
    LOST
  }

  /// A host that is only a description, read just now.
  public static Session ofFile(Instant now) {
    return new Session(Link.FILE, Optional.empty(), now, "");
  }
}

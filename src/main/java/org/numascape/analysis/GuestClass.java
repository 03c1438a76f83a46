package org.numascape.analysis;

import java.util.Locale;
import org.numascape.domain.Domain;
import org.numascape.domain.ThreadScheduler;
import org.numascape.topology.HostTopology;

/// What a guest expects of its CPUs. Not stored anywhere: it follows from the pins, and the rules
/// are milder for guests that share.
public enum GuestClass {
  /// A `vcpusched` of `fifo` or `rr` holds for one of its vCPUs.
  REAL_TIME,
  /// Every vCPU that is plugged in is held to one CPU, or to the CPUs of one core.
  DEDICATED,
  /// Anything else: some vCPU has a choice of cores.
  SHARED;

  /// The class of a guest on a host.
  public static GuestClass of(HostTopology host, Domain domain) {
    if (domain.schedulers().stream().anyMatch(ThreadScheduler::realTime)) {
      return REAL_TIME;
    }
    for (int vcpu : domain.vcpus().online().stream().toArray()) {
      if (!Hold.of(host, domain.affinity(vcpu)).firm()) {
        return SHARED;
      }
    }
    return DEDICATED;
  }

  /// `real-time`, `dedicated`, `shared`
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

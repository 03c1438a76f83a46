package org.numascape.app.window;

import org.numascape.analysis.Analysis;

/// How full the host is, counted in PUs.
///
/// @param all PUs of the host
/// @param planned PUs that some vCPU is pinned to alone
/// @param reserved PUs kept for the host
/// @param others PUs kept for other software
/// @param idle PUs kept idle for the sake of their sibling
record HostUse(long all, long planned, long reserved, long others, long idle) {

  /// Counts them.
  static HostUse of(Analysis facts) {
    var host = facts.design().host();
    var occupancy = facts.occupancy();
    long planned =
        host.pus().keySet().stream().filter(cpu -> !occupancy.vcpusOn(cpu).isEmpty()).count();
    long idle = occupancy.keptIdle().size();
    var reserved = facts.design().reserved();
    long others = facts.design().keptCpus().minus(reserved).size();
    return new HostUse(host.pus().size(), planned, reserved.size(), others, idle);
  }

  /// `34 of 64 CPUs planned · 4 reserved for the host · 4 kept idle`
  String words() {
    var words = new StringBuilder(planned + " of " + all + " CPUs planned");
    if (reserved > 0) {
      words.append(" · ").append(reserved).append(" reserved for the host");
    }
    if (others > 0) {
      words.append(" · ").append(others).append(" for other software");
    }
    if (idle > 0) {
      words.append(" · ").append(idle).append(" kept idle");
    }
    return words.toString();
  }
}

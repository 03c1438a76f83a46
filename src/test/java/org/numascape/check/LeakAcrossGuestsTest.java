package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.Told;
import org.numascape.design.Design;
import org.numascape.topology.HostTopology;
import org.numascape.topology.Setting;

final class LeakAcrossGuestsTest {

  private static Design sharing(HostTopology host) {
    return Designs.of(
        host,
        Guests.domain("a").vcpus(1).pinnedTo("2"),
        Guests.domain("b").vcpus(1).pinnedTo("34"));
  }

  @Test
  void sharedCoresThatLeakAreTold() {
    var host =
        Told.on(Hosts.fourNodes())
            .byName(
                Setting.LEAKS,
                "mds=Mitigation: Clear CPU buffers; SMT vulnerable",
                "l1tf=Not affected",
                "retbleed=Vulnerable")
            .host();

    assertThat(Findings.only(sharing(host), "S-13").message())
        .isEqualTo("a and b share cores (CPUs 2,34) whose threads leak to each other: mds");
  }

  @Test
  void coresThatDoNotLeakAndOwnCoresAreRight() {
    var tight = Told.on(Hosts.fourNodes()).byName(Setting.LEAKS, "mds=Not affected").host();
    var leaky =
        Told.on(Hosts.fourNodes()).byName(Setting.LEAKS, "mds=Vulnerable; SMT vulnerable").host();

    Findings.surelyNone(sharing(tight), "S-13");
    Findings.surelyNone(
        Designs.of(
            leaky,
            Guests.domain("a").vcpus(2).pinnedTo("2,34"),
            Guests.domain("b").vcpus(2).pinnedTo("3,35")),
        "S-13");
  }

  @Test
  void guestsThatNeverMeetCannotSpy() {
    var leaky =
        Told.on(Hosts.fourNodes()).byName(Setting.LEAKS, "mds=Vulnerable; SMT vulnerable").host();

    Findings.surelyNone(Findings.exclusive(sharing(leaky), "a", "b"), "S-13");
  }

  @Test
  void unreadLeaksAreUnknown() {
    Findings.cannotTell(sharing(Hosts.fourNodes()), "S-13", "CPU leaks is not known");
  }
}

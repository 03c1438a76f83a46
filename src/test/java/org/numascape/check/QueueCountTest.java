package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.domain.Hardware;
import org.numascape.domain.Nic;

final class QueueCountTest {

  private static Guests queues(Guests guest, int count) {
    return guest.with(domain -> {
      var had = domain.hardware();
      return domain.withHardware(
          new Hardware(
              had.platform(),
              had.controllers(),
              had.hostDevices(),
              had.memoryDevices(),
              had.disks(),
              List.of(new Nic("bridge", "virtio", "br0", OptionalInt.of(count))),
              List.of()));
    });
  }

  @Test
  void queuesBeyondACellServeVcpusOfTheOther() {
    var guest = queues(Guests.domain("a").vcpus(4).cell("0-1", 1).cell("2-3", 1), 4);

    assertThat(Findings.only(Designs.of(Hosts.oneNode(), guest), "E-13").message())
        .isEqualTo("A network interface has 4 queues, its largest cell 2 vCPUs");
  }

  @Test
  void asManyAsVcpusAreRight() {
    Findings.none(Designs.of(Hosts.oneNode(), queues(Guests.domain("a").vcpus(4), 4)), "E-13");
  }
}

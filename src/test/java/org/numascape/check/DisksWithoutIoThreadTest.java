package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.domain.Disk;
import org.numascape.domain.IoThread;
import org.numascape.topology.CpuSet;

final class DisksWithoutIoThreadTest {

  @Test
  void disksOfADedicatedGuestWantAnIoThread() {
    var design =
        Designs.of(Hosts.oneNode(), Guests.domain("a").pinnedTo("1").disk("vda", "virtio"));

    var troubled = design;
    var problem = Findings.only(troubled, "E-05");

    assertThat(problem.message()).isEqualTo("Its disk is served by the main loop");
    Findings.everyFixResolves(troubled, problem);
  }

  @Test
  void servedDisksOtherBusesAndSharedGuestsAreRight() {
    Findings.none(
        Designs.of(
            Hosts.oneNode(),
            Guests.domain("a").pinnedTo("1").ioThread("0").disk("vda", "virtio", 1),
            Guests.domain("b").pinnedTo("2").disk("sda", "sata"),
            Guests.domain("c").disk("vda", "virtio")),
        "E-05");
  }

  @Test
  void theNewIoThreadIsPinnedBesideTheVcpus() {
    var design =
        Designs.of(
            Hosts.oneNode(),
            Guests.domain("a").pinnedTo("1").disk("vda", "virtio").disk("vdb", "virtio"));

    var problem = Findings.only(design, "E-05");
    var fixed = problem.fixes().getFirst().edit().applyTo(design).guests().getFirst().wanted();

    assertThat(problem.message()).isEqualTo("Its 2 disks are served by the main loop");
    assertThat(fixed.ioThreads()).containsExactly(new IoThread(1, Optional.of(CpuSet.of(0))));
    assertThat(fixed.hardware().disks()).extracting(Disk::ioThreads).containsOnly(List.of(1));
  }

  @Test
  void anIdleIoThreadTakesTheDisks() {
    var design =
        Designs.of(
            Hosts.oneNode(), Guests.domain("a").pinnedTo("1").ioThread("0").disk("vda", "virtio"));

    var problem = Findings.only(design, "E-05");

    assertThat(Findings.labels(problem)).containsExactly("Let I/O thread 1 serve the disks");
    Findings.everyFixResolves(design, problem);
  }
}

package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.design.DomainId;
import org.numascape.domain.MemoryMode;
import org.numascape.topology.Contents;
import org.numascape.topology.CpuSet;
import org.numascape.topology.DistanceMatrix;
import org.numascape.topology.HostTopology;
import org.numascape.topology.Machine;
import org.numascape.topology.Pu;
import org.numascape.topology.PuState;

final class PinOutsideHostTest {

  @Test
  void aPinOutsideTheHostIsRefusedWithTheHighestCpuInTheMessage() {
    var design =
        Designs.of(Hosts.twoSockets(), Guests.domain("a").vcpus(3).pinnedTo("0,40,41").strict("1"));

    var problem = Findings.only(design, "P-10");

    assertThat(problem.severity()).isEqualTo(Severity.ERROR);
    assertThat(problem.message())
        .isEqualTo("vCPUs 1-2 are pinned to CPUs 40-41, the highest CPU of this host is 31");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void whatIsLeftOfASetStaysAndEmulatorAndIoThreadsAreRepairedToo() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").pinned(0, "3-4,99").emulator("77").ioThread("0,88"));

    var problem = Findings.only(design, "P-10");

    assertThat(problem.message())
        .isEqualTo(
            "vCPU 0 and the emulator and I/O thread 1 are pinned to CPUs 77,88,99,"
                + " the highest CPU of this host is 31");
    var fixed =
        problem.fixes().getFirst().edit().applyTo(design).guest(new DomainId("a")).orElseThrow();
    assertThat(fixed.wanted().vcpuPins()).containsEntry(0, CpuSet.of(3, 4));
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void aCpuThatIsSwitchedOffIsNamedAsSuch() {
    var host =
        new HostTopology(
            new Machine(
                "off",
                CpuSet.range(0, 1),
                Contents.of(List.of(new Pu(0, 0, PuState.ONLINE), new Pu(1, 1, PuState.OFFLINE)))),
            DistanceMatrix.UNKNOWN);
    var design = Designs.of(host, Guests.domain("a").pinnedTo("1"));

    var problem = Findings.only(design, "P-10");

    assertThat(problem.message())
        .isEqualTo("vCPU 0 is pinned to CPU 1, which is offline or not allowed");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void aWrongCpusetOfTheGuestHasNoFixHere() {
    var design = Designs.of(Hosts.twoSockets(), Guests.domain("a").cpuset("0-40"));

    assertThat(Findings.only(design, "P-10").fixes()).isEmpty();
  }

  @Test
  void pinsToCpusOfTheHostAreFine() {
    var design = Designs.of(Hosts.twoSockets(), Guests.domain("a").pinnedTo("31").emulator("0-31"));

    assertThat(Findings.of(design, "P-10")).isEmpty();
  }

  @Test
  void aLoneEmulatorIsTheSubjectAndGoesToHousekeeping() {
    var design = Designs.of(Hosts.twoSockets(), Guests.domain("a").pinnedTo("1").emulator("77"));

    var problem = Findings.only(design, "P-10");
    var fixed = problem.fixes().getFirst().edit().applyTo(design).guests().getFirst().wanted();

    assertThat(problem.message())
        .isEqualTo("The emulator is pinned to CPU 77, the highest CPU of this host is 31");
    assertThat(fixed.emulatorPin()).contains(CpuSet.of(0, 16));
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void whatTheHostHasOfAnEmulatorsPinStays() {
    var design = Designs.of(Hosts.twoSockets(), Guests.domain("a").pinnedTo("1").emulator("5,77"));

    var problem = Findings.only(design, "P-10");
    var fixed = problem.fixes().getFirst().edit().applyTo(design).guests().getFirst().wanted();

    assertThat(fixed.emulatorPin()).contains(CpuSet.of(5));
  }

  @Test
  void whereNoCpuIsLeftTheEmulatorIsUnpinned() {
    var design =
        Designs.of(Hosts.oneNode(), Guests.domain("a").vcpus(4).pinnedTo("0,1,2,3").emulator("77"));

    var problem = Findings.only(design, "P-10");
    var fixed = problem.fixes().getFirst().edit().applyTo(design).guests().getFirst().wanted();

    assertThat(fixed.emulatorPin()).isEmpty();
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void aVcpuGoesElsewhereWhereNoCpuIsFreeNearItsMemory() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("full").vcpus(16).allPinnedOneToOne("0-7,16-23").strict("0"),
            Guests.domain("a").pinnedTo("77").memory(MemoryMode.INTERLEAVE, "0-1"));

    var problem = Findings.only(design, "P-10");
    var fixed = problem.fixes().getFirst().edit().applyTo(design).guests().getLast().wanted();

    assertThat(fixed.vcpuPins().values()).allMatch(Hosts.twoSockets().cpusOf(1)::containsAll);
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void aCpusetOfTheHostIsNoObstacle() {
    var design = Designs.of(Hosts.twoSockets(), Guests.domain("a").cpuset("0-7").pinned(0, "3,77"));

    Findings.everyFixResolves(design, Findings.only(design, "P-10"));
  }

  @Test
  void aVcpuDoesNotLeaveItsStrictMemory() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("full").vcpus(16).allPinnedOneToOne("0-7,16-23").strict("0"),
            Guests.domain("a").pinnedTo("77").strict("0"));

    assertThat(Findings.only(design, "P-10").fixes()).isEmpty();
  }
}

package org.numascape.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.design.AccessPattern;
import org.numascape.design.CostEdit;
import org.numascape.design.Design;
import org.numascape.design.DesignEdit;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.Guest;
import org.numascape.design.HostSource;
import org.numascape.design.Lane;
import org.numascape.design.LaneKind;
import org.numascape.design.MeasuredBandwidth;
import org.numascape.design.MeasuredLatency;
import org.numascape.design.PoolPlan;
import org.numascape.design.VcpuEdit;
import org.numascape.domain.MemoryMode;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.format.FormatException;
import org.numascape.topology.CpuSet;
import org.numascape.topology.NodeSet;
import org.numascape.topology.PageSize;

final class DesignComparisonTest {

  private static final DomainId DB = new DomainId("db");

  @Test
  void aDesignIsEqualToItself() {
    var comparison = ComparisonText.of(Designs.pictured(), Designs.pictured());

    assertThat(comparison.isEmpty()).isTrue();
    assertThat(comparison.words()).isEmpty();
  }

  @Test
  void vcpusThatMovedAlikeAreOneLine() {
    var moved =
        new Edit.PinVcpus(
            DB, Map.of(0, CpuSet.of(4), 1, CpuSet.of(5), 2, CpuSet.of(6, 7), 3, CpuSet.of(6, 7)));

    assertThat(sentences(moved))
        .containsExactly("db: vCPUs 0-1: CPUs 0,1 → CPUs 4,5", "db: vCPUs 2-3: any CPU → CPUs 6-7");
  }

  @Test
  void memoryIsToldCellByCellWithItsMode() {
    assertThat(
            sentences(
                new Edit.BindCell(DB, 0, new MemoryBinding(MemoryMode.PREFERRED, NodeSet.of(1)))))
        .containsExactly("db: memory: strict on node 0 → preferred on node 1");
    assertThat(sentences(new Edit.SetPages(DB, Optional.of(PageSize.ONE_GIB))))
        .containsExactly("db: pages: normal → 1 GiB");
  }

  @Test
  void theHeaviestComesFirst() {
    var edits =
        new Edit.Together(
            "both",
            List.of(
                new Edit.PinEmulator(DB, Optional.of(CpuSet.of(3))),
                new Edit.PinVcpus(DB, Map.of(0, CpuSet.of(2)))));

    var guest = comparison(edits).guests().getFirst();

    assertThat(guest.lines())
        .extracting(PlanDifference::weight)
        .containsExactly(Weight.DECISIVE, Weight.NOTABLE);
    assertThat(guest.weight()).isEqualTo(Weight.DECISIVE);
  }

  @Test
  void aGuestMoreOrLessIsSaid() {
    assertThat(sentences(new Edit.RemoveGuest(DB))).containsExactly("db is removed");
    assertThat(sentences(new Edit.AddGuests(List.of(Guests.domain("web").guest()))))
        .containsExactly("web is added");
  }

  @Test
  void aGuestOfAnotherIdAndTheSameNameIsTheSameGuest() {
    var other = Guests.domain("db").vcpus(4).pinnedTo("0,1").strict("0").guest();
    var renamed =
        Guest.read(
            other.stored().named("db", Optional.of("0a-uuid")), other.xml(), other.state(), 0);

    var comparison = DesignComparison.of(design(other), design(renamed));

    assertThat(comparison.guests()).noneMatch(one -> one.added() || one.removed());
  }

  @Test
  void whatIsPlannedForTheHostIsToldBeforeTheGuests() {
    var spdk =
        new Lane(
            "SPDK",
            LaneKind.SPDK,
            CpuSet.of(2, 3),
            Map.of(0, 1_048_576L),
            List.of(new Lane.Pages(0, PageSize.TWO_MIB, 512)));
    var edits =
        new Edit.Together(
            "host",
            List.of(
                new DesignEdit.KeepLane(spdk),
                new DesignEdit.Isolate(Optional.of(CpuSet.of(6, 7))),
                new Edit.PlanPool(new PoolPlan(0, PageSize.TWO_MIB, 2_048)),
                new Edit.PinVcpus(DB, Map.of(0, CpuSet.of(2)))));

    assertThat(sentences(edits))
        .containsExactly(
            "pool of 2 MiB pages on node 0: none → 2,048",
            "kept for SPDK: nothing → CPUs 2-3, 1 GiB and 512 pages of 2 MiB",
            "isolated CPUs: as the host has them → CPUs 6-7",
            "db: vCPU 0: CPU 0 → CPU 2");
  }

  @Test
  void whatCostsAreReckonedByIsToldAsProblemsGoByIt() {
    var rows = Map.of(0, Map.of(0, 80.0, 1, 140.0));
    var measured = new MeasuredLatency(rows, "mlc", "host.txt", "2026-11-21");
    var slower = new MeasuredLatency(Map.of(0, Map.of(0, 90.0)), "mlc", "host.txt", "2026-11-21");
    var bandwidth = new MeasuredBandwidth(rows, "mlc", "pasted text", "");
    var told =
        new Edit.Together(
            "costs",
            List.of(
                new CostEdit.Measure(Optional.of(measured), Optional.of(bandwidth)),
                new CostEdit.Assume(DB, AccessPattern.UNIFORM),
                new CostEdit.Read(DB, OptionalDouble.of(2.5))));
    var before = design(Guests.domain("db").vcpus(4).guest());
    var after = told.applyTo(before);
    var again = new CostEdit.Measure(Optional.of(slower), Optional.of(bandwidth)).applyTo(after);

    assertThat(DesignComparison.of(before, after).sentences())
        .containsExactly(
            "measured latencies: none → mlc, host.txt, 2026-11-21",
            "measured bandwidths: none → mlc, pasted text",
            "how db uses its cells: own cell only → all memory alike",
            "what each vCPU of db reads: nobody knows → 2.50 GB/s");
    assertThat(DesignComparison.of(after, again).sentences())
        .containsExactly("measured latencies: mlc, host.txt, 2026-11-21 → other values");
  }

  @Test
  void whatHasNoWordsOfItsOwnIsStillToldToDiffer() {
    var edit = new VcpuEdit.SetCount(DB, 6, 6);

    assertThat(sentences(edit)).anyMatch(line -> line.startsWith("db: vCPUs: 4 → 6"));
  }

  @Test
  void theXmlOfAGuestIsComparedAsItWouldBeDefined() throws FormatException {
    String xml =
        """
        <domain type='kvm'>
          <name>db</name>
          <memory unit='GiB'>1</memory>
          <vcpu>4</vcpu>
          <os><type>hvm</type></os>
        </domain>
        """;
    var guest = Guests.domain("db").vcpus(4).guest();
    var read = Guest.read(guest.stored(), xml, guest.state(), 0);
    var before = design(read);
    var after = new Edit.PinVcpus(DB, Map.of(0, CpuSet.of(2))).applyTo(before);

    String text = ComparisonText.of(before, after).xml();

    assertThat(text)
        .startsWith("--- before/db.xml\n+++ after/db.xml\n")
        .contains("+    <vcpupin vcpu='0' cpuset='2'/>");
  }

  @Test
  void problemsGainedLostAndChangedAreToldApart() {
    var before = Designs.pictured();
    var grown = new Edit.PlanPool(new PoolPlan(2, PageSize.TWO_MIB, 14_336)).applyTo(before);
    var fixed = new Edit.PlanPool(new PoolPlan(2, PageSize.TWO_MIB, 16_384)).applyTo(before);

    assertThat(codes(ProblemComparison.of(before, fixed).lost())).contains("H-02");
    assertThat(codes(ProblemComparison.of(fixed, before).gained())).contains("H-02");
    assertThat(ProblemComparison.of(before, grown).changed())
        .extracting(one -> one.after().code())
        .contains("H-02");
  }

  private static List<String> codes(List<org.numascape.check.Problem> problems) {
    return problems.stream().map(one -> one.code()).toList();
  }

  private static List<String> sentences(Edit edit) {
    return comparison(edit).sentences();
  }

  private static DesignComparison comparison(Edit edit) {
    var before = design(Guests.domain("db").vcpus(4).pinnedTo("0,1").strict("0").guest());
    return DesignComparison.of(before, edit.applyTo(before));
  }

  private static Design design(Guest guest) {
    return Design.of("d", Hosts.twoSockets(), new HostSource.Sample("two"), List.of(guest));
  }
}

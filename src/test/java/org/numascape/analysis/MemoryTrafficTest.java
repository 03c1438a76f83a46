package org.numascape.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.design.AccessPattern;
import org.numascape.design.CostEdit;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.ExclusiveGroup;
import org.numascape.design.MeasuredBandwidth;
import org.numascape.domain.MemoryMode;
import org.numascape.topology.MemoryAttribute;

final class MemoryTrafficTest {

  private static final DomainId A = new DomainId("a");
  private static final DomainId B = new DomainId("b");

  /// Four vCPUs on node 0, memory on node 1; two vCPUs and memory on node 1.
  private static Design design() {
    return Designs.of(
        Hosts.twoSockets(),
        Guests.domain("a").vcpus(4).pinnedTo("0,1,2,3").strict("1"),
        Guests.domain("b").vcpus(2).pinnedTo("8,9").strict("1"));
  }

  private static Design measured(Design design) {
    var rows = Map.of(0, Map.of(1, 20_000.0), 1, Map.of(1, 40_000.0));
    return new CostEdit.Measure(
            Optional.empty(), Optional.of(new MeasuredBandwidth(rows, "table", "t.csv", "")))
        .applyTo(design);
  }

  @Test
  void allThatReadFromANodeAskItsMemoryWhereverTheyRun() {
    var traffic = MemoryTraffic.of(Analysis.of(measured(design()))).into(1);

    assertThat(traffic.guests()).isEqualTo(2);
    assertThat(traffic.lowGbs()).isCloseTo(6, within(1e-9));
    assertThat(traffic.highGbs()).isCloseTo(18, within(1e-9));
    assertThat(traffic.gbs()).hasValue(40);
    assertThat(traffic.asked()).isEqualTo("≈ 6.0–18 of 40 GB/s");
    assertThat(traffic.load()).isEqualTo(Load.LIGHT);
    assertThat(traffic.effect()).isEmpty();
  }

  @Test
  void theWayBetweenTwoNodesHasItsOwnBandwidth() {
    var ways = MemoryTraffic.of(Analysis.of(measured(design()))).of(A);

    assertThat(ways).extracting(Traffic::way).containsExactly("all to node 1", "node 0 → node 1");
    var link = ways.getLast();
    assertThat(link.asked()).isEqualTo("≈ 4.0–12 of 20 GB/s");
    assertThat(link.load()).isEqualTo(Load.BUSY);
    assertThat(link.effect())
        .isEqualTo(
            "Up to 60 % of it is asked for; loaded like that an access takes ≈ ×1.3 as long. Not in"
                + " the number above.");
    assertThat(MemoryTraffic.of(Analysis.of(measured(design()))).of(B))
        .extracting(Traffic::way)
        .containsExactly("all to node 1");
  }

  @Test
  void whatSomebodySaidTakesThePlaceOfTheGuess() {
    var said = new CostEdit.Read(A, OptionalDouble.of(5)).applyTo(measured(design()));

    var link = MemoryTraffic.of(Analysis.of(said)).of(A).getLast();

    assertThat(link.guessed()).isFalse();
    assertThat(link.asked()).isEqualTo("20 of 20 GB/s");
    assertThat(link.effect()).startsWith("100 % of it is asked for").contains("≈ ×3.2 or more");
    assertThat(link.load()).isEqualTo(Load.HEAVY);
  }

  @Test
  void ofGuestsThatNeverRunTogetherTheOneThatAsksForMoreCounts() {
    var apart =
        new Edit.SetNeverTogether(List.of(new ExclusiveGroup(Set.of(A, B)))).applyTo(design());

    var traffic = MemoryTraffic.of(Analysis.of(apart)).into(1);

    assertThat(traffic.guests()).isEqualTo(1);
    assertThat(traffic.highGbs()).isCloseTo(12, within(1e-9));
  }

  @Test
  void bandwidthNobodyToldIsUnknownAndNotJudged() {
    var ways = MemoryTraffic.of(Analysis.of(design())).of(A);

    assertThat(ways).extracting(Traffic::way).containsExactly("all to node 1");
    assertThat(ways.getFirst().asked()).isEqualTo("≈ 6.0–18 GB/s of an unknown bandwidth");
    assertThat(ways.getFirst().load()).isEqualTo(Load.LIGHT);
  }

  @Test
  void theFirmwaresBandwidthIsInMibPerSecond() {
    var plain = Hosts.twoSockets();
    var told =
        new MemoryAttribute(
            "ReadBandwidth",
            MemoryAttribute.Order.HIGHER_IS_BETTER,
            List.of(new MemoryAttribute.Value(1, plain.cpusOf(1), 0, 100_000)));
    var host = plain.with(plain.facts().withAttributes(List.of(told)));
    var design = Designs.of(host, Guests.domain("b").pinnedTo("8,9").strict("1"));

    var traffic = MemoryTraffic.of(Analysis.of(design)).into(1);

    assertThat(traffic.gbs().orElseThrow()).isCloseTo(104.8576, within(1e-9));
    assertThat(traffic.measured()).isFalse();
  }

  @Test
  void theAccessPatternSendsReadsToOtherCells() {
    var twoCells =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a")
                .vcpus(4)
                .cell("0-1", 2)
                .cell("2-3", 2)
                .strict("0-1")
                .memnode(0, "0")
                .memnode(1, "1")
                .pinnedTo("0,1,8,9"));
    var alike = new CostEdit.Assume(A, AccessPattern.UNIFORM).applyTo(twoCells);

    assertThat(MemoryTraffic.of(Analysis.of(twoCells)).of(A))
        .hasSize(2)
        .allMatch(way -> way.highGbs() == 6 && way.from().isEmpty());
    var links = MemoryTraffic.of(Analysis.of(measured(alike))).of(A);
    assertThat(links.stream().filter(way -> way.way().equals("node 0 → node 1")))
        .singleElement()
        .satisfies(way -> assertThat(way.highGbs()).isCloseTo(3, within(1e-9)));
  }

  @Test
  void interleavedMemoryIsAskedInEqualShares() {
    var spread =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").vcpus(4).pinnedTo("0,1,2,3").memory(MemoryMode.INTERLEAVE, "0-1"));
    var traffic = MemoryTraffic.of(Analysis.of(spread));

    assertThat(traffic.into(0).highGbs()).isCloseTo(6, within(1e-9));
    assertThat(traffic.into(1).highGbs()).isCloseTo(6, within(1e-9));
  }
}

package org.numascape.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.domain.Interconnect;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;
import org.numascape.topology.MemoryAttribute;
import org.numascape.topology.MemoryAttribute.Order;
import org.numascape.topology.MemoryAttribute.Value;

final class CellDistancesTest {

  private static final DomainId VM = new DomainId("vm");

  private static Guests vm() {
    return Guests.domain("vm").vcpus(4).cell("0-1", 4).cell("2-3", 4);
  }

  private static CellDistances of(Guests guest) {
    return of(Designs.of(Hosts.fourNodes(), guest));
  }

  private static CellDistances of(Design design) {
    return CellDistances.of(design, VM).orElseThrow();
  }

  @Test
  void cellsAreAsFarApartAsTheNodesOfTheirMemory() {
    var host = Hosts.fourNodes();

    var rows = of(vm().memnode(0, "0").memnode(1, "2")).rows();

    int told = host.distances().between(0, 2).orElseThrow();
    assertThat(told).isNotEqualTo(20);
    assertThat(rows).isEqualTo(Map.of(0, Map.of(0, 10, 1, told), 1, Map.of(0, told, 1, 10)));
  }

  @Test
  void memoryThatIsBoundNowhereIsWhereTheVcpusArePinned() {
    var host = Hosts.fourNodes();

    var rows = of(vm().pinnedTo("0,1,8,9")).rows();

    assertThat(rows.get(0)).containsEntry(1, host.distances().between(0, 1).orElseThrow());
  }

  @Test
  void twoCellsOnOneNodeAreAsNearAsLibvirtLetsThemBe() {
    assertThat(of(vm().memnode(0, "1").memnode(1, "1")).rows().get(0)).containsEntry(1, 11);
  }

  @Test
  void aCellThatIsNowhereIsNamed() {
    var nowhere = of(vm().memnode(0, "0"));

    assertThat(nowhere.rows()).isEmpty();
    assertThat(nowhere.obstacle())
        .contains("cell 1 is on no node: bind its memory, or pin its vCPUs first");
  }

  @Test
  void latenciesAreToldOnceForEachPairAndBandwidthsInKib() {
    var latency =
        new MemoryAttribute(
            "Latency",
            Order.LOWER_IS_BETTER,
            List.of(new Value(0, CpuSet.EMPTY, 0, 90), new Value(1, CpuSet.EMPTY, 0, 140)));
    var bandwidth =
        new MemoryAttribute(
            "Bandwidth", Order.HIGHER_IS_BETTER, List.of(new Value(0, CpuSet.EMPTY, 0, 1000)));
    HostTopology host = Hosts.fourNodes();
    var told = host.with(host.facts().withAttributes(List.of(latency, bandwidth)));

    var links = of(Designs.of(told, vm().memnode(0, "0").memnode(1, "1"))).links();

    assertThat(links)
        .containsExactly(
            link(Interconnect.Kind.LATENCY, 0, 0, 90),
            link(Interconnect.Kind.LATENCY, 0, 1, 140),
            link(Interconnect.Kind.LATENCY, 1, 1, 140),
            link(Interconnect.Kind.BANDWIDTH, 0, 0, 1000 * 1024));
  }

  private static Interconnect link(Interconnect.Kind kind, int from, int to, long value) {
    return new Interconnect(kind, from, to, OptionalInt.empty(), Interconnect.Access.ACCESS, value);
  }

  @Test
  void aHostThatTellsNothingTellsAGuestNothing() {
    assertThat(of(vm().memnode(0, "0").memnode(1, "1")).links()).isEmpty();
  }
}

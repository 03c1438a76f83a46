package org.numascape.format.domainxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.numascape.domain.Domain;
import org.numascape.domain.MemoryBacking;
import org.numascape.domain.MemoryMode;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.format.FormatException;
import org.numascape.topology.CpuSet;
import org.numascape.topology.NodeSet;
import org.numascape.topology.PageSize;

final class PlacementTest {

  private static final String XML =
      "<domain type='kvm'><name>db</name><memory>9</memory><vcpu>4</vcpu><iothreads>1</iothreads><cpu><numa>"
          + "<cell cpus='0-1' memory='4'/><cell cpus='2-3' memory='5'/></numa></cpu></domain>";

  private static Domain place(PlacementOptions options) throws FormatException {
    return Placement.place(DomainReader.read("db.xml", XML), options);
  }

  private static PlacementOptions options(
      List<String> vcpus, List<String> threads, List<String> cells, String mode, String pages) {
    return new PlacementOptions(
        vcpus,
        Optional.empty(),
        threads,
        cells,
        Optional.of(mode).filter(word -> !word.isEmpty()),
        Optional.of(pages).filter(word -> !word.isEmpty()));
  }

  @Test
  void everyOptionDoesWhatItSays() throws FormatException {
    var options =
        new PlacementOptions(
            List.of("0=2,34", "1-2=8-9"),
            Optional.of("0-1"),
            List.of("1=3"),
            List.of("0=node:1", "1=node:2-3"),
            Optional.of("interleave"),
            Optional.of("1G"));

    var placed = place(options);

    assertThat(placed.vcpuPins())
        .isEqualTo(Map.of(0, CpuSet.of(2, 34), 1, CpuSet.of(8, 9), 2, CpuSet.of(8, 9)));
    assertThat(placed.emulatorPin()).contains(CpuSet.of(0, 1));
    assertThat(placed.ioThreads().getFirst().pin()).contains(CpuSet.of(3));
    assertThat(placed.numaTune().cells())
        .isEqualTo(
            Map.of(
                0, new MemoryBinding(MemoryMode.INTERLEAVE, NodeSet.of(1)),
                1, new MemoryBinding(MemoryMode.INTERLEAVE, NodeSet.of(2, 3))));
    assertThat(placed.numaTune().memory().orElseThrow().nodes()).isEqualTo(NodeSet.of(1, 2, 3));
    assertThat(placed.backing().pages())
        .containsExactly(new MemoryBacking.Page(PageSize.ONE_GIB, Optional.empty()));
  }

  @Test
  void noOptionChangesNothing() throws FormatException {
    assertThat(place(PlacementOptions.NONE)).isEqualTo(DomainReader.read("db.xml", XML));
  }

  @Test
  void anyTakesAwayWhatWasThere() throws FormatException {
    var placed = place(options(List.of("0-3=5"), List.of("1=3"), List.of("0=node:1"), "", "2M"));

    var freed =
        Placement.place(
            placed, options(List.of("0-3=any"), List.of("1=any"), List.of("0=any"), "", "normal"));

    assertThat(freed).isEqualTo(DomainReader.read("db.xml", XML));
  }

  @Test
  void aModeAloneChangesAllThatIsBound() throws FormatException {
    var placed = place(options(List.of(), List.of(), List.of("0=node:1"), "", ""));

    var changed =
        Placement.place(placed, options(List.of(), List.of(), List.of(), "preferred", ""));

    assertThat(changed.numaTune().cells().get(0))
        .isEqualTo(new MemoryBinding(MemoryMode.PREFERRED, NodeSet.of(1)));
  }

  @Test
  void refusalsNameTheOptionAndTheGuestsLimits() {
    assertRefused(
        options(List.of("7=1"), List.of(), List.of(), "", ""),
        "--vcpupin 7=1: db has no vCPU 7; its vCPUs are 0 to 3.");
    assertRefused(options(List.of("0"), List.of(), List.of(), "", ""), "--vcpupin 0: it has to be");
    assertRefused(options(List.of("0=3-1"), List.of(), List.of(), "", ""), "runs backwards");
    assertRefused(options(List.of("0="), List.of(), List.of(), "", ""), "names nothing");
    assertRefused(options(List.of(), List.of("2=1"), List.of(), "", ""), "db has no I/O thread 2");
    assertRefused(
        options(List.of(), List.of(), List.of("5=node:0"), "", ""), "db has no guest cell 5");
    assertRefused(options(List.of(), List.of(), List.of("0=1"), "", ""), "node:1");
    assertRefused(options(List.of(), List.of(), List.of(), "wild", ""), "strict, preferred");
    assertRefused(options(List.of(), List.of(), List.of(), "strict", ""), "bound to no node");
    assertRefused(options(List.of(), List.of(), List.of(), "", "3M"), "write 2M, 1G or normal");
    assertRefused(options(List.of(), List.of(), List.of(), "", "2"), "needs a unit");
  }

  private static void assertRefused(PlacementOptions options, String says) {
    assertThatThrownBy(() -> place(options))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining(says);
  }
}

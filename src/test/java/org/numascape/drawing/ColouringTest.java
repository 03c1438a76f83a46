package org.numascape.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.analysis.Analysis;
import org.numascape.design.Design;
import org.numascape.drawing.Tints.Tint;
import org.numascape.topology.CpuKind;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostFacts;
import org.numascape.topology.NumaNode;
import org.numascape.topology.ObjectId;
import org.numascape.topology.ObjectKind;

/// What colours tell.
final class ColouringTest {

  private static Tints tints(Design design, Colouring colouring) {
    return TintsOf.of(Analysis.of(design), colouring);
  }

  private static Tint pu(Tints tints, int cpu) {
    return tints.pu(cpu).orElseThrow();
  }

  private static Tint node(Tints tints, int node) {
    return tints.node(node).orElseThrow();
  }

  @Test
  void guestsHaveTheirColoursByDefaultAndAreNeutralWhereColoursTellSomethingElse() {
    var face = new Overlay.Face(Guests.domain("db").guest().id(), "db", "db", 3, 1);

    var byGuest = tints(Designs.pictured(), Colouring.GUESTS);
    var byCost = tints(Designs.pictured(), new Colouring.ByAccessCost());

    assertThat(byGuest.surface(face)).isEqualTo(Ink.guest(Role.GUEST, 3));
    assertThat(byCost.surface(face)).isEqualTo(Ink.of(Role.OTHERS));
  }

  @Test
  void aPuIsAsHotAsTheAccessesOfTheVcpuOnItAreDear() {
    var tints = tints(Designs.pictured(), new Colouring.ByAccessCost());

    assertThat(pu(tints, 2).words()).isEqualTo("×1.0");
    assertThat(pu(tints, 2).fill()).isEqualTo(Ink.level(Role.HEAT, 0));
    assertThat(pu(tints, 13).words()).isEqualTo("×2.1");
    assertThat(pu(tints, 13).fill()).isEqualTo(Ink.level(Role.HEAT, 3));
    assertThat(tints.pu(6)).as("nobody is on CPU 6").isEmpty();
  }

  @Test
  void hugePagesAreTintedByHowManyOfThemArePlanned() {
    var tints = tints(Designs.pictured(), new Colouring.ByHugePages());

    assertThat(node(tints, 0).words()).isEqualTo("80 % of pages");
    assertThat(node(tints, 0).fill()).isEqualTo(Ink.level(Role.HEAT, 2));
    assertThat(node(tints, 1).fill()).isEqualTo(Ink.level(Role.HEAT, 3));
    assertThat(node(tints, 2).words()).isEqualTo("133 % of pages");
    assertThat(node(tints, 2).fill()).isEqualTo(Ink.level(Role.HEAT, 4));
  }

  @Test
  void aNodeWithoutHugePagesIsNotTintedAsAnEmptyPool() {
    var tints = tints(Designs.of(Hosts.twoSockets()), new Colouring.ByHugePages());

    assertThat(node(tints, 0).fill()).isEqualTo(Ink.of(Role.TRACK));
    assertThat(node(tints, 0).legend()).isIn("no huge pages", "huge pages not told");
  }

  @Test
  void cpusOfOneLastLevelCacheHaveOneShadeAndItsNumber() {
    var tints = tints(Designs.pictured(), new Colouring.ByCacheDomain());

    assertThat(pu(tints, 0)).isEqualTo(pu(tints, 35));
    assertThat(pu(tints, 0).words()).isEqualTo("L3#0");
    assertThat(pu(tints, 4).words()).isEqualTo("L3#1");
    assertThat(pu(tints, 4).fill()).isNotEqualTo(pu(tints, 0).fill());
  }

  @Test
  void cpusWhoseCacheNoSourceTellsSaySo() {
    var tints = tints(Designs.of(Hosts.oneNode()), new Colouring.ByCacheDomain());

    assertThat(pu(tints, 0).words()).isEqualTo("?");
    assertThat(pu(tints, 0).legend()).isEqualTo("caches not told");
  }

  @Test
  void coresAreShadedByKindWhereTheHostHasSeveralAndAreUnknownWhereItTellsNone() {
    var kinds =
        List.of(
            new CpuKind(CpuSet.range(4, 7), Map.of("CoreType", "IntelAtom")),
            new CpuKind(CpuSet.range(0, 3), Map.of("CoreType", "IntelCore")));
    var host = DrawnHosts.hybrid().with(HostFacts.NONE.withCpuKinds(kinds));

    var tints = tints(Designs.of(host), new Colouring.ByCoreKind());
    var none = tints(Designs.of(Hosts.oneNode()), new Colouring.ByCoreKind());

    assertThat(pu(tints, 0).words()).isEqualTo("P");
    assertThat(pu(tints, 5).words()).isEqualTo("E");
    assertThat(pu(tints, 5).fill()).isNotEqualTo(pu(tints, 0).fill());
    assertThat(pu(tints, 9).words()).as("of no kind").isEqualTo("?");
    assertThat(pu(none, 0).legend()).isEqualTo("kind of core not told");
  }

  @Test
  void nodesAreTheHotterTheFartherTheyAreFromOne() {
    var host = Hosts.fourNodes();
    var from = host.node(1).map(NumaNode::id).orElseThrow();

    var tints = tints(Designs.of(host), new Colouring.ByDistance(from));

    assertThat(node(tints, 1).words()).isEqualTo("distance 10");
    assertThat(node(tints, 1).fill()).isEqualTo(Ink.level(Role.HEAT, 0));
    assertThat(node(tints, 0).fill()).isEqualTo(Ink.level(Role.HEAT, 1));
    assertThat(node(tints, 2).words()).isEqualTo("distance 32");
    assertThat(node(tints, 2).fill()).isEqualTo(Ink.level(Role.HEAT, 4));
  }

  @Test
  void distancesThatNobodyToldAreUnknownNotNear() {
    var host = DrawnHosts.l3AsNode();
    var from = host.node(0).map(NumaNode::id).orElseThrow();

    var tints = tints(Designs.of(host), new Colouring.ByDistance(from));
    var gone =
        tints(Designs.of(host), new Colouring.ByDistance(new ObjectId(ObjectKind.NUMA_NODE, 99)));

    assertThat(node(tints, 3).words()).isEqualTo("?");
    assertThat(node(tints, 3).legend()).isEqualTo("distance not told");
    assertThat(node(gone, 3).words()).isEqualTo("?");
  }

  @Test
  void theWordForAColourStandsOnThePicture() {
    var drawing = Drawings.pictured(DrawingOptions.STANDARD.coloured(new Colouring.ByAccessCost()));

    assertThat(Drawings.on(drawing, "PU_26")).contains("bu·0", "×2.1");
  }
}

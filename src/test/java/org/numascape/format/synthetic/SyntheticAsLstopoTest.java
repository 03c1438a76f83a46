package org.numascape.format.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.numascape.format.hwloc.HwlocReader;
import org.numascape.topology.Cache;
import org.numascape.topology.Core;
import org.numascape.topology.CpuPackage;
import org.numascape.topology.Die;
import org.numascape.topology.HostTopology;
import org.numascape.topology.NumaNode;
import org.numascape.topology.Pu;
import org.numascape.topology.TopologyObject;

/// A made-up host is the one that the installed lstopo makes up.
final class SyntheticAsLstopoTest {

  /// Attached nodes have a memory each: hwloc 2.9 gives them none otherwise.
  static final List<String> DESCRIPTIONS =
      List.of(
          "2",
          "2 4",
          "2 3 4",
          "2 2 2 2",
          "2 3 4 5 6",
          "1 2 1 4 2 1",
          "2 2 1 2 1 2 1",
          "2 1 2 2 1 1 2 2",
          "2 1 2 2 1 1 2 2 1",
          "2 2 1 2 2 1 1 2 2 1",
          "[numa(memory=2GB)] 2 2 2",
          "2 [numa(memory=2GB)] 2 2",
          "pu:1",
          "pu:64",
          "core:4 2",
          "pack:2 core:4 pu:2",
          "pack:2 numa:2 l3:1(size=32MiB) core:4 pu:2",
          "pack:2 numa:1 l3:2 core:2 pu:1",
          "pack:2 l3:1 numa:1 core:2 pu:1",
          "numa:2 pack:1 core:2 pu:2",
          "numa:4 pu:1",
          "numa:1 pack:2 pu:2",
          "pack:1 numa:1 core:2 pu:1",
          "group:2 group:2 pu:2",
          "group:2 group:1 core:1 pu:2",
          "group2:2 group1:2 numa:2 pu:2",
          "pack:2 die:2 l3:2 l2:2 l1d:1 l1i:1 core:1 pu:2",
          "l5:1 l4:2 l3:2(size=3MB) l2:2(size=700KiB) l1u:2 pu:1",
          "l3i:2 l2i:2 l1i:2 pu:2",
          "core:2 l2:2 pu:2",
          "core:2 pack:2 pu:1",
          "pack:2 [numa(memory=1GB)] [numa(memory=2GiB)] core:2 pu:2",
          "[numa(memory=3TB)] pack:2 [numa(memory=1kB)] core:2 [numa(memory=5MiB)] pu:2",
          "[numa(memory=3GB)] pack:1 [numa(memory=1GB)] core:2 pu:2",
          "core:2 pu:2 [numa(memory=1GB)]",
          "core:2 [numa(memory=1GB)] pu:1 [numa(memory=2GB)]",
          "numa:2(indexes=7,3 memory=12345678) core:2 pu:2",
          "pack:2 [numa(memory=1GB indexes=8,0)] core:2 pu:2",
          "[numa(indexes=3,2,1 memory=1GB)] pack:2 [numa(memory=1GB)] core:1 pu:2",
          "pack:2 core:4 pu:2(indexes=core)",
          "pack:2 core:4 pu:2(indexes=pack)",
          "numa:2 core:4 pu:2(indexes=numa:core)",
          "numa:4 core:4 pu:2(indexes=core:numa)",
          "pack:2 group:2 l3:2 core:2 pu:2(indexes=l3:pack)",
          "pack:2 core:4 pu:2(indexes=2*8:1*2)",
          "pack:2 core:2 pu:2(indexes=4*2)",
          "pack:2(indexes=5,3) core:2(indexes=0,8,16,24) pu:2(indexes=0,2,4,6,1,3,5,7)",
          "core:2 pu:4(indexes=7,3,5,1,6,2,4,0)");

  @ParameterizedTest
  @FieldSource("DESCRIPTIONS")
  void aMadeUpHostIsTheOneOfLstopo(String description) throws Exception {
    String xml = InstalledLstopo.output("-i", description, "--filter", "all:all", "--of", "xml");
    var theirs = HwlocReader.read("lstopo", xml);

    var ours = SyntheticReader.read("test", description);

    assertThat(told(ours)).isEqualTo(told(theirs));
  }

  /// Every object by kind, number, place, CPUs, OS index and size.
  static List<String> told(HostTopology host) {
    return host.objects().map(object -> told(host, object)).toList();
  }

  private static String told(HostTopology host, TopologyObject object) {
    String around = host.parent(object).map(parent -> parent.id().toString()).orElse("nothing");
    String own =
        switch (object) {
          case Pu pu -> "P#" + pu.osIndex();
          case Core core -> "P#" + core.osIndex();
          case CpuPackage box -> "P#" + box.osIndex();
          case Die die -> "P#" + die.osIndex();
          case NumaNode node -> "P#" + node.osIndex() + " " + node.memoryKib();
          case Cache cache -> cache.type() + " " + cache.sizeKib();
          default -> "";
        };
    return Stream.of(object.id(), "in " + around, object.cpus(), own)
        .map(Object::toString)
        .reduce((one, other) -> one + " " + other)
        .orElseThrow();
  }
}

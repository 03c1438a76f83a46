package org.numascape.format.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.numascape.format.FormatException;
import org.numascape.format.Hwloc;
import org.numascape.format.hwloc.HwlocReader;
import org.numascape.sample.SampleHosts;
import org.numascape.topology.HostTopology;
import org.numascape.topology.NumaNode;
import org.numascape.topology.ObjectKind;
import org.numascape.topology.Pu;

final class SyntheticWriterTest {

  private static final List<String> UNLIKE = List.of("laptop");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Package:2 [NUMANode(memory=1073741824)] L3Cache:2(size=16777216) Core:4 PU:2",
        "[NUMANode(memory=1048576)] Package:2 Die:1 L1dCache:2(size=32768) L1iCache:1(size=32768) Core:1 PU:2(indexes=2*4:1*2)",
        "Package:2 [NUMANode(memory=4096)] [NUMANode(memory=8192 indexes=2*2:1*2)] Core:2 PU:1",
        "Group:3 [NUMANode(memory=1024 indexes=5,0,77)] PU:2(indexes=0,2,1,3,5,9)",
        "[NUMANode(memory=1073741824)] PU:1",
      })
  void aMadeUpHostIsWrittenAsItWasDescribed(String description) throws Exception {
    var host = SyntheticReader.read("test", description);

    var written = SyntheticWriter.write(host);

    assertThat(written.text()).isEqualTo(description);
    assertThat(written.lost()).isEmpty();
  }

  static Stream<String> alikeSamples() throws Exception {
    return SampleHosts.names().stream().filter(name -> !UNLIKE.contains(name));
  }

  @ParameterizedTest
  @MethodSource("alikeSamples")
  void lstopoMakesTheSampleOfItsDescription(String name) throws Exception {
    Hwloc.assumeInstalled();
    var host = SampleHosts.load(name).topology();
    String description = SyntheticWriter.write(host).text();

    String xml = Hwloc.xml(description, "synthetic", "--filter", "all:all");

    var made = HwlocReader.read("lstopo", xml);
    assertThat(made.all(Pu.class))
        .extracting(Pu::osIndex)
        .isEqualTo(host.all(Pu.class).stream().map(Pu::osIndex).toList());
    assertThat(made.nodes().keySet()).isEqualTo(host.nodes().keySet());
    var counts = Hwloc.counts(host);
    counts.keySet().removeIf(kind -> !DESCRIBED.contains(kind));
    var listed = Hwloc.listed(xml);
    listed.keySet().removeIf(kind -> !DESCRIBED.contains(kind));
    assertThat(listed).isEqualTo(counts);
  }

  private static final List<ObjectKind> DESCRIBED =
      Arrays.stream(ObjectKind.values())
          .filter(kind -> kind.compareTo(ObjectKind.BRIDGE) < 0)
          .filter(kind -> kind != ObjectKind.GROUP && kind != ObjectKind.MEMORY_CACHE)
          .toList();

  @Test
  void aHostWhosePartsAreNotAlikeIsRefusedWithTwoThatDiffer() throws Exception {
    var laptop = SampleHosts.load("laptop").topology();

    assertThatThrownBy(() -> SyntheticWriter.write(laptop))
        .isInstanceOf(FormatException.class)
        .hasMessage(
            "this host: L2Cache 6 holds 4 parts where L2Cache 0 holds 1; the synthetic grammar only"
                + " knows hosts whose parts are all alike, so export it with --as hwloc.");
  }

  @Test
  void memoryThatDiffersIsToldAndNotHidden() throws Exception {
    var host = SampleHosts.load("epyc-memoryless").topology();

    var written = SyntheticWriter.write(host);

    long most = host.nodes().values().stream().mapToLong(NumaNode::memoryKib).max().orElseThrow();
    assertThat(written.lost())
        .containsExactly(
            "Nodes differ in memory; those that stand at the same place of their part all get that of the first that has any.");
    assertThat(read(written).nodes().values())
        .extracting(NumaNode::memoryKib)
        .allMatch(kib -> kib > most / 2);
  }

  private static HostTopology read(SyntheticWriter.Description written) throws FormatException {
    return SyntheticReader.read("written", written.text());
  }
}

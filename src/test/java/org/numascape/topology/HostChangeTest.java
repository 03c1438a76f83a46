package org.numascape.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.numascape.Hosts;
import org.numascape.MoreHosts;

final class HostChangeTest {

  @Test
  void aFirmwareModeChangesNodesAndTheirCpus() {
    var found = HostChange.between(Hosts.fourNodes(), Hosts.twoSockets());

    assertThat(found)
        .extracting(HostChange::what)
        .containsExactly("the CPUs", "the nodes", "the CPUs of node 0", "the CPUs of node 1");
    assertThat(found.get(1)).isEqualTo(new HostChange("the nodes", "0-3", "0-1"));
  }

  @Test
  void aModuleThatIsGoneChangesTheMemory() {
    var found = HostChange.between(MoreHosts.oneLargeNode(), MoreHosts.lopsided());

    assertThat(found).contains(new HostChange("the nodes", "0-1", "0-2"));
    assertThat(found)
        .as("a node of which no memory is told")
        .noneMatch(change -> change.what().equals("the memory of node 1"));
    assertThat(HostChange.between(memory(64), memory(32)))
        .containsExactly(new HostChange("the memory of node 0", "64.0 GiB", "32.0 GiB"));
  }

  @Test
  void aKernelMayKeepALittleMore() {
    assertThat(HostChange.between(memory(64), memory(62))).isEmpty();
  }

  @Test
  void aCpuThatIsSwitchedOffIsStillThere() {
    var off = MoreHosts.lastIsOff();
    var on = MoreHosts.isolated("");

    assertThat(HostChange.between(on, off)).isEmpty();
  }

  @Test
  void changesAddUpAndGoBack() {
    var first = List.of(new HostChange("the CPUs", "0-7", "0-3"));
    var back = List.of(new HostChange("the CPUs", "0-3", "0-7"));
    var other = List.of(new HostChange("the nodes", "0-1", "0"));

    assertThat(HostChange.joined(first, List.of())).isEqualTo(first);
    assertThat(HostChange.joined(first, back)).isEmpty();
    assertThat(HostChange.joined(first, other)).hasSize(2);
    assertThat(HostChange.joined(first, List.of(new HostChange("the CPUs", "0-3", "0-1"))))
        .containsExactly(new HostChange("the CPUs", "0-7", "0-1"));
  }

  private static HostTopology memory(long gib) {
    var cpus = CpuSet.of(0);
    var node =
        new NumaNode(0, 0, "", gib * 1_048_576, java.util.OptionalLong.empty(), List.of(), cpus);
    List<TopologyObject> core =
        List.of(new Core(0, 0, cpus, Contents.of(List.of(new Pu(0, 0, PuState.ONLINE)))));
    return new HostTopology(
        new Machine("m", cpus, new Contents(List.of(node), core, List.of())),
        DistanceMatrix.UNKNOWN);
  }
}

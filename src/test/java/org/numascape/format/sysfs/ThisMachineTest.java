package org.numascape.format.sysfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.numascape.topology.HostTopology;
import org.numascape.topology.ObjectKind;
import org.numascape.topology.Pu;
import org.numascape.topology.PuState;

/// Reads the machine the tests run on.
final class ThisMachineTest {

  @BeforeEach
  void assumeLinux() {
    Assumptions.assumeTrue(
        Files.isDirectory(Path.of("/sys/devices/system/cpu")), "skipped: this is no Linux machine");
  }

  @Test
  void thisMachineIsReadAsLstopoReadsIt() throws Exception {
    Lstopo.assumeInstalled();
    String expected = Lstopo.xml();

    var host = SysfsReader.read("this machine", new ThisMachine()).host();

    assertThat(counts(host)).isEqualTo(Lstopo.counts(expected));
  }

  @Test
  void nothingIsReadTwiceDifferently() throws Exception {
    var first = SysfsReader.read("this machine", new ThisMachine()).host();
    var second = SysfsReader.read("this machine", new FolderTree(Path.of("/"))).host();

    assertThat(counts(second)).isEqualTo(counts(first));
    assertThat(second.distances()).isEqualTo(first.distances());
  }

  @Test
  void thisMachineHasMemoryAndCpusThatRun() throws Exception {
    var host = SysfsReader.read("this machine", new ThisMachine()).host();

    assertThat(host.pus()).hasSizeGreaterThanOrEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(host.nodes().values().stream().mapToLong(node -> node.memoryKib()).sum())
        .isPositive();
  }

  private static Map<String, Integer> counts(HostTopology host) {
    var counts = new TreeMap<String, Integer>();
    host.objects()
        .filter(object -> object.id().kind() != ObjectKind.GROUP)
        .filter(object -> !(object instanceof Pu pu && pu.state() == PuState.OFFLINE))
        .forEach(object -> counts.merge(object.id().kind().hwlocName(), 1, Integer::sum));
    return counts;
  }
}

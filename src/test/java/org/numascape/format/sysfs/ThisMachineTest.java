package org.numascape.format.sysfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.numascape.format.Hwloc;

/// Reads the machine the tests run on.
final class ThisMachineTest {

  @BeforeEach
  void assumeLinux() {
    Assumptions.assumeTrue(
        Files.isDirectory(Path.of("/sys/devices/system/cpu")), "skipped: this is no Linux machine");
  }

  @Test
  void thisMachineIsReadAsLstopoReadsIt() throws Exception {
    Hwloc.assumeInstalled();
    var expected = Hwloc.listed(Hwloc.ask("lstopo", "--disallowed", "--of", "xml"));

    var host = SysfsReader.read("this machine", new ThisMachine()).host();

    assertThat(Hwloc.ungrouped(Hwloc.counts(host))).isEqualTo(Hwloc.ungrouped(expected));
  }

  @Test
  void nothingIsReadTwiceDifferently() throws Exception {
    var first = SysfsReader.read("this machine", new ThisMachine()).host();
    var second = SysfsReader.read("this machine", new FolderTree(Path.of("/"))).host();

    assertThat(Hwloc.counts(second)).isEqualTo(Hwloc.counts(first));
    assertThat(second.distances()).isEqualTo(first.distances());
  }

  @Test
  void thisMachineHasMemoryAndCpusThatRun() throws Exception {
    var host = SysfsReader.read("this machine", new ThisMachine()).host();

    assertThat(host.pus()).hasSizeGreaterThanOrEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(host.nodes().values().stream().mapToLong(node -> node.memoryKib()).sum())
        .isPositive();
  }
}

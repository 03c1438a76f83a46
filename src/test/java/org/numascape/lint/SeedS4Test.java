package org.numascape.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.numascape.SharedData;
import org.numascape.format.FormatException;

/// The article on GPUs and NUMA among the seeds, which is others' and so read beside the checkout:
/// every mistake that the checklist records for it is found, and nothing else.
final class SeedS4Test {

  private static LintReport report() throws Exception {
    Path seed = SharedData.folder("libvirt-domains").resolve("../../seeds/S4-qemu-gpu-numa.txt");
    Assumptions.assumeTrue(
        Files.exists(seed),
        "skipped: there is no shared/seeds/S4-qemu-gpu-numa.txt beside the checkout");
    return Lint.examine("S4", Files.readString(seed));
  }

  private static List<String> found(LintReport report, int passage) {
    var span = report.passages().get(passage).span();
    return report.findings().stream()
        .filter(
            finding -> finding.span().start() >= span.start() && finding.span().end() <= span.end())
        .map(finding -> finding.code() + " " + text(report, finding))
        .toList();
  }

  private static String text(LintReport report, Finding finding) {
    String text = report.text().substring(finding.span().start(), finding.span().end());
    return text.length() > 34 ? text.substring(0, 34) : text;
  }

  @Test
  void theFirstCommandLineHasTheMistakesOfTheChecklist() throws Exception {
    var report = report();

    assertThat(report.passages())
        .extracting(Passage::kind)
        .containsExactly(TextKind.QEMU, TextKind.LIBVIRT, TextKind.QEMU);
    assertThat(found(report, 0))
        .containsExactly(
            "I-10 qemu-system-x86_64", // S4-M9: no affinity anywhere
            "I-07 -enable-kvm", // S4-M8: duplicate of accel=kvm
            "I-08 topoext=on", // S4-M7: one thread per core
            "I-06 -mem-path /dev/hugepages", // S4-M5: legacy beside backends
            "I-01 mem=4G", // S4-M3: refused on q35
            "I-03 -object memory-backend-file,id=mem", // S4-M4: no memdev; message tells S4-M6
            "I-02 0-3", // S4-M2: CPUs on both nodes
            "I-01 mem=4G", // S4-M3, second node
            "I-03 -object memory-backend-file,id=mem", // S4-M4, second backend
            "I-05 numa=0", // S4-M1: virtio-gpu-pci has no such property
            "I-14 :0"); // S4-M18: VNC on all addresses
  }

  @Test
  void theDomainXmlHasTheMistakesOfTheChecklist() throws Exception {
    assertThat(found(report(), 1))
        .containsExactly(
            "N-03 <memory mode='strict' nodeset='0,1", // S4-M17: strict 0,1 without memnode
            "I-14 <graphics type='vnc' port='-1' aut", // S4-M18: VNC on 0.0.0.0
            "I-13 <model type='virtio' ram='262144' ", // S4-M15: attributes of QXL on virtio
            "I-14 <graphics type='spice' port='5900'", // S4-M18: SPICE too, two consoles
            "D-02 <hostdev mode='subsystem' type='pc", // S4-M11: device on no cell
            "D-10 <address domain='0x0000' bus='0x00", // S4-M16: host 00:02.0 is the host's
            // graphics
            "D-10 <address type='pci' domain='0x0000", // S4-M16: guest 00:02.0 is the video's
            "I-11 <cpu>", // S4-M12: second cpu element
            "N-06 memory=\"4294967296\"", // S4-M13: bytes taken for KiB, cell 0
            "N-06 memory=\"4294967296\"", // S4-M13, cell 1
            "I-12 <memory unit='GiB'  model='dimm'  ", // S4-M14: dimm outside devices, first
            "I-12 <memory unit='GiB'  model='dimm' a"); // S4-M14, second
  }

  @Test
  void theSecondCommandLineHasThemTooAndADeviceOnNoNode() throws Exception {
    assertThat(found(report(), 2))
        .containsExactly(
            "I-10 qemu-system-x86_64", // S4-M9
            "I-07 -enable-kvm", // S4-M8
            "I-08 topoext=on", // S4-M7
            "I-06 -mem-path /dev/hugepages", // S4-M5
            "I-01 mem=4G", // S4-M3
            "I-03 -object memory-backend-file,id=mem", // S4-M4
            "I-02 0-3", // S4-M2
            "I-01 mem=4G", // S4-M3
            "I-03 -object memory-backend-file,id=mem", // S4-M4
            "D-02 -device vfio-pci,host=01:00.0", // S4-M11: the guest sees numa_node -1
            "I-14 :0"); // S4-M18
  }

  @Test
  void idsThatMisleadAreTold() throws Exception {
    var messages =
        report().findings().stream()
            .filter(finding -> finding.code().equals("I-03"))
            .map(Finding::message);

    // S4-M6: "mem-node1" is host node 0
    assertThat(messages).allMatch(message -> message.contains("legal, but it misleads"));
  }

  @Test
  void whatCannotBeKnownFromTheTextIsLeftAndTheRestIsCorrected() throws Exception {
    var corrected = Lint.corrected(report());

    assertThat(corrected.left().stream().map(Finding::code))
        .containsExactly("I-10", "D-02", "D-10", "I-12", "I-12", "I-10", "D-02");
    assertThat(corrected.text())
        .contains("-numa node,nodeid=0,cpus=0-1,memdev=mem-node1 \\\n")
        .contains("-numa node,nodeid=1,cpus=2-3,memdev=mem-node2 \\\n")
        .contains("-device virtio-gpu-pci,bus=port0 \\\n")
        .contains("-vnc 127.0.0.1:0\n")
        .contains("<memnode cellid='1' mode='strict' nodeset='1'/>")
        .contains("memory=\"4194304\"")
        .doesNotContain("-enable-kvm \\");
  }

  @Test
  void theOtherSeedsHaveTheirMistakesInCommandsAndNoFalseOnes() throws Exception {
    Path seeds = SharedData.folder("libvirt-domains").resolve("../../seeds");
    Assumptions.assumeTrue(
        Files.isDirectory(seeds), "skipped: there is no shared/seeds beside the checkout");

    assertThat(codes(seeds.resolve("S1-kubevirt-numa.txt"))).isEmpty();
    assertThat(codes(seeds.resolve("S3-cpu-pinning-guide.txt")))
        .containsExactly(
            "I-11", // S3-M4: iothreadids inside cputune
            "I-20", // S3-M26: taskset of the QEMU process
            "I-20", // S3-M11: virsh numastat
            "I-20", // S3-M17: perf stat -p PID -a
            "I-20"); // S3-M12: numastat -c … | grep numa_miss
  }

  private static Stream<String> codes(Path seed) throws Exception {
    try {
      return Lint.examine("seed", Files.readString(seed)).findings().stream().map(Finding::code);
    } catch (FormatException broken) {
      throw new AssertionError(broken);
    }
  }
}

package org.numascape.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.numascape.format.FormatException;

final class QemuLintTest {

  private static final String TWO_NODES =
      """
      numactl --cpunodebind=0,1 qemu-system-x86_64 \\
        -machine q35,accel=kvm \\
        -cpu host \\
        -smp 8,sockets=2,cores=2,threads=2 \\
        -m 8G \\
        -object memory-backend-ram,id=m0,size=4G,host-nodes=0,policy=bind \\
        -object memory-backend-ram,id=m1,size=4G,host-nodes=1,policy=bind \\
        -numa node,nodeid=0,cpus=0-3,memdev=m0 \\
        -numa node,nodeid=1,cpus=4-7,memdev=m1 \\
        -vnc 127.0.0.1:0
      """;

  private static Linted lint(String text) {
    return Linted.of(TextKind.QEMU, text);
  }

  private static Linted changed(String from, String to) {
    assertThat(TWO_NODES).contains(from);
    return lint(TWO_NODES.replace(from, to));
  }

  @Test
  void aLineWithoutMistakesHasNoFinding() {
    assertThat(lint(TWO_NODES).codes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "qemu-system-x86_64 -m 4G -smp 4 -cpu host -enable-kvm -vnc none",
        "qemu-system-x86_64 -m 4G -vnc unix:/run/vnc.sock -display none",
        "qemu-system-x86_64 -m 4G -vnc :0,password=on",
        "qemu-system-x86_64 -m 4G -spice port=5900,addr=127.0.0.1,disable-ticketing=on",
        "qemu-system-x86_64 -m 4G -spice port=5900,password-secret=sec0",
        "qemu-system-x86_64 -m 4G -smp 4,cores=2,threads=2 -cpu EPYC,topoext=on",
        "qemu-system-x86_64 -m 4G -mem-path /dev/hugepages -mem-prealloc",
        "qemu-system-x86_64 -m 4G -object memory-backend-memfd,id=m,size=4G -machine q35,memory-backend=m",
        "taskset -c 0-3 qemu-system-x86_64 -machine pc-i440fx-5.0 -m 4096 -smp 4 -numa node,cpus=0-3,mem=4096",
        "qemu-system-x86_64 -device pxb-pcie,id=pxb1,bus_nr=32,numa_node=1,bus=pcie.0",
        "qemu-system-x86_64 -m 4G,slots=2,maxmem=8G -object memory-backend-ram,id=d,size=1G"
            + " -device pc-dimm,id=dimm1,memdev=d,node=0",
        "qemu-system-x86_64 -drive file=a,,b=c.img,if=virtio -name 'it is, =fine='",
      })
  void validLinesHaveNoFinding(String line) {
    assertThat(lint(line).codes()).isEmpty();
  }

  @Test
  void memOfANodeIsRefusedSince51AndBecomesABackendOfItsSize() {
    var linted =
        lint("taskset -c 0-3 qemu-system-x86_64 -M q35 -m 2G -smp 4 -numa node,cpus=0-3,mem=2048");

    assertThat(linted.at("I-01")).isEqualTo("mem=2048");
    assertThat(linted.only("I-01").message()).contains("mem=2048", "5.1", "the machine is q35");
    assertThat(linted.correctedOf("I-01"))
        .endsWith(
            "-smp 4 -object memory-backend-ram,id=mem0,size=2G -numa node,cpus=0-3,memdev=mem0");
  }

  @Test
  void twoNodesWithMemGetTwoBackends() {
    var linted =
        lint(
            "taskset -c 0 qemu-kvm -m 3G -smp 2 -numa node,cpus=0,mem=1G -numa node,cpus=1,mem=2G");

    assertThat(linted.correctedOf("I-01"))
        .contains("id=mem0,size=1G -numa node,cpus=0,memdev=mem0")
        .contains("id=mem1,size=2G -numa node,cpus=1,memdev=mem1");
  }

  @Test
  void aVcpuOnTwoNodesIsSharedOutByWholeCores() {
    var linted = changed("nodeid=1,cpus=4-7", "nodeid=1,cpus=2-5,cpus=7");

    assertThat(linted.at("I-02")).isEqualTo("2-5");
    assertThat(linted.only("I-02").message())
        .contains("vCPUs 2-3 are in guest node 0 and in node 1");
    assertThat(linted.correctedOf("I-02"))
        .contains("nodeid=0,cpus=0-3,memdev=m0")
        .contains("nodeid=1,cpus=4-7,memdev=m1");
  }

  @Test
  void aBackendThatNothingNamesIsGivenToTheNodeWithoutMemory() {
    var linted = changed(",cpus=4-7,memdev=m1", ",cpus=4-7");

    assertThat(linted.at("I-03")).startsWith("-object memory-backend-ram,id=m1");
    assertThat(linted.only("I-03").message()).contains("policy=bind, host-nodes=1 have no effect");
    assertThat(linted.correctedOf("I-03")).contains("nodeid=1,cpus=4-7,memdev=m1");
  }

  @Test
  void aBackendOfTheWholeGuestGoesToTheMachine() {
    var linted =
        lint("taskset -c 1 qemu-kvm -M q35 -m 4G -object memory-backend-memfd,id=ram,size=4G");

    assertThat(linted.correctedOf("I-03")).contains("-M q35,memory-backend=ram");
  }

  @Test
  void theGuestHasTheSumOfItsNodes() {
    var linted = changed("-m 8G", "-m 6G");

    assertThat(linted.at("I-04")).isEqualTo("-m 6G");
    assertThat(linted.only("I-04").message()).contains("has 6G", "2 nodes have 8G");
    assertThat(linted.correctedOf("I-04")).contains("-m 8G");
  }

  @Test
  void withoutMemoryOptionTheSumIsAdded() {
    var linted = changed("  -m 8G \\\n", "");

    assertThat(linted.correctedOf("I-04")).contains("  -m 8G \\\n  -numa node,nodeid=0");
  }

  @Test
  void aDeviceWithoutNodePropertyGoesBehindAnExpander() {
    var linted = changed("-vnc", "-device virtio-net-pci,netdev=n,numa_node=1 \\\n  -vnc");

    assertThat(linted.at("I-05")).isEqualTo("numa_node=1");
    assertThat(linted.correctedOf("I-05"))
        .contains("-device pxb-pcie,id=pxb0,bus=pcie.0,bus_nr=128,numa_node=1 ")
        .contains("-device virtio-net-pci,netdev=n,bus=port0");
  }

  @Test
  void onAMachineWithoutPcieTheNodePropertyIsLeftOut() {
    var linted = lint("qemu-system-x86_64 -M pc -device e1000,numa=0,id=n");

    assertThat(linted.correctedOf("I-05")).endsWith("-device e1000,id=n");
  }

  @Test
  void twoDevicesGetTwoExpanders() {
    var linted = changed("-vnc", "-device a-pci,numa=0 -device b-pci,numa=1 -vnc");

    String corrected = linted.correctedOf("I-05");

    assertThat(corrected).contains("numa_node=0", "numa_node=1", "bus_nr=128", "bus_nr=160");
  }

  @Test
  void memPreallocBesideBackendsBecomesTheirOwn() {
    var linted = changed("-cpu host", "-cpu host -mem-prealloc");

    assertThat(linted.at("I-06")).isEqualTo("-mem-prealloc");
    assertThat(linted.correctedOf("I-06"))
        .doesNotContain("-mem-prealloc")
        .contains("id=m0,size=4G,host-nodes=0,policy=bind,prealloc=on")
        .contains("id=m1,size=4G,host-nodes=1,policy=bind,prealloc=on");
  }

  @Test
  void kvmIsAskedForOnce() {
    var linted = changed("  -cpu host \\\n", "  -cpu host \\\n  -enable-kvm \\\n");

    assertThat(linted.correctedOf("I-07")).isEqualTo(TWO_NODES);
  }

  @Test
  void theLastLineIsTakenOutWithItsContinuation() {
    var linted = lint("qemu-system-x86_64 \\\n  -accel kvm \\\n  -enable-kvm\n");

    assertThat(linted.correctedOf("I-07")).isEqualTo("qemu-system-x86_64 \\\n  -accel kvm\n");
  }

  @Test
  void topoextIsForAmdAndForTwoThreads() {
    assertThat(changed("-cpu host", "-cpu host,topoext=on").codes()).isEmpty();
    assertThat(changed("-cpu host", "-cpu Skylake-Server,+topoext").correctedOf("I-08"))
        .contains("-cpu Skylake-Server \\");
    assertThat(lint("qemu-system-x86_64 -cpu host,topoext=on,pmu=off -smp 4").correctedOf("I-08"))
        .contains("-cpu host,pmu=off");
  }

  @Test
  void vcpusOfNoNodeGoToTheOneWithFewest() {
    var linted = changed("cpus=4-7", "cpus=4-5");

    assertThat(linted.only("I-09").message()).contains("vCPUs 6-7 of 8");
    assertThat(linted.correctedOf("I-09")).contains("cpus=4-5,memdev=m1,cpus=6-7");
  }

  @Test
  void nodesWithoutAnyVcpuShareThemAll() {
    var linted = lint(TWO_NODES.replace(",cpus=0-3", "").replace(",cpus=4-7", ""));

    assertThat(linted.correctedOf("I-09"))
        .contains("memdev=m0,cpus=0-3")
        .contains("memdev=m1,cpus=4-7");
  }

  @Test
  void vcpusThatAreNamedBySocketAreNotJudged() {
    var line =
        TWO_NODES
            .replace(",cpus=0-3", "")
            .replace(",cpus=4-7", "")
            .replace(
                "-vnc", "-numa cpu,node-id=0,socket-id=0 -numa cpu,node-id=1,socket-id=1 -vnc");

    assertThat(lint(line).codes()).isEmpty();
  }

  @Test
  void whatIsOnOneHostNodeIsStartedThere() {
    var linted =
        lint(
            "sudo qemu-kvm -m 1G -object memory-backend-ram,id=a,size=1G,host-nodes=1,policy=bind"
                + " -numa node,cpus=0,memdev=a");

    assertThat(linted.correctedOf("I-10")).startsWith("sudo numactl --cpunodebind=1 qemu-kvm -m");
  }

  @Test
  void whatIsOnTwoHostNodesHasToBePinnedThreadByThread() {
    var finding = changed("numactl --cpunodebind=0,1 ", "").only("I-10");

    assertThat(finding.correctable()).isFalse();
    assertThat(finding.message()).contains("query-cpus-fast", "taskset -cp");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-vnc :1", "-vnc 0.0.0.0:1", "-vnc [::]:1,share=force-shared", "-display vnc=:1"})
  void vncForEverybodyIsBoundToThisMachine(String option) {
    var linted = lint("qemu-system-x86_64 " + option);

    assertThat(linted.only("I-14").message()).contains("port 5901");
    assertThat(linted.correctedOf("I-14")).contains("127.0.0.1:1");
  }

  @Test
  void spiceForEverybodyIsBoundToThisMachine() {
    var linted = lint("qemu-system-x86_64 -spice port=5930,disable-ticketing=on");

    assertThat(linted.correctedOf("I-14"))
        .endsWith("-spice port=5930,disable-ticketing=on,addr=127.0.0.1");
  }

  @Test
  void aPassedThroughDeviceBehindAnExpanderIsOnItsNode() {
    String behind =
        "-device pxb-pcie,id=x,bus_nr=64,numa_node=1 -device pcie-root-port,id=p,bus=x,chassis=1"
            + " -device vfio-pci,host=41:00.0,bus=p -vnc";

    assertThat(changed("-vnc", behind).codes()).isEmpty();
    assertThat(changed("-vnc", "-device vfio-pci,host=41:00.0 -vnc").only("D-02").message())
        .contains("2 nodes", "0000:41:00.0/numa_node");
  }

  @Test
  void jsonOfLibvirtIsReadAndNotRewritten() {
    var linted =
        lint(
            """
            taskset -c 1 /usr/bin/qemu-system-x86_64 -m 2048 -smp 2 \\
            -object '{"qom-type":"memory-backend-ram","id":"ram0","size":1073741824,"host-nodes":[0],"policy":"bind"}' \\
            -numa node,nodeid=0,cpus=0-1,memdev=ram0 \\
            -device '{"driver":"virtio-gpu-pci","numa":0}'
            """);

    assertThat(linted.codes()).containsExactly("I-04", "I-05");
    assertThat(linted.only("I-05").correctable()).isFalse();
    assertThat(linted.only("I-04").message()).contains("2G", "1G together");
  }

  @Test
  void placesAreOfTheTextAsWritten() {
    var linted =
        lint("# start\nqemu-system-x86_64 -M q35 \\\n  -device \"virtio-gpu-pci,numa=0\"\n");

    assertThat(linted.report().place(linted.only("I-05"))).isEqualTo(new Place(3, 27, 3, 33));
  }

  @Test
  void aTextWithoutQemuIsNoQemuText() {
    assertThatThrownBy(() -> Lint.examine("x", "pgrep qemu-system-x86_64 -a", TextKind.QEMU))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("no command of QEMU");
  }
}

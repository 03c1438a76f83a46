package org.numascape.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.numascape.format.FormatException;

/// Whatever the text: findings inside of it, or a FormatException.
@SuppressWarnings("StringConcatToTextBlock") // escapes show which line ends count
final class LintFuzzTest {

  private static final List<String> SEEDS =
      List.of(
          "sudo qemu-system-x86_64 -M q35 -enable-kvm -accel kvm -m 8G -smp 4,threads=1 -cpu host,topoext=on \\\n"
              + " -mem-prealloc -object memory-backend-ram,id=a,size=4G,host-nodes=0 -numa node,cpus=0-2,mem=4G \\\n"
              + " -numa node,cpus=0-1,memdev=a -device 'virtio-gpu-pci,numa=0' -vnc :0 -object '{\"qom-type\":\"memory-backend-ram\",\"id\":\"x\"}'",
          "<domain type='kvm'><memory unit='GiB'>8</memory><cputune><iothreadids/></cputune>"
              + "<numatune><memory mode='strict' nodeset='0,1'/></numatune><cpu/><cpu><numa><cell id='0' memory='4294967296'/>"
              + "<cell id='1' memory='4294967296'/></numa></cpu><devices><graphics type='vnc' listen='0.0.0.0'/>"
              + "<video><model type='virtio' ram='1'/></video><hostdev type='pci'><source><address slot='2'/></source>"
              + "<address type='pci' slot='0x02'/></hostdev></devices><memory model='dimm'><target nodeset='1'>"
              + "<size unit='GiB'>1</size></target></memory></domain>",
          "apiVersion: kubevirt.io/v1\nkind: KubeVirt\nspec:\n  configuration:\n    developerConfiguration:\n"
              + "      featureGates: [NUMA, A]\n  domain:\n    cpu:\n      guestMappingPassthrough: {}\n"
              + "      ioThreadsPolicy: auto\n      realtime: {}\n    resources: {requests: {cpu: 1}, limits: {cpu: \"2\"}}\n",
          "openstack flavor set --vcpus 4 --ram 1024 --property hw:numa_nodes=3 --property hw:numa_cpus.0=8-9 \\\n"
              + "--property hw:numa_cpus.1=9,12 --property hw:cpu_threads_policy=isolat 'hw:locked_memory'='true'\n",
          "cores: 2\nsockets: 2\nmemory: 1024\nnuma0: cpus=8;9,hostnodes=0,memory=1\nnuma1: 3,memory=2\nhugepages: 2\n",
          "vcpus = 4\nmemory = 1024\nvnuma = [[\"pnode=0\",\"size=512\"],['vcpus=0-1'],[]]\n",
          "GRUB=\"hugepages=8 hugepagesz=1G\" numastat -c qemu | grep numa_miss; virsh numastat a\nperf stat -p 1 -a",
          "text\n```bash\nvirsh numastat x\n```\nmore `code` \uD83D\uDE00\n<cputune>\n<iothreadids/>\n</cputune>\n");

  private static final String SPICE = "<>\"'=,;:[]{}\\\n\t#$`-&|* 0129aZ\uD83D\uFEFF\u0000";

  private static String mutated(String seed, Random random) {
    var text = new StringBuilder(seed);
    for (int i = random.nextInt(8); i >= 0 && !text.isEmpty(); i--) {
      int at = random.nextInt(text.length());
      int length = Math.min(text.length() - at, random.nextInt(12));
      switch (random.nextInt(4)) {
        case 0 -> text.delete(at, at + length);
        case 1 -> text.insert(at, text.substring(at, at + length));
        case 2 -> text.insert(at, SPICE.charAt(random.nextInt(SPICE.length())));
        default -> text.setCharAt(at, SPICE.charAt(random.nextInt(SPICE.length())));
      }
    }
    return text.toString();
  }

  private static void examined(String text, TextKind kind) {
    try {
      var report = Lint.examine("fuzz", text, kind);
      inside(report);
      var corrected = Lint.corrected(report);
      inside(new LintReport("fuzz", corrected.text(), List.of(), corrected.left()));
    } catch (FormatException declared) {
      assertThat(declared).hasMessageStartingWith("fuzz");
    }
  }

  private static void inside(LintReport report) {
    for (var finding : report.findings()) {
      assertThat(finding.span().end()).isLessThanOrEqualTo(report.text().length());
      assertThat(report.place(finding).line()).isPositive();
      assertThat(finding.correction())
          .allMatch(splice -> splice.start() >= 0 && splice.end() <= report.text().length());
      assertThat(LintText.find(finding.code())).isPresent();
    }
  }

  @ParameterizedTest
  @EnumSource(TextKind.class)
  void mutatedTextsOfEveryKindAreExaminedOrRefused(TextKind kind) {
    var random = new Random(20_261_121L + kind.word().length());
    for (int i = 0; i < 600; i++) {
      examined(mutated(SEEDS.get(random.nextInt(SEEDS.size())), random), kind);
    }
  }

  @Test
  void mutatedTextsOfNoGivenKindAreExaminedOrRefused() {
    var random = new Random(5);
    for (int i = 0; i < 1_500; i++) {
      String text = mutated(SEEDS.get(random.nextInt(SEEDS.size())), random);
      try {
        inside(Lint.examine("fuzz", text));
      } catch (FormatException declared) {
        assertThat(declared).hasMessageStartingWith("fuzz");
      }
    }
  }

  static Stream<String> monsters() {
    return Stream.of(
        "'".repeat(100_000),
        "\"\\".repeat(100_000),
        "$(".repeat(100_000),
        "`".repeat(99_999),
        "[".repeat(100_000),
        "{".repeat(100_000),
        "<domain>" + "<a>".repeat(50_000),
        "-m " + "a=b,".repeat(100_000),
        "qemu-kvm" + " -numa node,cpus=0-9999,mem=1".repeat(3_000),
        "qemu-kvm" + " -device a,numa=1".repeat(20_000),
        "hw:numa_cpus.1=1 ".repeat(50_000),
        "numa1: cpus=1\n".repeat(5_000),
        "a = [" + "[],".repeat(30_000) + "]",
        "hugepages=1 hugepagesz=2M ".repeat(20_000),
        "```\n".repeat(100_000),
        "<cpu>\n".repeat(50_000),
        "- ".repeat(100_000),
        "&a ".repeat(50_000),
        "?".repeat(100_000),
        "a: !!java.net.URL x\ndomain: {cpu: {}}");
  }

  @ParameterizedTest
  @MethodSource("monsters")
  void monstersEndSoon(String text) {
    org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
        java.time.Duration.ofSeconds(40),
        () -> {
          for (var kind : TextKind.values()) {
            examined(text, kind);
          }
        });
  }

  @Test
  void aTextOverAMebibyteIsRefused() {
    assertThatThrownBy(() -> Lint.examine("big", "x".repeat(Lint.MAX_LENGTH + 1)))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("1 MiB");
  }
}

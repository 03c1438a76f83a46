package org.numascape.format.sysfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.numascape.topology.Observation;

/// Whatever is pasted, reading it neither fails nor tells more than can be kept.
final class SettingsFuzzTest {

  private static final String[] PIECES = {
    "/proc/cmdline:",
    "isolcpus=",
    "/sys/devices/system/cpu/cpu",
    "/cpufreq/scaling_governor:",
    "/cpuidle/state0/name:",
    "/sys/devices/system/node/node0/hugepages/hugepages-2048kB/nr_hugepages:",
    "/etc/tuned/x-variables.conf:",
    "/etc/default/irqbalance:IRQBALANCE_BANNED_CPULIST=",
    "/proc/irq/default_smp_affinity:",
    "/proc/2/comm:kthreadd",
    "grep: /proc/sys/vm/swappiness: ",
    "No such file or directory",
    "0-3,8",
    "999999999999999999999",
    "4294967295-0",
    "../../",
    "\u0000",
    "\n",
    ":",
    " ",
    "=",
    "\\",
    "\"",
    "%s",
    "ffffffff,ffffffff",
    "(null)"
  };

  @Test
  void noTextMakesReadingFail() {
    var random = new Random(20_261_121);
    for (int round = 0; round < 3_000; round++) {
      var text = new StringBuilder();
      int length = random.nextInt(40);
      for (int i = 0; i < length; i++) {
        text.append(
            random.nextInt(6) == 0
                ? Character.toString(random.nextInt(0x2fff))
                : PIECES[random.nextInt(PIECES.length)]);
      }

      var settings = SettingsScan.of(PrintedTree.of(text.toString()), "fuzz", Optional.empty());

      assertThat(settings.observations().values())
          .as(text.toString())
          .allSatisfy(seen -> assertThat(seen.words()).doesNotContain("\n"));
    }
  }

  @Test
  void aHugeTextIsReadToALimit() {
    String line = "/sys/devices/system/cpu/cpu1/cpufreq/scaling_governor:performance\n";
    String text = line.repeat(PrintedTree.LARGEST / line.length() + 1_000);

    var tree = PrintedTree.of(text);

    assertThat(tree.text("sys/devices/system/cpu/cpu1/cpufreq/scaling_governor")).isPresent();
    assertThat(tree.text("sys/devices/system/cpu/cpu1/cpufreq/scaling_governor", 1 << 20).get())
        .hasSizeLessThanOrEqualTo(1 << 20);
  }

  @Test
  void whatWasRefusedIsNotTakenForAValue() {
    var settings =
        SettingsScan.of(
            PrintedTree.of("grep: /proc/sys/vm/swappiness: Input/output error\n"),
            "",
            Optional.empty());

    assertThat(settings.observations().values()).allMatch(Observation.Refused.class::isInstance);
  }
}

package org.numascape.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReadinessVerbTest {

  @TempDir private Path folder;
  private Path settings = Path.of("");

  @BeforeEach
  void settings() throws IOException {
    settings =
        Files.writeString(
            folder.resolve("settings.txt"),
            """
            == numascape settings 1
            /sys/devices/system/cpu/online:0-63
            /proc/sys/kernel/numa_balancing:1
            /sys/devices/system/cpu/cpu2/cpufreq/scaling_governor:powersave
            == numascape settings end
            """);
  }

  @Test
  void withoutSettingsTheStepsOfTheHostAreUnknown() {
    var run = Run.of("readiness", "sample:demonstration");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("The host's settings were not read: --help says how.")
        .contains("2  unknown     Full clock: ")
        .contains("3  unknown     No automatic NUMA balancing: ");
  }

  @Test
  void pastedSettingsAreToldWithWhereTheyWereRead() {
    var run = Run.of("readiness", "sample:demonstration", "--settings", settings.toString());

    assertThat(run.out())
        .contains("3  not done    No automatic NUMA balancing: It is on.")
        .contains("kernel.numa_balancing now: 1, on (/proc/sys/kernel/numa_balancing)")
        .contains("Governor of CPUs 2: powersave");
  }

  @Test
  void commandsComeWithWhatUndoesThem() {
    var run =
        Run.of(
            "readiness", "sample:demonstration", "--settings", settings.toString(), "--commands");

    assertThat(run.out())
        .contains("       sysctl -w kernel.numa_balancing=0\n     undo:\n")
        .contains("       sysctl -w kernel.numa_balancing=1\n");
  }

  @Test
  void theScriptAndItsUndoAreForAShell() {
    String[] of = {"readiness", "sample:demonstration", "--settings", settings.toString()};

    var script = Run.of(of[0], of[1], of[2], of[3], "--script");
    var undo = Run.of(of[0], of[1], of[2], of[3], "--undo");

    assertThat(script.status()).isZero();
    assertThat(script.out()).contains("echo 'kernel.numa_balancing = 0' > /etc/sysctl.d/");
    assertThat(undo.out()).contains("rm -f /etc/sysctl.d/90-numascape.conf");
  }

  @Test
  void eachStepIsOneJsonObjectOnALine() throws IOException {
    var lines = Run.of("readiness", "sample:demonstration", "--json").out().lines().toList();

    assertThat(lines).hasSize(8);
    for (String line : lines) {
      var json = new JsonMapper().readTree(line);
      assertThat(json.properties())
          .extracting(Map.Entry::getKey)
          .containsExactly(
              "step", "topic", "title", "state", "found", "why", "points", "ways", "edits");
    }
    assertThat(new JsonMapper().readTree(lines.get(1)).get("state").asText()).isEqualTo("unknown");
  }

  @Test
  void theCollectorIsPrintedForAHostThatCannotBeReached() {
    var run = Run.of("readiness", "--collector");

    assertThat(run.status()).isZero();
    assertThat(run.out()).startsWith("sh <<'END'\n").endsWith("END\n");
  }

  @Test
  void settingsOfAnotherMachineAreTakenWithAWarning() {
    var run = Run.of("readiness", "sample:guide-host", "--settings", settings.toString());

    assertThat(run.err()).contains("These settings are of a machine with CPUs 0-63");
  }

  @Test
  void wrongInputIsToldInASentence() throws IOException {
    var other = Files.writeString(folder.resolve("other.txt"), "Architecture: x86_64\n");

    assertThat(Run.of("readiness", "sample:demonstration", "--settings", other.toString()))
        .satisfies(run -> assertThat(run.status()).isEqualTo(2))
        .satisfies(run -> assertThat(run.err()).contains("not what the commands print"));
    assertThat(Run.of("readiness", "sample:demonstration", "--ssh", "-oProxyCommand=x").err())
        .contains("is no host for ssh");
    assertThat(Run.of("readiness").err()).contains("Name a HOST or DESIGN");
  }

  @Test
  void aHostThatSshDoesNotReachIsNoUnreadableText() {
    // Nobody listens on port 1; without an ssh on this machine the host is as far away.
    var run = Run.of("readiness", "sample:demonstration", "--ssh", "root@127.0.0.1:1");

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).startsWith("numascape: ssh root@127.0.0.1").contains("cannot be reached");
  }

  @Test
  void rulesThatCannotTellAreToldByCheck() throws IOException {
    var run = Run.of("check", "sample:demonstration");
    var unknown = Run.of("check", "sample:demonstration", "--unknown", "--json");

    assertThat(run.out()).doesNotContain("unknown ");
    assertThat(run.err()).contains("S-01, ", "cannot tell, because settings of the host");
    var last = unknown.out().lines().reduce((first, second) -> second).orElseThrow();
    assertThat(new JsonMapper().readTree(last).get("severity").asText()).isEqualTo("unknown");
  }

  @Test
  void settingsMayStandBesideOtherTextsOfTheHost() throws IOException {
    var lscpu =
        Files.writeString(
            folder.resolve("lscpu.txt"),
            "CPU NODE SOCKET CORE ONLINE\n0 0 0 0 yes\n1 0 0 1 yes\n2 1 1 2 yes\n3 1 1 3 yes\n");

    var run = Run.of("readiness", lscpu.toString(), "--with", settings.toString());

    assertThat(run.out()).contains("3  not done    No automatic NUMA balancing");
  }
}

package org.numascape.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.numascape.format.FormatException;

final class NovaLintTest {

  private static final String COMMAND =
      """
      openstack flavor create numa --vcpus 8 --ram 16384 --disk 20 \\
        --property hw:numa_nodes=2 \\
        --property hw:numa_cpus.0=0-3 --property hw:numa_mem.0=8192 \\
        --property hw:numa_cpus.1=4-7 --property hw:numa_mem.1=8192 \\
        --property hw:cpu_policy=dedicated --property hw:cpu_thread_policy=isolate \\
        --property hw:emulator_threads_policy=share --property hw:mem_page_size=1GB
      """;

  private static Linted changed(String from, String to) {
    assertThat(COMMAND).contains(from);
    return Linted.of(TextKind.NOVA, COMMAND.replace(from, to));
  }

  @Test
  void aFlavorWithoutMistakesHasNoFinding() {
    assertThat(Linted.of(TextKind.NOVA, COMMAND).codes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hw:numa_nodes=2",
        "hw:cpu_policy = dedicated\nhw:cpu_realtime = yes\nhw:cpu_realtime_mask = ^0",
        "{\"hw:numa_nodes\": \"1\", \"hw:mem_page_size\": \"large\"}",
        "| properties | hw:cpu_policy='dedicated', hw:pci_numa_affinity_policy='socket' |",
        "hw:cpu_policy=mixed hw:cpu_dedicated_mask=^0-1 hw:cpu_threads=2 hw:cpu_sockets=1",
        "resources:PCPU=4 hw:cpu_thread_policy=require",
        "hw:numa_cpus.0=0,1,3 hw:numa_mem.0=512 hw:numa_cpus.1=2 hw:numa_mem.1=512 ram=1024",
        "hw:our_own_key=1"
      })
  void validExtraSpecsHaveNoFindingInAnyForm(String text) {
    assertThat(Linted.of(TextKind.NOVA, text).codes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "hw:emulator_thread_policy, hw:emulator_threads_policy",
    "hw:cpu_threads_policy, hw:cpu_thread_policy",
    "hw:numa_node, hw:numa_nodes",
    "hw:numa_cpu.1, hw:numa_cpus.1",
    "hw:mem_pagesize, hw:mem_page_size",
  })
  void aKeyThatIsNearlyRightIsMadeRight(String wrong, String right) {
    var linted = Linted.of(TextKind.NOVA, "resources:PCPU=1 " + wrong + "=");

    assertThat(linted.report().findings().getFirst().message())
        .contains("The key is " + right + ".");
    assertThat(Lint.corrected(linted.report()).text()).contains(right + "=");
  }

  @Test
  void aValueThatIsNearlyRightIsMadeRight() {
    var linted = changed("thread_policy=isolate", "thread_policy=isolated");

    assertThat(linted.at("I-16")).isEqualTo("isolated");
    assertThat(linted.correctedOf("I-16")).isEqualTo(COMMAND);
    assertThat(changed("policy=share", "policy=dedicated").only("I-16").correctable()).isFalse();
  }

  @Test
  void cpusOfTheHostBecomeCpusOfTheGuest() {
    var linted =
        Linted.of(TextKind.NOVA, COMMAND.replace("=0-3 ", "=16-19 ").replace("=4-7 ", "=48-51 "));

    assertThat(linted.only("I-16").message()).contains("look like CPUs of the host", "0 to 7");
    assertThat(linted.correctedOf("I-16")).isEqualTo(COMMAND);
  }

  @Test
  void aGuestCpuInTwoCellsIsSharedOut() {
    var linted = changed("numa_cpus.1=4-7", "numa_cpus.1=3-7");

    assertThat(linted.only("I-16").message()).contains("guest CPUs 3 are in more than one cell");
    assertThat(linted.correctedOf("I-16")).isEqualTo(COMMAND);
  }

  @Test
  void theCellsHaveTheFlavorsMemory() {
    var linted = changed("numa_mem.1=8192", "numa_mem.1=4096");

    assertThat(linted.only("I-16").message()).contains("12,288 MiB", "16,384");
    assertThat(linted.correctedOf("I-16")).isEqualTo(COMMAND);
  }

  @Test
  void thereAreAsManyCellsAsSaid() {
    assertThat(changed("numa_nodes=2", "numa_nodes=4").correctedOf("I-16")).isEqualTo(COMMAND);
  }

  @Test
  void cellsHaveBothCpusAndMemory() {
    var linted =
        Linted.of(
            TextKind.NOVA,
            COMMAND
                .replace("--property hw:numa_mem.0=8192 ", "")
                .replace("--property hw:numa_mem.1=8192 ", ""));

    assertThat(linted.only("I-16").message()).contains("hw:numa_cpus but no hw:numa_mem");
    assertThat(linted.correctedOf("I-16"))
        .contains("--property hw:numa_mem.0=8192 --property hw:numa_cpus.0=0-3");
  }

  @Test
  void threadPoliciesNeedCpusOfTheGuestsOwn() {
    var linted = Linted.of(TextKind.NOVA, "hw:numa_nodes=1\nhw:cpu_thread_policy=require\n");

    assertThat(linted.only("I-16").message()).contains("hw:cpu_policy is not set");
    assertThat(linted.correctedOf("I-16"))
        .isEqualTo("hw:numa_nodes=1\nhw:cpu_policy=dedicated\nhw:cpu_thread_policy=require\n");
    var shared = changed("policy=dedicated", "policy=shared");
    assertThat(shared.codes()).containsExactly("I-16", "I-16");
    assertThat(shared.correctedOf("I-16")).isEqualTo(COMMAND);
  }

  @Test
  void lockedMemoryNeedsAPageSize() {
    assertThat(Linted.of(TextKind.NOVA, "--property hw:locked_memory=true").correctedOf("I-16"))
        .isEqualTo("--property hw:mem_page_size=small --property hw:locked_memory=true");
  }

  @Test
  void aMaskOfDedicatedCpusNeedsTheMixedPolicy() {
    assertThat(
            Linted.of(TextKind.NOVA, "hw:cpu_policy=dedicated\nhw:cpu_dedicated_mask=0-1\n")
                .correctedOf("I-16"))
        .startsWith("hw:cpu_policy=mixed\n");
  }

  @Test
  void aTextWithoutExtraSpecsIsRefused() {
    assertThatThrownBy(() -> Lint.examine("x", "vcpus=4", TextKind.NOVA))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("no extra spec");
  }
}

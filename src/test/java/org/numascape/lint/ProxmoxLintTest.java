package org.numascape.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.numascape.format.FormatException;

final class ProxmoxLintTest {

  private static final String GUEST =
      """
      affinity: 0-3,16-19
      cores: 4
      cpu: host
      hugepages: 1024
      memory: 8192
      name: db
      numa: 1
      numa0: cpus=0-3,hostnodes=0,memory=4096,policy=bind
      numa1: cpus=4-7,hostnodes=1,memory=4096,policy=bind
      sockets: 2
      [before-upgrade]
      memory: 2048
      numa0: cpus=90,memory=1
      """;

  private static Linted changed(String from, String to) {
    assertThat(GUEST).contains(from);
    return Linted.of(TextKind.PROXMOX, GUEST.replace(from, to));
  }

  @Test
  void aMachineWithoutMistakesHasNoFinding() {
    assertThat(Linted.of(TextKind.PROXMOX, GUEST).codes()).isEmpty();
    assertThat(Linted.of(TextKind.PROXMOX, "cores: 2\nmemory: current=1024\nnuma: 0\n").codes())
        .isEmpty();
    assertThat(
            Linted.of(
                    TextKind.PROXMOX,
                    "qm set 100 --numa0 'cpus=0;1,hostnodes=0,memory=512,policy=bind'")
                .codes())
        .isEmpty();
  }

  @Test
  void cpusOfTheHostBecomeCpusOfTheGuest() {
    var linted =
        Linted.of(
            TextKind.PROXMOX,
            GUEST
                .replace("cpus=0-3,hostnodes", "cpus=0;1;16;17,hostnodes")
                .replace("cpus=4-7", "cpus=8-9;24-25"));

    assertThat(linted.only("I-17").message())
        .contains("look like CPUs of the host", "0 to 7", "affinity");
    assertThat(linted.correctedOf("I-17")).isEqualTo(GUEST);
  }

  @Test
  void aVcpuInTwoCellsIsSharedOut() {
    var linted = changed("cpus=4-7", "cpus=3-7");

    assertThat(linted.only("I-17").message()).contains("a vCPU is in two cells");
    assertThat(linted.correctedOf("I-17")).isEqualTo(GUEST);
  }

  @Test
  void hostnodesNeedAPolicy() {
    var linted = changed("hostnodes=1,memory=4096,policy=bind", "hostnodes=1,memory=4096");

    assertThat(linted.at("I-17")).isEqualTo("hostnodes=1");
    assertThat(linted.correctedOf("I-17")).isEqualTo(GUEST);
  }

  @Test
  void theCellsHaveTheGuestsMemory() {
    var linted = changed("memory: 8192", "memory: 6144");

    assertThat(linted.at("I-17")).isEqualTo("6144");
    assertThat(linted.correctedOf("I-17")).isEqualTo(GUEST);
  }

  @Test
  void cellsNeedNumaToBeOn() {
    assertThat(changed("numa: 1\n", "numa: 0\n").correctedOf("I-17")).isEqualTo(GUEST);
    assertThat(changed("numa: 1\n", "").correctedOf("I-17")).isEqualTo(GUEST);
    assertThat(Linted.of(TextKind.PROXMOX, "cores: 2\nhugepages: 2\n").correctedOf("I-17"))
        .isEqualTo("cores: 2\nnuma: 1\nhugepages: 2\n");
  }

  @Test
  void eachCellHasCpusAndMemory() {
    var linted = changed("numa1: cpus=4-7,hostnodes=1,memory=4096", "numa1: cpus=4-7,hostnodes=1");

    assertThat(linted.only("I-17").message()).contains("numa1 has no memory=");
    assertThat(linted.only("I-17").correctable()).isFalse();
  }

  @Test
  void withHugePagesACellIsOnOneHostNode() {
    assertThat(changed("hostnodes=1", "hostnodes=0-1").only("I-17").message())
        .contains("numa1 has 2 host nodes");
  }

  @Test
  void nineCellsAreTooMany() {
    var text = new StringBuilder("cores: 9\nmemory: 9\nnuma: 1\n");
    for (int i = 0; i < 9; i++) {
      text.append("numa%d: cpus=%d,memory=1\n".formatted(i, i));
    }

    assertThat(Linted.of(TextKind.PROXMOX, text.toString()).only("I-17").message())
        .contains("9 cells");
  }

  @Test
  void theOptionsOfACommandAreReadToo() {
    var linted =
        Linted.of(
            TextKind.PROXMOX,
            "qm set 100 -cores 2 -numa 1 --numa0 cpus=8-9,hostnodes=0,memory=512");

    assertThat(linted.correctedOf("I-17"))
        .isEqualTo(
            "qm set 100 -cores 2 -numa 1 --numa0 cpus=0-1,hostnodes=0,memory=512,policy=bind");
  }

  @Test
  void aTextWithoutSettingsIsRefused() {
    assertThatThrownBy(() -> Lint.examine("x", "nothing here", TextKind.PROXMOX))
        .isInstanceOf(FormatException.class);
  }
}

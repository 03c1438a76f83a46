package org.numascape.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.numascape.format.FormatException;

final class LintTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "$ sudo /usr/bin/qemu-system-x86_64 -m 1G; QEMU",
        "-machine q35 -m 1G; QEMU",
        "<?xml version='1.0'?><domain/>; LIBVIRT",
        "<numatune><memory/></numatune>; LIBVIRT",
        "{\"apiVersion\": \"kubevirt.io/v1\", \"spec\": {\"domain\": {}}}; KUBEVIRT",
        "hw:numa_nodes=2; NOVA",
        "vnuma = [['pnode=0']]; XEN",
        "qm set 100 --numa 1; PROXMOX",
        "BOOT_IMAGE=/vmlinuz ro hugepages=8; KERNEL",
        "virsh vcpupin db 0 1; SHELL"
      })
  void aTextIsTakenForWhatItIs(String text, TextKind kind) throws FormatException {
    assertThat(Lint.examine("x", text).passages()).extracting(Passage::kind).containsExactly(kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   \n", "<network/>", "Dear all,\nthe host is slow.\n"})
  void anythingElseIsRefusedWithTheKindsThereAre(String text) {
    assertThatThrownBy(() -> Lint.examine("mail.txt", text))
        .isInstanceOf(FormatException.class)
        .hasMessageContainingAll("mail.txt", "Nova flavor extra specs", "--kind");
  }

  @Test
  void eachFencedBlockOfAnArticleIsLookedAtAlone() throws FormatException {
    var report =
        Lint.examine(
            "article.md",
            """
            Type virsh numastat, don't forget:
            ```bash
            virsh numastat db
            ```
            or
            ```xml
            <domain><video/><cputune><hugepages/></cputune></domain>
            ```
            """);

    assertThat(report.passages())
        .extracting(Passage::kind)
        .containsExactly(TextKind.SHELL, TextKind.LIBVIRT);
    assertThat(
            report.findings().stream()
                .map(found -> found.code() + ":" + report.place(found).line()))
        .containsExactly("I-20:3", "I-11:7");
    assertThat(Lint.corrected(report).text()).contains("don't forget").contains("\nnumastat -p");
  }

  @Test
  void xmlInAScriptIsFoundBetweenItsCommands() throws FormatException {
    var report =
        Lint.examine(
            "define.sh",
            "virsh numastat a\ncat > x <<EOF\n<cputune>\n  <locked/>\n</cputune>\nEOF\nvirsh numastat b\n");

    assertThat(report.findings()).extracting(Finding::code).containsExactly("I-20", "I-11", "I-20");
    assertThat(Lint.corrected(report).left()).isEmpty();
  }

  @Test
  void theLineOfABrokenBlockIsCountedInTheWholeText() {
    assertThatThrownBy(() -> Lint.examine("a.md", "one\n```\n<domain>\n<cpu>\n</domain>\n```\n"))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith("a.md, line 5: ");
  }

  @Test
  void oneCorrectionMayWaitForAnother() throws FormatException {
    var corrected =
        Lint.corrected(
            Lint.examine(
                "x",
                "taskset -c 1 qemu-kvm -m 4G -smp 4 -numa node,cpus=0-3,mem=1G -numa node,cpus=0-3,mem=1G"));

    assertThat(corrected.left()).isEmpty();
    assertThat(corrected.text()).contains("-m 2G", "cpus=0-1,memdev=mem0", "cpus=2-3,memdev=mem1");
  }
}

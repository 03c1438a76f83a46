package org.numascape.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.numascape.format.FormatException;

final class KubevirtLintTest {

  private static final String GUEST =
      """
      apiVersion: kubevirt.io/v1
      kind: VirtualMachine
      metadata:
        name: db
      spec:
        template:
          spec:
            domain:
              cpu:
                cores: 4
                dedicatedCpuPlacement: true
                isolateEmulatorThread: true
                numa:
                  guestMappingPassthrough: {}
              ioThreadsPolicy: auto
              memory:
                guest: 4Gi
                hugepages:
                  pageSize: 1Gi
              resources:
                requests:
                  cpu: 4
                limits:
                  cpu: "4"
      """;

  private static Linted changed(String from, String to) {
    assertThat(GUEST).contains(from);
    return Linted.of(TextKind.KUBEVIRT, GUEST.replace(from, to));
  }

  @Test
  void aMachineWithoutMistakesHasNoFinding() {
    assertThat(Linted.of(TextKind.KUBEVIRT, GUEST).codes()).isEmpty();
    assertThat(
            Linted.of(TextKind.KUBEVIRT, "{\"spec\": {\"domain\": {\"cpu\": {\"cores\": 2}}}}")
                .codes())
        .isEmpty();
  }

  @Test
  void theFieldGetsItsNumaLevel() {
    var linted =
        changed("numa:\n            guestMappingPassthrough: {}", "guestMappingPassthrough: {}");

    assertThat(linted.at("I-15")).isEqualTo("guestMappingPassthrough");
    assertThat(linted.only("I-15").message())
        .contains("spec.domain.cpu.numa.guestMappingPassthrough");
    assertThat(linted.correctedOf("I-15")).isEqualTo(GUEST);
  }

  @Test
  void theFieldGetsItsNumaLevelInJsonToo() {
    var linted =
        Linted.of(
            TextKind.KUBEVIRT,
            """
            {"spec": {"domain": {
              "cpu": {"guestMappingPassthrough": {}, "dedicatedCpuPlacement": true},
              "memory": {"hugepages": {"pageSize": "2Mi"}}}}}
            """);

    assertThat(linted.correctedOf("I-15"))
        .contains("\"cpu\": {\"numa\": {\"guestMappingPassthrough\": {}}, \"dedicatedCpu");
  }

  @Test
  void guestMappingNeedsDedicatedCpus() {
    var linted =
        changed(
            "          dedicatedCpuPlacement: true\n          isolateEmulatorThread: true\n", "");

    assertThat(linted.only("I-15").message()).contains("dedicatedCpuPlacement: true");
    assertThat(linted.correctedOf("I-15"))
        .contains("cpu:\n          dedicatedCpuPlacement: true\n          cores: 4\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "        memory:\n          guest: 4Gi\n          hugepages:\n            pageSize: 1Gi\n",
        "          hugepages:\n            pageSize: 1Gi\n"
      })
  void guestMappingNeedsAPageSize(String without) {
    var linted = changed(without, "");

    assertThat(linted.only("I-15").message()).contains("names no page size");
    assertThat(linted.correctedOf("I-15")).contains("hugepages:").contains("pageSize: 2Mi\n");
  }

  @Test
  void whatNeedsDedicatedCpusSaysSo() {
    var linted =
        changed(
            "          dedicatedCpuPlacement: true\n          isolateEmulatorThread: true\n          numa:\n            guestMappingPassthrough: {}\n",
            "          dedicatedCpuPlacement: false\n          isolateEmulatorThread: true\n");

    assertThat(linted.only("I-15").message())
        .startsWith("isolateEmulatorThread needs dedicated CPUs");
    assertThat(linted.correctedOf("I-15")).contains("dedicatedCpuPlacement: true");
  }

  @Test
  void realtimeNeedsTheGuestMapping() {
    var linted =
        changed("numa:\n            guestMappingPassthrough: {}", "realtime: {mask: \"0-1\"}");

    assertThat(linted.correctedOf("I-15"))
        .contains("numa:\n            guestMappingPassthrough: {}");
  }

  @Test
  void requestAndLimitAreEqualForDedicatedCpus() {
    var linted = changed("cpu: 4\n", "cpu: 2\n");

    assertThat(linted.at("I-15")).isEqualTo("2");
    assertThat(linted.correctedOf("I-15")).isEqualTo(GUEST);
    assertThat(changed("cpu: 4\n", "cpu: 4000m\n").codes()).isEmpty();
  }

  @Test
  void aPartOfACpuCannotBeDedicated() {
    var finding =
        Linted.of(
                TextKind.KUBEVIRT,
                GUEST
                    .replace("cpu: 4\n", "cpu: 1500m\n")
                    .replace("          limits:\n            cpu: \"4\"\n", ""))
            .only("I-15");

    assertThat(finding.message()).contains("1500m is no whole number");
    assertThat(finding.correctable()).isFalse();
  }

  @Test
  void moreThanTwoThreadsAreRefusedWithDedicatedCpus() {
    assertThat(changed("cores: 4", "cores: 1\n          threads: 4").only("I-15").message())
        .startsWith("4 threads of a core");
  }

  @Test
  void fieldsForIoThreadsBelongToTheDomain() {
    var linted =
        changed(
            "          numa:\n            guestMappingPassthrough: {}\n        ioThreadsPolicy: auto\n",
            "          ioThreadsPolicy: auto\n");

    assertThat(linted.correctedOf("I-15"))
        .contains("domain:\n        ioThreadsPolicy: auto\n        cpu:\n          cores: 4\n");
  }

  @Test
  void theGateIsGenerallyAvailable() {
    String config =
        """
        apiVersion: kubevirt.io/v1
        kind: KubeVirt
        spec:
          configuration:
            developerConfiguration:
              featureGates:
                - CPUManager
                - NUMA
        """;
    var linted = Linted.of(TextKind.KUBEVIRT, config);

    assertThat(linted.at("I-15")).isEqualTo("NUMA");
    assertThat(linted.correctedOf("I-15")).isEqualTo(config.replace("        - NUMA\n", ""));
    assertThat(
            Linted.of(TextKind.KUBEVIRT, config.replace("- CPUManager\n        ", ""))
                .correctedOf("I-15"))
        .contains("[]");
    assertThat(Linted.of(TextKind.KUBEVIRT, config.replace("NUMA", "CPUManager")).codes())
        .isEmpty();
  }

  @Test
  void severalDocumentsAreAllRead() {
    var linted =
        Linted.of(
            TextKind.KUBEVIRT,
            GUEST + "---\n" + GUEST.replace("numa:\n            guestMapping", "guestMapping"));

    assertThat(linted.report().place(linted.only("I-15")).line()).isEqualTo(38);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a: [1", "spec: {domain: {cpu: *none}}", "a: 1\n b: 2\n", "x: 1", "\tdomain: 1"})
  void whatIsNoMachineIsRefused(String text) {
    assertThatThrownBy(() -> Lint.examine("vm.yaml", text, TextKind.KUBEVIRT))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith("vm.yaml");
  }

  @Test
  void nestingAndAliasesAreBounded() {
    String deep = "[".repeat(1_000) + "]".repeat(1_000);
    var laughs = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 80; i++) {
      laughs.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }

    assertThatThrownBy(() -> Lint.examine("vm.yaml", deep, TextKind.KUBEVIRT))
        .isInstanceOf(FormatException.class);
    assertThatThrownBy(() -> Lint.examine("vm.yaml", laughs.toString(), TextKind.KUBEVIRT))
        .isInstanceOf(FormatException.class);
  }
}

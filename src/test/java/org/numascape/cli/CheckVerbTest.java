package org.numascape.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.numascape.design.Edit;
import org.numascape.document.DesignFiles;
import org.numascape.document.HostOpener;
import org.numascape.format.FormatException;

final class CheckVerbTest {
  @TempDir private Path folder;

  @Test
  void problemsAreToldWorstFirstAndFailTheRun() {
    var run = Run.of("check", "sample:demonstration");

    assertThat(run.status()).isEqualTo(1);
    assertThat(
            run.out()
                .lines()
                .filter(line -> !line.startsWith(" "))
                .map(line -> line.split(" ", -1)[0])
                .distinct())
        .containsExactly("error", "warning", "info");
    assertThat(run.out())
        .contains("error N-02 build-ci: ")
        .contains("(distance 32 vs 10).\n  fix: Move cell 0 to node 1\n");
  }

  @Test
  void eachProblemIsOneJsonObjectOnALine() throws IOException {
    var lines = Run.of("check", "sample:demonstration", "--json").out().lines().toList();

    assertThat(lines).isNotEmpty();
    for (String line : lines) {
      var json = new JsonMapper().readTree(line);
      assertThat(json.properties())
          .extracting(java.util.Map.Entry::getKey)
          .containsExactly(
              "code", "severity", "domain", "where", "message", "fix", "fixes", "muted", "text");
      assertThat(json.get("where").isArray()).isTrue();
    }
  }

  @Test
  void measuredLatenciesTakeThePlaceOfDistances() throws IOException {
    var file = Files.writeString(folder.resolve("mlc.csv"), "n,0,1,2,3\n1,300,100,450,300\n");
    var strange = Files.writeString(folder.resolve("other.csv"), "n,0,9\n9,100,80\n");

    var run = Run.of("show", "sample:demonstration", "--latencies", file.toString());
    var refused = Run.of("check", "sample:demonstration", "--latencies", strange.toString());

    assertThat(run.out())
        .contains("latencies in ns (≈ estimated; table, " + file)
        .contains("300   100   450   300");
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).contains("it measures node 9, which is not there.");
  }

  @Test
  void failOnDecidesTheStatus() throws FormatException, IOException {
    String calm = calmDesign();

    var byDefault = Run.of("check", calm);
    var onInfo = Run.of("check", calm, "--fail-on", "info");

    assertThat(byDefault.out()).contains("info E-03").doesNotContain("error");
    assertThat(byDefault.status()).isZero();
    assertThat(onInfo.status()).isEqualTo(1);
  }

  @Test
  void aHostWithoutGuestsHasNoProblems() {
    assertThat(Run.of("check", "sample:laptop"))
        .isEqualTo(new Run(0, "", "numascape: no problems found.\n"));
  }

  @Test
  void aDomainFileIsPutOnTheHost() throws IOException {
    var file =
        Files.writeString(
            folder.resolve("vm.xml"),
            """
            <domain type='kvm'><name>vm</name><memory unit='GiB'>1</memory><vcpu>1</vcpu>
            <cputune><vcpupin vcpu='0' cpuset='99'/></cputune></domain>
            """);

    var run = Run.of("check", "sample:laptop", file.toString(), "--json");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("\"severity\":\"error\",\"domain\":\"vm\"").contains("99");
  }

  @Test
  void aGuestThatShallMoveToAHostIsToldWhatThatHostLacks() throws IOException {
    var file =
        Files.writeString(
            folder.resolve("mover.xml"),
            """
            <domain type='kvm'><name>mover</name><memory unit='GiB'>64</memory><vcpu>2</vcpu>
            <memoryBacking><hugepages><page size='1' unit='GiB'/></hugepages></memoryBacking>
            <cputune><vcpupin vcpu='0' cpuset='500'/><vcpupin vcpu='1' cpuset='2'/></cputune>
            <numatune><memory mode='strict' nodeset='0,7'/></numatune></domain>
            """);

    var run = Run.of("check", "sample:demonstration", file.toString());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .as("a CPU, a node and pages that are not there, and a CPU that another guest has")
        .contains("error P-10 mover:", "error N-28 mover:")
        .containsPattern("error H-(02|05) mover:")
        .containsPattern("warning P-03 .*mover");
  }

  @Test
  void aMutedProblemIsToldLastWithItsReasonAndFailsNothing() {
    var run =
        Run.of(
            "check",
            "sample:demonstration",
            "--mute",
            "N-02:build-ci=it moves tomorrow",
            "--mute",
            "H-02=pages are on order",
            "--mute",
            "H-19=libvirt is newer");

    assertThat(run.out())
        .contains("muted error N-02 build-ci: ")
        .contains("  muted: it moves tomorrow\n")
        .doesNotContain("\nerror N-02");
    assertThat(run.status()).isZero();
  }

  @Test
  void aMuteWithoutReasonOrOfNobodyIsWrongUsage() {
    assertThat(Run.of("check", "sample:demonstration", "--mute", "N-02").status()).isEqualTo(2);
    assertThat(Run.of("check", "sample:demonstration", "--mute", "N-02:nobody=x").err())
        .contains("There is no guest \"nobody\"");
  }

  @Test
  void aRuleIsExplainedInFourPartsWithoutAHost() throws IOException {
    var words = Run.of("check", "--explain", "N-02");
    var json = new JsonMapper().readTree(Run.of("check", "--explain", "N-02", "--json").out());

    assertThat(words.status()).isZero();
    assertThat(words.out())
        .startsWith("N-02 Memory is on the far node (error or warning)\n")
        .contains("\n  What ", "\n  Why ", "\n  See it ", "\n  Mend it ", "\n  Not if ");
    assertThat(words.out().lines()).allMatch(line -> line.length() <= 80);
    assertThat(json.get("severities").size()).isEqualTo(2);
    assertThat(json.get("see").asText()).contains("virsh vcpupin");
  }

  @Test
  void anUnknownRuleAndNoHostAreWrongUsage() {
    assertThat(Run.of("check", "--explain", "N-99").status()).isEqualTo(2);
    assertThat(Run.of("check").status()).isEqualTo(2);
  }

  @Test
  void anUnknownSeverityIsWrongUsage() {
    var run = Run.of("check", "sample:laptop", "--fail-on", "never");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--fail-on").contains("numascape check --help");
  }

  /// The demonstration without its two guests that have errors.
  private String calmDesign() throws FormatException, IOException {
    var design = HostOpener.sample("demonstration").design();
    for (var guest : design.guests()) {
      if (guest.name().equals("large-vm")) {
        design = new Edit.RemoveGuest(guest.id()).applyTo(design);
      }
      if (guest.name().equals("build-ci")) {
        design = Edit.moveCell(design, guest.id(), 0, 1).applyTo(design);
      }
    }
    var file = folder.resolve("calm.numascape.json");
    DesignFiles.overwrite(file, design);
    return file.toString();
  }
}

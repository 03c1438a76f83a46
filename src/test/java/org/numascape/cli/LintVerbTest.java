package org.numascape.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LintVerbTest {

  @TempDir private Path folder;

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("guest.txt"), text).toString();
  }

  @Test
  void aFileThatIsNotThereIsToldInASentence() {
    var run = Run.of("lint", "nowhere.yaml");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).isEqualTo("numascape: nowhere.yaml: There is no such file or folder.\n");
  }

  @Test
  void findingsComeWithTheirPlaceAndEndWithOne() throws IOException {
    String file = file("qemu-system-x86_64 -M q35 \\\n  -device virtio-gpu-pci,numa=0\n");

    var run = Run.of("lint", file);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .startsWith(
            file + ":2:26: error I-05 A node property the device lacks: virtio-gpu-pci has no")
        .endsWith("--fix corrects this.\n");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void aTextWithoutMistakesEndsWithZero() throws IOException {
    var run = Run.of("lint", file("hw:numa_nodes=2\n"));

    assertThat(run.status()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).isEqualTo("numascape: Nova flavor extra specs: no mistakes found.\n");
  }

  @Test
  void whatIsWorthFailingForIsChosen() throws IOException {
    String file = file("virsh numastat db\n");

    assertThat(Run.of("lint", file).status()).isZero();
    assertThat(Run.of("lint", file, "--fail-on", "info").status()).isEqualTo(1);
  }

  @Test
  void theCorrectedTextAloneIsOnStandardOutput() throws IOException {
    var run = Run.of("lint", "--fix", file("quiet hugepages=4 hugepagesz=1G\n"));

    assertThat(run.status()).isZero();
    assertThat(run.out()).isEqualTo("quiet hugepagesz=1G hugepages=4\n");
    assertThat(run.err()).startsWith("numascape: corrected: warning I-19 ").hasLineCount(1);
  }

  @Test
  void whatIsLeftAfterCorrectionDecidesTheStatus() throws IOException {
    var run =
        Run.of("lint", "--fix", file("<domain><vcpu>1</vcpu><vcpu>2</vcpu><devices/></domain>"));

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("numascape: left: ").contains("I-11");
  }

  @Test
  void jsonHasPlacesAndCorrections() throws IOException {
    String file = file("cores: 2\nmemory: 1\nnuma: 1\nnuma0: cpus=0-1,memory=1,hostnodes=0\n");

    var finding = new ObjectMapper().readTree(Run.of("lint", "--json", file).out());
    var fixed = new ObjectMapper().readTree(Run.of("lint", "--json", "--fix", file).out());

    assertThat(finding.get("code").asText()).isEqualTo("I-17");
    assertThat(finding.get("line").asInt()).isEqualTo(4);
    assertThat(finding.get("column").asInt()).isEqualTo(26);
    assertThat(finding.get("endColumn").asInt()).isEqualTo(37);
    assertThat(finding.at("/fix/0/replacement").asText()).isEqualTo(",policy=bind");
    assertThat(fixed.get("text").asText()).endsWith("hostnodes=0,policy=bind\n");
    assertThat(fixed.get("left")).isEmpty();
  }

  @Test
  void theKindCanBeSaid() throws IOException {
    String file = file("memory = 1024\n");

    assertThat(Run.of("lint", file).status()).isEqualTo(2);
    assertThat(Run.of("lint", file, "--kind", "xen").status()).isZero();
    assertThat(Run.of("lint", file, "--kind", "word").err())
        .contains("one of qemu, libvirt, kubevirt, nova, proxmox, xen, kernel, shell");
  }

  @Test
  void standardInputIsReadForADash() throws Exception {
    var out = new ByteArrayOutputStream();
    var console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            question -> Optional.empty());
    var input = new ByteArrayInputStream("virsh numastat db".getBytes(StandardCharsets.UTF_8));

    int status =
        new picocli.CommandLine(new LintVerb(console, input))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .execute("-");

    assertThat(status).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("standard input:1:1: info I-20");
  }

  @Test
  void aFileThatIsNotThereAndOneOfNoKindAreSaidInOneLine() throws IOException {
    assertThat(Run.of("lint", folder.resolve("none").toString()).status()).isEqualTo(2);
    assertThat(Run.of("lint", file("hello")).err()).hasLineCount(1).contains("this is none of");
  }
}

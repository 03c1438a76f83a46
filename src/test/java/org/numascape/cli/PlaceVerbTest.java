package org.numascape.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PlaceVerbTest {
  private static final String DOMAIN =
      """
      <?xml version='1.0' encoding='UTF-8'?>
      <!-- hand-made -->
      <domain type='kvm'>
        <name>größe</name>
        <memory unit='GiB'>8</memory>
        <vcpu placement='static'>4</vcpu>
        <iothreads>1</iothreads>
        <cpu>
          <numa>
            <cell id='0' cpus='0-1' memory='4' unit='GiB'/>
            <cell id='1' cpus='2-3' memory='4' unit='GiB'/>
          </numa>
        </cpu>
      </domain>\
      """;

  @TempDir private Path folder;

  @Test
  void withoutOptionsEveryByteStays() throws IOException {
    for (String text :
        new String[] {DOMAIN, DOMAIN + "\n\n", DOMAIN.replace("\n", "\r\n"), "\uFEFF" + DOMAIN}) {
      var file = Files.writeString(folder.resolve("in.xml"), text);
      var out = folder.resolve("out.xml");

      var run = Run.of("place", file.toString(), "-o", out.toString());

      assertThat(run).isEqualTo(new Run(0, "", ""));
      assertThat(out).hasBinaryContent(Files.readAllBytes(file));
    }
  }

  @Test
  void withoutOptionsTheEncodingStays() throws IOException {
    byte[] latin = DOMAIN.replace("UTF-8", "ISO-8859-1").getBytes(StandardCharsets.ISO_8859_1);
    var file = Files.write(folder.resolve("in.xml"), latin);
    var out = folder.resolve("out.xml");

    Run.of("place", file.toString(), "-o", out.toString());

    assertThat(out).hasBinaryContent(latin);
  }

  @Test
  void withoutAnOutputTheResultIsOnStandardOutput() throws IOException {
    assertThat(Run.of("place", domain())).isEqualTo(new Run(0, DOMAIN, ""));
  }

  @Test
  void pinsAndBindingsAreWritten() throws IOException {
    var run =
        Run.of(
            "place",
            domain(),
            "--vcpupin",
            "0=2,34",
            "--vcpupin",
            "1-3=4-5",
            "--emulatorpin",
            "0-1",
            "--iothreadpin",
            "1=3",
            "--cell",
            "0=node:1",
            "--cell",
            "1=node:0",
            "--memory-mode",
            "preferred",
            "--pages",
            "1G");

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("<vcpupin vcpu='0' cpuset='2,34'/>")
        .contains("<vcpupin vcpu='3' cpuset='4-5'/>")
        .contains("<emulatorpin cpuset='0-1'/>")
        .contains("<iothreadpin iothread='1' cpuset='3'/>")
        .contains("<memnode cellid='0' mode='preferred' nodeset='1'/>")
        .contains("<memnode cellid='1' mode='preferred' nodeset='0'/>")
        .contains("<page size='1048576' unit='KiB'")
        .contains("<!-- hand-made -->")
        .contains("größe");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--vcpupin|4=1|größe has no vCPU 4; its vCPUs are 0 to 3",
        "--vcpupin|0|such as 0=2,34",
        "--vcpupin|0=a|\"a\" is no number in \"a\"",
        "--vcpupin|0=|\"\" names nothing",
        "--emulatorpin|5-1|runs backwards",
        "--iothreadpin|2=1|größe has no I/O thread 2",
        "--cell|2=node:0|größe has no guest cell 2",
        "--cell|0=1|write the host nodes as node:1",
        "--memory-mode|loose|the modes are strict, preferred, interleave and restrictive",
        "--memory-mode|strict|is bound to no node",
        "--pages|3M|3072 KiB",
        "--pages|big|write 2M, 1G or normal"
      })
  void aWrongOptionIsNamedWithWhatWouldBeRight(String line) throws IOException {
    String[] parts = line.split("\\|", -1);

    var run = Run.of("place", domain(), parts[0] + "=" + parts[1]);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(parts[0] + " " + parts[1]).contains(parts[2]);
  }

  @Test
  void aHostIsNoDomain() throws IOException {
    var file = Files.writeString(folder.resolve("host.xml"), "<topology version='2.0'/>");

    var run = Run.of("place", file.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "numascape: %s: This describes a host (hwloc topology), not a virtual machine: libvirt domain XML"
                    .formatted(file)
                + " (virsh dumpxml) belongs here.\n");
  }

  private String domain() throws IOException {
    return Files.writeString(folder.resolve("in.xml"), DOMAIN).toString();
  }
}

package org.numascape.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.numascape.design.HostSource;
import org.numascape.format.FormatException;

final class LinuxHostsTest {

  private static final Map<String, String> HOST =
      Map.of(
          "top/proc/meminfo", "MemTotal: 4194304 kB\n",
          "top/sys/devices/system/cpu/online", "0-1\n",
          "top/sys/devices/system/cpu/cpu0/topology/core_cpus", "1\n",
          "top/sys/devices/system/cpu/cpu1/topology/core_cpus", "2\n");

  @TempDir private Path folder;

  @Test
  void anArchiveIsToldByItsBytesAndOpensAsAHost() throws Exception {
    var file = archive(folder.resolve("without-ending"));

    var opened = (OpenedHost) HostOpener.file(file);

    assertThat(opened.host().pus()).hasSize(2);
    assertThat(opened.source()).isEqualTo(new HostSource.File(file.toString()));
  }

  @Test
  void anUnpackedArchiveOpensFromItsFolderAndFromTheOneAround() throws Exception {
    for (var pair : HOST.entrySet()) {
      var file = folder.resolve(pair.getKey());
      Files.createDirectories(file.resolveSibling(""));
      Files.writeString(file, pair.getValue());
    }

    var around = (OpenedHost) HostOpener.file(folder);
    var itself = (OpenedHost) HostOpener.file(folder.resolve("top"));

    assertThat(around.host()).isEqualTo(itself.host());
    assertThat(around.host().node(0).orElseThrow().memoryKib()).isEqualTo(4_194_304);
  }

  @Test
  void aFolderOfOtherThingsSaysWhatBelongsThere() {
    assertThatThrownBy(() -> HostOpener.file(folder))
        .isInstanceOf(FormatException.class)
        .hasMessage(
            folder
                + ": This folder holds no host: neither an unpacked archive of hwloc-gather-topology, with folders sys and proc in it, nor saved outputs of lscpu, numactl -H and their like.");
  }

  @Test
  void theWordThisMeansTheMachineTheProgramRunsOn() throws Exception {
    Assumptions.assumeTrue(
        Files.isDirectory(Path.of("/sys/devices/system/cpu")), "skipped: this is no Linux machine");

    assertThat(HostText.source("this")).isEqualTo(new HostSource.ThisMachine());
    assertThat(LinuxHosts.thisMachine().host().pus()).isNotEmpty();
  }

  @Test
  void onOtherSystemsThisSaysWhatToDoInstead() {
    String system = System.setProperty("os.name", "Windows 11");
    try {
      assertThatThrownBy(LinuxHosts::thisMachine)
          .isInstanceOf(FormatException.class)
          .hasMessage(
              "this machine: Windows 11 does not show its topology in files as Linux does; run \"lstopo host.xml\" here and open that file.");
    } finally {
      System.setProperty("os.name", String.valueOf(system));
    }
  }

  private static Path archive(Path file) throws Exception {
    try (var tar =
        new TarArchiveOutputStream(new BZip2CompressorOutputStream(Files.newOutputStream(file)))) {
      for (var pair : HOST.entrySet()) {
        var entry = new TarArchiveEntry(pair.getKey());
        entry.setSize(pair.getValue().length());
        tar.putArchiveEntry(entry);
        tar.write(pair.getValue().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        tar.closeArchiveEntry();
      }
    }
    return file;
  }
}

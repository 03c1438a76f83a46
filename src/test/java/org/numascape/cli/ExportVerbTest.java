package org.numascape.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.numascape.format.hwloc.HwlocReader;
import org.numascape.sample.SampleHosts;

final class ExportVerbTest {

  @TempDir private Path folder;

  @Test
  void aHostIsWrittenAsHwlocWouldAndReadBackEqual() throws Exception {
    var file = folder.resolve("host.xml");

    var run = Run.of("export", "sample:xeon-cxl", "--as", "hwloc", "-o", file.toString());

    assertThat(run.status()).isZero();
    assertThat(HwlocReader.read("host.xml", Files.readString(file)))
        .isEqualTo(SampleHosts.load("xeon-cxl").topology());
  }

  @Test
  void withoutAFileTheTextIsTheWholeOutput() {
    var run = Run.of("export", "sample:laptop");

    assertThat(run.out()).startsWith("<?xml version=\"1.0\"").endsWith("</topology>\n");
  }

  @Test
  void anAnonymousExportDoesNotSayWhoseMachineItIs() throws Exception {
    var file = folder.resolve("mine.xml");
    Files.writeString(
        file,
        "<topology version='2.0'><object type='Machine' cpuset='0x1'><info name='HostName' value='kvm-07'/>"
            + "<info name='LinuxCgroup' value='/user/anna'/><info name='DMIBoardName' value='X11'/>"
            + "<object type='PU' os_index='0'/></object></topology>");

    var named = Run.of("export", file.toString());
    var anonymous = Run.of("export", file.toString(), "--anonymous");

    assertThat(named.out()).contains("kvm-07", "/user/anna");
    assertThat(anonymous.out()).doesNotContain("kvm-07", "anna").contains("X11");
  }

  @Test
  void aHostWithLikePartsIsDescribedInTheSyntheticGrammar() {
    var run = Run.of("export", "sample:guide-host", "--as", "synthetic");

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .startsWith("Package:2 [NUMANode(memory=68719476736)] L3Cache:1")
        .endsWith("PU:2\n");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void aHostWithUnlikePartsSaysWhichAndHowElse() {
    var run = Run.of("export", "sample:laptop", "--as", "synthetic");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("L2Cache 6 holds 4 parts").contains("--as hwloc");
  }
}

package org.numascape.format.hwloc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.numascape.SharedData;
import org.numascape.format.XmlFile;
import org.numascape.format.hwloc.HwlocWriter.Names;
import org.numascape.sample.SampleHosts;
import org.numascape.topology.HostTopology;

/// What is read, written and read again is the same host, to us and to the installed lstopo.
final class HwlocRoundTripTest {

  @TempDir private Path folder;

  static Stream<Path> files() throws Exception {
    return Hwloc.files(SharedData.folder("hwloc-xml"), "");
  }

  static Stream<String> samples() throws Exception {
    return SampleHosts.names().stream();
  }

  @ParameterizedTest
  @MethodSource("files")
  void aFileOfHwlocIsReadBackEqual(Path file) throws Exception {
    var host = HwlocReader.read("h.xml", XmlFile.text(file));

    String written = HwlocWriter.write(host, Names.KEPT);

    assertEqual(HwlocReader.read("w.xml", written), host);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aSampleIsReadBackEqual(String name) throws Exception {
    var host = SampleHosts.load(name).topology();

    String written = HwlocWriter.write(host, Names.KEPT);

    assertEqual(HwlocReader.read("w.xml", written), host);
  }

  private static void assertEqual(HostTopology actual, HostTopology expected) {
    assertThat(actual.machine()).isEqualTo(expected.machine());
    assertThat(actual.distances()).isEqualTo(expected.distances());
    assertThat(actual.facts().infos()).isEqualTo(expected.facts().infos());
    assertThat(actual.facts()).isEqualTo(expected.facts());
  }

  @ParameterizedTest
  @MethodSource("files")
  void lstopoOpensAWrittenFileWithoutAWord(Path file) throws Exception {
    var host = HwlocReader.read("h.xml", XmlFile.text(file));

    assertOpens(host);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void lstopoOpensAWrittenSampleWithoutAWord(String name) throws Exception {
    assertOpens(SampleHosts.load(name).topology());
  }

  private void assertOpens(HostTopology host) throws Exception {
    Hwloc.assumeInstalled();
    Path written = Files.writeString(folder.resolve("w.xml"), HwlocWriter.write(host, Names.KEPT));

    String answer =
        Hwloc.askWithComplaints(
            "lstopo", "-i", written.toString(), "--if", "xml", "--of", "console", "-s");

    assertThat(answer).doesNotContainIgnoringCase("warning").doesNotContain("hwloc").contains("PU");
    assertThat(Hwloc.counts(written)).isEqualTo(Hwloc.counts(host));
  }

  @ParameterizedTest
  @MethodSource("oldAndCurrentFiles")
  void hwlocCountsInAWrittenFileWhatItCountsInTheOriginal(Path file) throws Exception {
    Hwloc.assumeInstalled();
    var host = HwlocReader.read("h.xml", XmlFile.text(file));
    Path written = Files.writeString(folder.resolve("w.xml"), HwlocWriter.write(host, Names.KEPT));

    var original = Hwloc.counts(file);

    assertThat(Hwloc.counts(written)).isEqualTo(original);
  }

  static Stream<Path> oldAndCurrentFiles() throws Exception {
    return Hwloc.files(SharedData.folder("hwloc-xml"), "v2.13");
  }
}

package org.numascape.format.hwloc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.numascape.format.Hwloc;
import org.numascape.format.XmlFile;
import org.numascape.format.hwloc.HwlocWriter.Names;
import org.numascape.sample.SampleHosts;
import org.numascape.topology.Group;
import org.numascape.topology.HostTopology;
import org.numascape.topology.InfoName;
import org.numascape.topology.ObjectKind;

/// What is read, written and read again is the same host, to us and to the installed lstopo.
final class HwlocRoundTripTest {

  @TempDir private Path folder;

  static Stream<Path> files() throws Exception {
    return Hwloc.files();
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

    var opened = opened(host);

    assertThat(opened).isEqualTo(Hwloc.counts(host));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void lstopoOpensAWrittenSampleWithoutAWord(String name) throws Exception {
    var host = SampleHosts.load(name).topology();

    var opened = opened(host);

    assertThat(Hwloc.ungrouped(opened)).isEqualTo(Hwloc.ungrouped(Hwloc.counts(host)));
    assertThat(opened.getOrDefault(ObjectKind.GROUP, 0L)).isEqualTo(telling(host));
  }

  /// What lstopo counts in a written host, when it has not a word to say about it.
  private Map<ObjectKind, Long> opened(HostTopology host) throws Exception {
    Hwloc.assumeInstalled();
    Path written = Files.writeString(folder.resolve("w.xml"), HwlocWriter.write(host, Names.KEPT));

    String answer =
        Hwloc.askWithComplaints(
            "lstopo", "-i", written.toString(), "--if", "xml", "--of", "console");

    assertThat(answer).doesNotContainIgnoringCase("warning").doesNotContain("hwloc").contains("PU");
    return Hwloc.listed(Hwloc.xml(written, "xml", "--filter", "all:all"));
  }

  /// Groups that tell something: hwloc merges one that has the CPUs of the only object in it with
  /// that object, unless it must not.
  private static long telling(HostTopology host) {
    return host.all(Group.class).stream()
        .filter(group -> {
          var parts = group.contents().parts();
          boolean merged = parts.size() == 1 && parts.getFirst().cpus().equals(group.cpus());
          return !merged || host.facts().info(group.id(), InfoName.DONT_MERGE).isPresent();
        })
        .count();
  }

  @ParameterizedTest
  @MethodSource("readableFiles")
  void hwlocListsOfAWrittenFileWhatItListsOfTheOriginal(Path file) throws Exception {
    Hwloc.assumeInstalled();
    var host = HwlocReader.read("h.xml", XmlFile.text(file));
    Path written = Files.writeString(folder.resolve("w.xml"), HwlocWriter.write(host, Names.KEPT));

    var original = Hwloc.listed(Hwloc.xml(file, "xml", "--filter", "all:all"));

    assertThat(Hwloc.listed(Hwloc.xml(written, "xml", "--filter", "all:all"))).isEqualTo(original);
  }

  static Stream<Path> readableFiles() throws Exception {
    return Hwloc.readableFiles();
  }
}

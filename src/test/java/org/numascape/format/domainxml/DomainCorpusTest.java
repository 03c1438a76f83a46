package org.numascape.format.domainxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.numascape.SharedData;
import org.numascape.domain.Domain;
import org.numascape.domain.MemoryBacking;
import org.numascape.domain.MemoryMode;
import org.numascape.domain.NumaTune;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.format.FormatException;
import org.numascape.topology.CpuSet;
import org.numascape.topology.NodeSet;
import org.numascape.topology.PageSize;

/// The promises of reader and writer, kept on libvirt's own test files.
final class DomainCorpusTest {

  private record Real(String name, String xml, Domain domain) {}

  private static List<Real> readable() throws IOException {
    var files = new ArrayList<Real>();
    try (var paths = Files.list(SharedData.folder("libvirt-domains"))) {
      for (Path path : paths.sorted().toList()) {
        var xml = Files.readString(path, StandardCharsets.UTF_8);
        try {
          files.add(new Real(path.getFileName().toString(), xml, DomainReader.read("it", xml)));
        } catch (FormatException deliberate) {
          assertThat(deliberate).hasMessageEndingWith(".");
        }
      }
    }
    return files;
  }

  @Test
  void libvirtsOwnFilesAreReadButForThoseBrokenOnPurpose() throws IOException {
    var readable = readable();

    assertThat(readable).hasSizeGreaterThanOrEqualTo(520);
  }

  @Test
  void aDomainThatNobodyChangedIsWrittenByteForByte() throws Exception {
    for (var file : readable()) {
      var written = DomainWriter.write(file.xml(), file.domain());

      assertThat(written).as(file.name()).isEqualTo(file.xml());
    }
  }

  @Test
  void aDomainPinnedAndBoundReadsBackThatWay() throws Exception {
    for (var file : readable()) {
      var wanted = placed(file.domain());

      var written = DomainWriter.write(file.xml(), wanted);

      assertSamePlacement(file.name(), DomainReader.read(file.name(), written), wanted);
    }
  }

  @Test
  void whatIsAddedAndTakenAwayAgainLeavesNoTrace() throws Exception {
    for (var file : readable()) {
      if (!bare(file.domain())) {
        continue;
      }
      var written = DomainWriter.write(file.xml(), placed(file.domain()));

      var back = DomainWriter.write(written, file.domain());

      assertThat(back).as(file.name()).isEqualTo(file.xml());
    }
  }

  @Test
  void linesThatAreNotAboutPlacementAreNotTouched() throws Exception {
    for (var file : readable()) {
      var written = DomainWriter.write(file.xml(), placed(file.domain()));

      assertThat(withoutPlacement(written)).as(file.name()).isEqualTo(withoutPlacement(file.xml()));
    }
  }

  private static String withoutPlacement(String xml) {
    return xml.replaceAll(
        "(?m)^\\s*</?(cputune|numatune|memoryBacking|hugepages|page|vcpupin|emulatorpin|iothreadpin|memnode"
            + "|memory mode|memory placement|memory nodeset)\\b[^<>]*>\\R",
        "");
  }

  private static boolean bare(Domain domain) {
    boolean threads = domain.ioThreads().stream().noneMatch(io -> io.pin().isPresent());
    return domain.vcpuPins().isEmpty()
        && domain.emulatorPin().isEmpty()
        && threads
        && domain.numaTune().equals(NumaTune.NONE)
        && !domain.backing().hugePages();
  }

  private static Domain placed(Domain domain) {
    var pins = new TreeMap<Integer, CpuSet>(domain.vcpuPins());
    pins.put(0, CpuSet.of(0));
    pins.put(domain.vcpus().maximum() - 1, CpuSet.of(3, 4, 5));
    var binding = new MemoryBinding(MemoryMode.STRICT, NodeSet.of(0));
    Map<Integer, MemoryBinding> cells = domain.cells().isEmpty() ? Map.of() : Map.of(0, binding);
    var page = new MemoryBacking.Page(PageSize.ONE_GIB, Optional.empty());
    return domain
        .withVcpuPins(pins)
        .withEmulatorPin(Optional.of(CpuSet.of(0)))
        .withIoThreads(
            domain.ioThreads().stream().map(io -> io.withPin(Optional.of(CpuSet.of(1)))).toList())
        .withNumaTune(new NumaTune(Optional.of(binding), false, cells))
        .withBacking(domain.backing().withPages(true, List.of(page)));
  }

  private static void assertSamePlacement(String name, Domain read, Domain wanted) {
    assertThat(read.vcpuPins()).as(name).isEqualTo(wanted.vcpuPins());
    assertThat(read.emulatorPin()).as(name).isEqualTo(wanted.emulatorPin());
    assertThat(read.ioThreads()).as(name).isEqualTo(wanted.ioThreads());
    assertThat(read.numaTune()).as(name).isEqualTo(wanted.numaTune());
    assertThat(read.backing()).as(name).isEqualTo(wanted.backing());
  }
}

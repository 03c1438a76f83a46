package org.numascape.format.capabilities;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.numascape.SharedData;
import org.numascape.format.XmlFile;
import org.numascape.topology.Cache;
import org.numascape.topology.CacheBank;
import org.numascape.topology.CacheType;
import org.numascape.topology.Core;
import org.numascape.topology.CpuPackage;
import org.numascape.topology.MemoryAttribute;
import org.numascape.topology.MemoryCache;
import org.numascape.topology.ObjectKind;

/// Reads libvirt's own test files.
final class CapabilitiesOfLibvirtTest {

  @Test
  void everyFileIsRead() throws Exception {
    try (var files = Files.list(SharedData.folder("libvirt-capabilities"))) {
      for (var file : files.filter(name -> name.toString().endsWith(".xml")).toList()) {
        var host = CapabilitiesReader.read(file.toString(), XmlFile.text(file));

        assertThat(host.pus()).as(file.toString()).isNotEmpty();
        assertThat(host.nodes()).as(file.toString()).isNotEmpty();
        assertThat(host.facts().contradictions()).isEmpty();
      }
    }
  }

  @Test
  void latenciesAndMemorySideCachesOfHmatAreRead() throws Exception {
    var file = SharedData.folder("libvirt-capabilities").resolve("vircaps-x86_64-hmat.xml");

    var host = CapabilitiesReader.read("hmat", XmlFile.text(file));

    assertThat(host.facts().attributes())
        .extracting(MemoryAttribute::name)
        .containsExactly("ReadLatency", "WriteLatency", "ReadBandwidth", "WriteBandwidth");
    assertThat(host.facts().attributes().getFirst().of(1, 3)).hasValue(11);
    assertThat(host.all(MemoryCache.class)).hasSize(3);
  }

  @Test
  void codeAndDataOfCdpAreTwoWaysToDivideACache() throws Exception {
    var file = SharedData.folder("libvirt-capabilities").resolve("vircaps-x86_64-resctrl-cdp.xml");

    var banks = CapabilitiesReader.read("cdp", XmlFile.text(file)).facts().cacheBanks();

    assertThat(banks).hasSize(2);
    assertThat(banks.getFirst().controls())
        .extracting(CacheBank.Control::holds)
        .containsExactly(CacheType.INSTRUCTION, CacheType.DATA);
  }

  @ParameterizedTest
  @CsvSource({
    // file, nodes, packages, L3 caches, cores, PUs: counted in the text by hand
    "aarch64-basic, 4, 4, 0, 16, 16",
    "x86_64-basic, 4, 4, 0, 16, 16",
    "x86_64-hmat, 2, 24, 24, 24, 24",
    "x86_64-resctrl, 2, 2, 2, 12, 12",
    "x86_64-resctrl-cdp, 2, 2, 2, 12, 12",
    "x86_64-resctrl-fake-feature, 2, 2, 2, 12, 12",
    // two banks with the same CPU: one cache
    "x86_64-resctrl-skx-twocaches, 1, 1, 1, 1, 1",
  })
  void nodesPackagesCachesCoresAndPusAreCounted(
      String name, int nodes, int packages, long l3, int cores, int pus) throws Exception {
    var file = SharedData.folder("libvirt-capabilities").resolve("vircaps-" + name + ".xml");

    var host = CapabilitiesReader.read(name, XmlFile.text(file));

    assertThat(host.nodes()).hasSize(nodes);
    assertThat(host.all(CpuPackage.class)).hasSize(packages);
    assertThat(
            host.all(Cache.class).stream()
                .filter(cache -> cache.id().kind() == ObjectKind.L3_CACHE))
        .hasSize((int) l3);
    assertThat(host.all(Core.class)).hasSize(cores);
    assertThat(host.pus()).hasSize(pus);
  }
}

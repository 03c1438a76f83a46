package org.numascape.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.numascape.sample.SampleHosts;

final class ShowVerbTest {

  @TempDir private Path folder;

  @Test
  void theDemonstrationHostIsToldInWords() {
    var run = Run.of("show", "sample:demonstration");

    assertThat(run)
        .isEqualTo(
            new Run(
                0,
                """
                kvm-07 (sample:demonstration)
                  2 packages, 4 NUMA nodes, 8 L3 caches, 32 cores, 64 PUs, 3 PCI devices
                  node 0: CPUs 0-7,32-39; 64 GiB; 40 pages of 1 GiB
                  node 1: CPUs 8-15,40-47; 64 GiB; 16 pages of 1 GiB
                  node 2: CPUs 16-23,48-55; 64 GiB; 12,288 pages of 2 MiB
                  node 3: CPUs 24-31,56-63; 64 GiB; 16,384 pages of 2 MiB
                  distances    0    1    2    3
                          0   10   12   32   32
                          1   12   10   32   32
                          2   32   32   10   12
                          3   32   32   12   10
                  guests: db-server (running), rt-app (running), large-vm (shut off), build-ci (running)
                """,
                ""));
  }

  @Test
  void oneIsToldInTheSingularAndNothingAsNothing() throws IOException {
    var file =
        Files.writeString(
            folder.resolve("small.xml"),
            """
            <capabilities><host><topology><cells num='2'>
              <cell id='0'><memory unit='KiB'>1048576</memory><pages unit='KiB' size='2048'>1</pages>
                <cpus num='1'><cpu id='3' socket_id='0' core_id='0' siblings='3'/></cpus></cell>
              <cell id='4'><cpus num='0'/></cell>
            </cells></topology></host></capabilities>
            """);

    var run = Run.of("show", file.toString());

    assertThat(run.out())
        .contains("  node 0: CPU 3; 1 GiB; 1 page of 2 MiB\n")
        .contains("  node 4: no CPUs; no memory\n");
  }

  @Test
  void everySampleIsOneJsonObjectOnOneLine() throws IOException {
    var hosts = SampleHosts.names().stream().map(name -> "sample:" + name).toArray(String[]::new);
    var arguments = new String[hosts.length + 2];
    arguments[0] = "show";
    arguments[1] = "--json";
    System.arraycopy(hosts, 0, arguments, 2, hosts.length);

    var lines = Run.of(arguments).out().lines().toList();

    assertThat(lines).hasSameSizeAs(hosts);
    for (int i = 0; i < hosts.length; i++) {
      var json = new JsonMapper().readTree(lines.get(i));
      assertThat(json.get("source").asText()).isEqualTo(hosts[i]);
      assertThat(json.get("numaNodes").asInt()).isEqualTo(json.get("nodes").size()).isPositive();
    }
  }

  @Test
  void jsonTellsCountsAndNodes() throws IOException {
    var json = new JsonMapper().readTree(Run.of("show", "sample:demonstration", "--json").out());

    var node = json.get("nodes").get(2);
    assertThat(StreamSupport.stream(((Iterable<String>) json::fieldNames).spliterator(), false))
        .contains(
            "source", "packages", "dies", "numaNodes", "l3", "cores", "pus", "pciDevices", "nodes");
    assertThat(json.get("pus").asInt()).isEqualTo(64);
    assertThat(node.get("id").asInt()).isEqualTo(2);
    assertThat(node.get("cpus").asText()).isEqualTo("16-23,48-55");
    assertThat(node.get("memoryKiB").asLong()).isEqualTo(67_108_864);
    assertThat(node.get("hugepages").get(0).toString())
        .isEqualTo("{\"sizeKiB\":2048,\"total\":12288,\"free\":null}");
    assertThat(node.get("distances").toString()).isEqualTo("{\"0\":32,\"1\":32,\"2\":10,\"3\":12}");
  }
}

package org.numascape.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.numascape.format.text.SmallHost;
import org.numascape.sample.SampleHosts;

final class ShowVerbTest {

  @TempDir private Path folder;

  @Test
  void theDemonstrationHostIsToldInWords() {
    var run = Run.of("show", "sample:demonstration", "--width", "80");

    assertThat(run)
        .isEqualTo(
            new Run(
                0,
                """
                kvm-07 (sample:demonstration)
                  2 packages, 4 NUMA nodes, 8 L3 caches, 32 cores, 64 PUs, 3 PCI devices
                  CPU: AMD EPYC 7313 16-Core Processor
                  caches: 8 L3 of 32 MiB for 8 CPUs; 32 L2 of 512 KiB for 2 CPUs;
                          32 L1 of 32 KiB for 2 CPUs; 32 L1i of 32 KiB for 2 CPUs
                  node  memory  2 MiB pages  1 GiB pages  CPUs
                     0  64 GiB            0           40  0-7,32-39
                     1  64 GiB            0           16  8-15,40-47
                     2  64 GiB       12,288            0  16-23,48-55
                     3  64 GiB       16,384            0  24-31,56-63
                  distances
                        0   1   2   3
                    0  10  12  32  32
                    1  12  10  32  32
                    2  32  32  10  12
                    3  32  32  12  10
                  devices
                    address       node  GB/s  device
                    0000:41:00.0  0     31.5  enp65s0np0 (Network), mlx5_0 (OpenFabrics):
                                              Mellanox Technologies MT2892 Family [ConnectX-6
                                              Dx]
                    0000:42:00.0  0      7.9  nvme0n1 (Storage): Samsung Electronics Co Ltd NVMe
                                              SSD Controller PM9A3
                    0000:c1:00.0  2      7.9  nvme1n1 (Storage): Samsung Electronics Co Ltd NVMe
                                              SSD Controller PM9A3
                  also told of the host
                    OSName  Linux
                  guests: db-server (running), rt-app (running), large-vm (shut off),
                          build-ci (running)
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
        .contains("  1 package, 2 NUMA nodes, 1 core, 1 PU\n")
        .contains("  node  memory  2 MiB pages  CPUs\n")
        .contains("     0   1 GiB            1  3\n")
        .contains("     4    none               none\n");
  }

  @Test
  void noLineOfAnySampleIsLongerThanAskedFor() {
    for (String name : SampleHosts.names()) {
      for (int width : List.of(80, 120)) {
        var lines = Run.of("show", "sample:" + name, "--width", "" + width).out().lines().toList();

        assertThat(lines).as(name).allMatch(line -> line.length() <= width);
        assertThat(lines).as(name).noneMatch(line -> line.endsWith(" "));
        assertThat(lines).as(name).hasSizeLessThan(100);
      }
    }
  }

  @Test
  void severalTextsOnOneHostAreToldWithTheirContradictionsAndGuesses() throws IOException {
    var capabilities = write("host.xml", SmallHost.CAPABILITIES);
    var numactl =
        write("nodes.txt", SmallHost.NUMACTL.replace("node 0 size: 7961", "node 0 size: 65536"));
    var lscpu = write("lscpu.txt", SmallHost.LSCPU);

    var run = Run.of("show", capabilities, "--with", numactl, "--with", lscpu, "--width", "120");

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith(capabilities + " + " + numactl + " + " + lscpu + "\n")
        .contains(
            """
              contradictions
                memory of node 0: virsh capabilities says 8,152,500 KiB (7.8 GiB); numactl -H says 65,536 MiB (64 GiB)
            """)
        .contains("    L3Cache:0-1: lscpu tells as many of them as there are packages")
        .contains("  CPUs that do not run everything\n    offline: 7\n");
  }

  @Test
  void whereMemoryIsNotToldItIsNotCalledNone() throws IOException {
    var run = Run.of("show", write("lscpu.txt", SmallHost.LSCPU), "--width", "80");

    assertThat(run.out())
        .contains("     0  not told  0-1,4-5\n")
        .contains("nodes 0-1: No text tells how much memory there is");
  }

  @Test
  void aMemoryNodeStandsBesideAnotherAndAGuessIsMarkedInWordsAndJson() throws IOException {
    var file =
        write(
            "nodes.txt",
            """
            available: 3 nodes (0-2)
            node 0 cpus: 0 1
            node 0 size: 100 MB
            node 1 cpus: 2 3
            node 1 size: 100 MB
            node 2 cpus:
            node 2 size: 300 MB
            node distances:
            node   0   1   2
              0:  10  20  14
              1:  20  10  24
              2:  14  24  10
            """);

    var words = Run.of("show", file, "--width", "80").out();
    var json = new JsonMapper().readTree(Run.of("show", file, "--json").out());

    assertThat(words)
        .contains("     2  300 MiB  none; beside node 0, a guess\n")
        .contains("  guesses\n    Node 2 has no CPUs; it is drawn beside node 0, the nearest");
    assertThat(json.get("guesses").get(0).get("object").asText()).isEqualTo("NUMANode:1");
    assertThat(json.get("nodes").get(2).get("object").asText()).isEqualTo("NUMANode:1");
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
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

package org.numascape.sample;

import static org.numascape.sample.Part.cache;
import static org.numascape.sample.Part.core;
import static org.numascape.sample.Part.cpuPackage;
import static org.numascape.sample.Part.group;
import static org.numascape.sample.Part.hostBridge;
import static org.numascape.sample.Part.machine;
import static org.numascape.sample.Part.node;
import static org.numascape.sample.Part.os;
import static org.numascape.sample.Part.pci;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Makes `topology.xml` of every sample host from the numbers that its `sample.json` gives the
/// origin of.
///
/// Run `main` with the folder `sample-hosts` after a change here; a test compares the files.
final class SampleTopologies {

  static final long GIB = 1 << 20;
  static final long MIB = 1 << 10;
  static final long P4K = 4;
  static final long P64K = 64;
  static final long P2M = 2 * MIB;
  static final long P1G = GIB;

  private SampleTopologies() {}

  public static void main(String[] arguments) throws IOException {
    for (var sample : all().entrySet()) {
      Path folder = Files.createDirectories(Path.of(arguments[0], sample.getKey()));
      Files.writeString(folder.resolve("topology.xml"), sample.getValue());
    }
  }

  /// The XML of every sample host by the name of its folder.
  static Map<String, String> all() {
    var all = new LinkedHashMap<String, String>();
    all.put("demonstration", demonstration());
    all.put("guide-host", guideHost());
    all.put("desktop", EpycTopologies.desktop());
    all.put("laptop", laptop());
    all.put("xeon-hugepages", XeonTopologies.hugePages());
    all.put("xeon-sriov", XeonTopologies.virtualFunctions());
    all.put("xeon-2lm", XeonTopologies.memorySideCaches());
    all.put("epyc-nps1", EpycTopologies.nps1());
    all.put("epyc-nps4", epycNps4());
    all.put("epyc-l3-numa", EpycTopologies.l3AsNuma());
    all.put("epyc-memoryless", EpycTopologies.memoryless());
    all.put("xeon-snc4-hbm", XeonTopologies.snc4());
    all.put("xeon-max-hbm", xeonMax());
    all.put("xeon-cxl", xeonCxl());
    all.put("xeon-ring", XeonTopologies.ring());
    all.put("xeon-two-rings", XeonTopologies.twoRings());
    all.put("power9-sparse", power9());
    all.put("power9-gpu", OtherTopologies.power9WithGpus());
    all.put("altra", OtherTopologies.altra());
    all.put("kunpeng", OtherTopologies.kunpeng());
    all.put("grace-hopper", OtherTopologies.graceHopper());
    all.put("sgi-uv", sgiUv());
    return all;
  }

  /// Two EPYC 7313: 16 cores each, 4 cores a 32 MiB L3, two nodes a package (NPS2).
  private static String demonstration() {
    long[][] pools = {
      {P2M, 0, P1G, 40}, {P2M, 0, P1G, 16}, {P2M, 12_288, P1G, 0}, {P2M, 16_384, P1G, 0}
    };
    var devices =
        List.of(
            List.of(
                hostBridge(
                    "0000:[40-42]",
                    pci(
                        "0000:41:00.0",
                        "0200 [15b3:101d] [15b3:0016] 00",
                        "31.507692",
                        "Mellanox Technologies",
                        "MT2892 Family [ConnectX-6 Dx]",
                        os("enp65s0np0", 2),
                        os("mlx5_0", 3)),
                    nvme("0000:42:00.0", "nvme0n1"))),
            List.<Part>of(),
            List.of(hostBridge("0000:[c0-c1]", nvme("0000:c1:00.0", "nvme1n1"))),
            List.<Part>of());
    IntFunction<Part> numa =
        n -> {
          var parts = new ArrayList<Part>();
          parts.add(node(n, "", 64 * GIB, P4K, pools[n]));
          for (int l3 = 2 * n; l3 < 2 * n + 2; l3++) {
            parts.add(cache("L3Cache", 32 << 10, cores(4 * l3, 4, c -> epycCore(c, 16, 32))));
          }
          parts.addAll(devices.get(n));
          return group(parts);
        };
    var packages =
        times(2, p -> cpuPackage(p, "AMD EPYC 7313 16-Core Processor", times(2 * p, 2, numa)));
    return TopologyXml.write(
        machine(infos("kvm-07"), packages), range(4), socketDistances(4, 2, 12, 32));
  }

  private static Part nvme(String busId, String name) {
    return pci(
        busId,
        "0108 [144d:a80a] [144d:a813] 00",
        "7.876923",
        "Samsung Electronics Co Ltd",
        "NVMe SSD Controller PM9A3",
        os(name, 0));
  }

  private static Part epycCore(int core, int perPackage, int second) {
    return core(core % perPackage, 512, 32, 32, core, core + second);
  }

  /// Two sockets of 8 cores; the threads of a core have consecutive numbers.
  private static String guideHost() {
    var packages =
        times(
            2,
            p ->
                cpuPackage(
                    p,
                    "8-core processor (the guide names no model)",
                    List.of(
                        node(p, "", 64 * GIB, P4K, P2M, 4_096, P1G, 0),
                        cache(
                            "L3Cache",
                            20 << 10,
                            cores(8 * p, 8, c -> core(c % 8, 256, 32, 32, 2 * c, 2 * c + 1))))));
    return TopologyXml.write(
        machine(infos("guide-host"), packages), range(2), socketDistances(2, 1, 20, 20));
  }

  /// Core i7-1370P: six fast cores of two threads, eight slow ones that share L2 by four.
  private static String laptop() {
    var inL3 = new ArrayList<Part>();
    inL3.addAll(times(6, c -> core(4 * c, 1_280, 48, 32, 2 * c, 2 * c + 1)));
    for (int cluster = 0; cluster < 2; cluster++) {
      int first = 12 + 4 * cluster;
      inL3.add(cache("L2Cache", 2 << 10, cores(first, 4, c -> core(c + 12, 0, 32, 64, c))));
    }
    var box =
        cpuPackage(
            0,
            "13th Gen Intel(R) Core(TM) i7-1370P",
            List.of(
                node(0, "", 32_489_480, P4K, P2M, 0, P1G, 0), cache("L3Cache", 24 << 10, inL3)));
    // The kernel tells kinds as the PMU devices cpu_core and cpu_atom; hwloc names them like this.
    String kinds =
        """
          <cpukind cpuset="0x000ff000" forced_efficiency="0">
            <info name="CoreType" value="IntelAtom"/>
          </cpukind>
          <cpukind cpuset="0x00000fff" forced_efficiency="1">
            <info name="CoreType" value="IntelCore"/>
          </cpukind>
        """;
    return TopologyXml.write(machine(infos("laptop"), List.of(box)), range(1), new int[0][], kinds);
  }

  /// Two 64-core EPYC 7742, four nodes a package (NPS4), 4 cores a 16 MiB L3.
  private static String epycNps4() {
    long[] mib = {63_733, 64_502, 64_456, 64_490, 64_502, 64_502, 64_502, 64_428};
    IntFunction<Part> numa =
        n -> {
          var parts = new ArrayList<Part>();
          parts.add(node(n, "", mib[n] * MIB, P4K, P2M, 0, P1G, 0));
          parts.addAll(
              times(
                  4 * n,
                  4,
                  l3 -> cache("L3Cache", 16 << 10, cores(4 * l3, 4, c -> epycCore(c, 64, 128)))));
          return group(parts);
        };
    var packages =
        times(2, p -> cpuPackage(p, "AMD EPYC 7742 64-Core Processor", times(4 * p, 4, numa)));
    return TopologyXml.write(
        machine(infos("epyc-nps4"), packages), range(8), socketDistances(8, 4, 12, 32));
  }

  /// Two Xeon Max 9470C with the high-bandwidth memory as nodes of its own (flat mode).
  private static String xeonMax() {
    long[] mib = {515_524, 514_994};
    var packages =
        times(
            2,
            p ->
                cpuPackage(
                    p,
                    "Intel(R) Xeon(R) CPU Max 9470C",
                    List.of(
                        node(p, "", mib[p] * MIB, P4K, P2M, 0, P1G, 0),
                        node(2 + p, "HBM", 65_536 * MIB, P4K, P2M, 0, P1G, 0),
                        cache("L3Cache", 105 << 10, xeonCores(p)))));
    int[][] distances = {{10, 21, 13, 23}, {21, 10, 23, 13}, {13, 23, 10, 23}, {23, 13, 23, 10}};
    return TopologyXml.write(machine(infos("xeon-max-hbm"), packages), range(4), distances);
  }

  private static List<Part> xeonCores(int cpuPackage) {
    return cores(52 * cpuPackage, 52, c -> core(c % 52, 2 << 10, 48, 32, c, c + 104));
  }

  /// Two 52-core Xeons, each with memory behind a CXL card.
  private static String xeonCxl() {
    long[] mib = {64_167, 64_472};
    long[] cxl = {65_536, 131_072};
    String[] card = {"0000:38:00.0", "0000:b8:00.0"};
    String[] buses = {"0000:[37-38]", "0000:[b7-b8]"};
    var packages =
        times(
            2,
            p ->
                cpuPackage(
                    p,
                    "4th generation Xeon, 52 cores (the source names no model)",
                    List.of(
                        node(p, "", mib[p] * MIB, P4K, P2M, 0, P1G, 0),
                        node(2 + p, "CXL-DRAM", cxl[p] * MIB, P4K, P2M, 0, P1G, 0),
                        cache("L3Cache", 105 << 10, xeonCores(p)),
                        hostBridge(
                            buses[p],
                            pci(
                                card[p],
                                "0502 [0000:0000] [0000:0000] 00",
                                "0.000000",
                                "",
                                "CXL memory expander")))));
    int[][] distances = {{10, 21, 14, 24}, {21, 10, 24, 14}, {14, 24, 10, 26}, {24, 14, 26, 10}};
    return TopologyXml.write(machine(infos("xeon-cxl"), packages), range(4), distances);
  }

  /// POWER9 AC922: nodes 0 and 8 have CPUs and memory, 252 to 255 are GPUs whose memory is not
  /// online.
  private static String power9() {
    var top = new ArrayList<Part>();
    for (int gpu = 252; gpu < 256; gpu++) {
      top.add(node(gpu, "GPUMemory", 0, P64K, P2M, 0, P1G, 0));
    }
    long[] mib = {126_801, 130_811};
    top.addAll(
        times(
            2,
            p -> {
              var inside = new ArrayList<Part>();
              inside.add(node(8 * p, "", mib[p] * MIB, P64K, P2M, 0, P1G, 0));
              inside.addAll(times(8 * p, 8, SampleTopologies::power9Pair));
              return cpuPackage(8 * p, "POWER9", inside);
            }));
    int[] nodes = {0, 8, 252, 253, 254, 255};
    int[][] distances = new int[6][6];
    for (int from = 0; from < 6; from++) {
      for (int to = 0; to < 6; to++) {
        distances[from][to] = from == to ? 10 : from < 2 && to < 2 ? 40 : 80;
      }
    }
    return TopologyXml.write(machine(infos("power9-sparse"), top), nodes, distances);
  }

  /// Two cores of four threads share L2 and L3.
  private static Part power9Pair(int pair) {
    var cores =
        cores(2 * pair, 2, c -> core(4 * c, 0, 32, 32, 4 * c, 4 * c + 1, 4 * c + 2, 4 * c + 3));
    return cache("L3Cache", 10 << 10, List.of(cache("L2Cache", 512, cores)));
  }

  /// SGI UV 2000: twelve blades of two sockets, each socket a node.
  private static String sgiUv() {
    // which blades are one hop apart: `.` itself, `+` one hop, `-` more
    String[] hops = {
      ".++++-+-+---",
      "+.++-+-+-+--",
      "++.++-+---+-",
      "+++.-+-+---+",
      "+-+-.++++---",
      "-+-++.++-+--",
      "+-+-++.+--+-",
      "-+-++++.---+",
      "+---+---.+++",
      "-+---+--+.++",
      "--+---+-++.+",
      "---+---++++."
    };
    int[][] distances = new int[24][24];
    for (int from = 0; from < 24; from++) {
      for (int to = 0; to < 24; to++) {
        char hop = hops[from / 2].charAt(to / 2);
        distances[from][to] = from == to ? 10 : hop == '.' ? 50 : hop == '+' ? 65 : 79;
      }
    }
    long[] first = {33_255_329_792L >> 10, 33_269_219_328L >> 10};
    var packages =
        times(
            24,
            p -> {
              var inside = new ArrayList<Part>();
              inside.add(node(p, "", first[Math.min(p, 1)], P4K, P2M, 0));
              inside.add(
                  cache(
                      "L3Cache",
                      20 << 10,
                      cores(8 * p, 8, c -> core(c % 8, 256, 32, 32, c, c + 192))));
              inside.addAll(uvDevices(p));
              return cpuPackage(p, "Intel(R) Xeon(R) CPU E5-4640 0 @ 2.40GHz", inside);
            });
    return TopologyXml.write(machine(infos("sgi-uv"), packages), range(24), distances);
  }

  /// Five PCI domains, each on a package of its own; the switches between are left out.
  private static List<Part> uvDevices(int cpuPackage) {
    return switch (cpuPackage) {
      case 0 ->
          List.of(
              hostBridge(
                  "0000:[00-0c]",
                  i350("0000:01:00.0", "eth0"),
                  i350("0000:01:00.1", "eth1"),
                  pci(
                      "0000:05:00.0",
                      "0107 [8086:1d68] [00a9:0068] 06",
                      "0.000000",
                      "Intel Corporation",
                      "Patsburg Dual 4-Port SATA/SAS Storage Control Unit")));
      case 1 ->
          List.of(
              hostBridge(
                  "0001:[00-02]",
                  pci(
                      "0001:02:00.0",
                      "0104 [1000:0079] [0000:0080] 05",
                      "0.000000",
                      "LSI Logic / Symbios Logic",
                      "MegaRAID SAS 2108 [Liberator]",
                      os("sda", 0),
                      os("sdb", 0))));
      case 4 ->
          List.of(
              hostBridge(
                  "0002:[00-04]",
                  bcm5709("0002:03:00.0", "eth2"),
                  bcm5709("0002:03:00.1", "eth3"),
                  bcm5709("0002:04:00.0", "eth4"),
                  bcm5709("0002:04:00.1", "eth5")));
      case 6 ->
          List.of(
              hostBridge(
                  "0003:[00-01]",
                  pci(
                      "0003:01:00.0",
                      "0280 [15b3:1003] [00b3:0051] 00",
                      "0.000000",
                      "Mellanox Technologies",
                      "MT27500 Family [ConnectX-3]",
                      os("ib0", 2),
                      os("mlx4_0", 3))));
      case 8 ->
          List.of(
              hostBridge(
                  "0004:[00-02]",
                  pci(
                      "0004:01:00.0",
                      "0107 [1000:0072] [0000:0080] 03",
                      "0.000000",
                      "LSI Logic / Symbios Logic",
                      "SAS2008 PCI-Express Fusion-MPT SAS-2 [Falcon]")));
      default -> List.of();
    };
  }

  private static Part i350(String busId, String name) {
    return pci(
        busId,
        "0200 [8086:1521] [00ff:0000] 01",
        "0.000000",
        "Intel Corporation",
        "I350 Gigabit Network Connection",
        os(name, 2));
  }

  private static Part bcm5709(String busId, String name) {
    return pci(
        busId,
        "0200 [14e4:1639] [00a9:0027] 20",
        "0.000000",
        "Broadcom Corporation",
        "NetXtreme II BCM5709 Gigabit Ethernet",
        os(name, 2));
  }

  static Map<String, String> infos(String hostName) {
    return Part.ordered("OSName", "Linux", "HostName", hostName);
  }

  /// 10 to itself, `near` inside a package of `perPackage` nodes, else `far`.
  static int[][] socketDistances(int nodes, int perPackage, int near, int far) {
    int[][] rows = new int[nodes][nodes];
    for (int from = 0; from < nodes; from++) {
      for (int to = 0; to < nodes; to++) {
        rows[from][to] = from == to ? 10 : from / perPackage == to / perPackage ? near : far;
      }
    }
    return rows;
  }

  static int[] range(int count) {
    return IntStream.range(0, count).toArray();
  }

  static List<Part> cores(int first, int count, IntFunction<Part> core) {
    return times(first, count, core);
  }

  static List<Part> times(int count, IntFunction<Part> part) {
    return times(0, count, part);
  }

  static List<Part> times(int first, int count, IntFunction<Part> part) {
    return IntStream.range(first, first + count).mapToObj(part).toList();
  }
}

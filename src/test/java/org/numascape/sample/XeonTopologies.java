package org.numascape.sample;

import static org.numascape.sample.Part.cache;
import static org.numascape.sample.Part.core;
import static org.numascape.sample.Part.cpuPackage;
import static org.numascape.sample.Part.group;
import static org.numascape.sample.Part.hostBridge;
import static org.numascape.sample.Part.machine;
import static org.numascape.sample.Part.memoryCache;
import static org.numascape.sample.Part.node;
import static org.numascape.sample.Part.os;
import static org.numascape.sample.Part.pci;
import static org.numascape.sample.SampleTopologies.GIB;
import static org.numascape.sample.SampleTopologies.MIB;
import static org.numascape.sample.SampleTopologies.P1G;
import static org.numascape.sample.SampleTopologies.P2M;
import static org.numascape.sample.SampleTopologies.P4K;
import static org.numascape.sample.SampleTopologies.cores;
import static org.numascape.sample.SampleTopologies.infos;
import static org.numascape.sample.SampleTopologies.range;
import static org.numascape.sample.SampleTopologies.socketDistances;
import static org.numascape.sample.SampleTopologies.times;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// Sample hosts with Intel's server processors.
final class XeonTopologies {

  private XeonTopologies() {}

  /// Two Xeon Silver 4108 with 2,048 huge pages of 2 MiB reserved on each node.
  static String hugePages() {
    long[] kib = {47_925_628, 49_519_964};
    return twoSockets(
        "xeon-hugepages",
        "Intel(R) Xeon(R) Silver 4108 CPU @ 1.80GHz",
        p ->
            List.of(
                node(p, "", kib[p], P4K, P2M, 2_048, P1G, 0),
                cache(
                    "L3Cache",
                    11 << 10,
                    cores(8 * p, 8, c -> core(c % 8, 1_024, 32, 32, c, c + 16)))));
  }

  /// Two packages of 8 cores with network cards whose virtual functions can be handed to guests.
  static String virtualFunctions() {
    return twoSockets(
        "xeon-sriov",
        "Xeon, 8 cores (the source names no model)",
        p -> {
          var inside = new ArrayList<Part>();
          inside.add(node(p, "", 64 * GIB, P4K, P2M, 0, P1G, 0));
          inside.add(cache("L3Cache", 20 << 10, cores(8 * p, 8, c -> core(c % 8, 256, 32, 32, c))));
          inside.addAll(p == 0 ? devicesOfNode0() : devicesOfNode1());
          return inside;
        });
  }

  private static List<Part> devicesOfNode0() {
    return List.of(
        hostBridge(
            "0000:[00-0c]",
            network("0000:02:00.0", "eth0"),
            network("0000:02:00.1", "eth1"),
            network("0000:0b:00.0", "eth2"),
            function("0000:0b:00.1"),
            function("0000:0b:00.2"),
            function("0000:0b:00.3"),
            network("0000:0c:00.0", "eth3"),
            function("0000:0c:00.1"),
            function("0000:0c:00.2")));
  }

  private static List<Part> devicesOfNode1() {
    return List.of(
        hostBridge(
            "0000:[80-89]",
            network("0000:88:00.0", "eth4"),
            function("0000:88:00.1"),
            function("0000:88:00.2"),
            function("0000:88:00.3"),
            function("0000:88:00.4"),
            function("0000:88:00.5"),
            network("0000:89:00.0", "eth5")));
  }

  private static Part network(String busId, String name) {
    return pci(
        busId, "0200 [0000:0000] [0000:0000] 00", "0.000000", "", "Network adapter", os(name, 2));
  }

  private static Part function(String busId) {
    return pci(busId, "0200 [0000:0000] [0000:0000] 00", "0.000000", "", "Virtual function");
  }

  private static String twoSockets(String name, String model, IntFunction<List<Part>> inside) {
    var packages = times(2, p -> cpuPackage(p, model, inside.apply(p)));
    return TopologyXml.write(
        machine(infos(name), packages), range(2), socketDistances(2, 1, 21, 21));
  }

  /// Two Xeon Gold 6230, two nodes a package (SNC2), DRAM as a cache before persistent memory.
  static String memorySideCaches() {
    long[] kib = {388_492_316, 390_163_848, 390_163_840, 390_162_812};
    IntFunction<Part> cluster =
        n -> {
          var inside = new ArrayList<Part>();
          inside.add(memoryCache(96 * GIB, node(n, "", kib[n], P4K, P2M, 0, P1G, 0)));
          inside.addAll(
              cores(0, 10, c -> core(10 * (n / 2) + c, 1_024, 32, 32, n + 4 * c, n + 4 * c + 40)));
          return group(inside);
        };
    var packages =
        times(
            2,
            p ->
                cpuPackage(
                    p,
                    "Intel(R) Xeon(R) Gold 6230 CPU @ 2.10GHz",
                    List.of(
                        cache(
                            "L3Cache", 28_160, List.of(cluster.apply(p), cluster.apply(p + 2))))));
    int[][] rows = {{10, 21, 11, 21}, {21, 10, 21, 11}, {11, 21, 10, 21}, {21, 11, 21, 10}};
    return TopologyXml.write(machine(infos("xeon-2lm"), packages), range(4), rows);
  }

  /// Two packages of 48 cores in four clusters each (SNC4); every cluster has DRAM and HBM.
  static String snc4() {
    long[] mib = {64_132, 64_505, 64_505, 64_505, 64_505, 64_459, 64_505, 64_456};
    var packages =
        times(
            2,
            p ->
                cpuPackage(
                    p,
                    "Xeon with high-bandwidth memory, 48 cores (the source names no model)",
                    List.of(
                        cache(
                            "L3Cache",
                            99_840,
                            times(
                                4 * p,
                                4,
                                n -> {
                                  var inside = new ArrayList<Part>();
                                  inside.add(node(n, "", mib[n] * MIB, P4K, P2M, 0, P1G, 0));
                                  inside.add(node(8 + n, "HBM", 16_384 * MIB, P4K, P2M, 0, P1G, 0));
                                  inside.addAll(
                                      cores(
                                          12 * n,
                                          12,
                                          c -> core(c % 48, 2 << 10, 48, 32, c, c + 96)));
                                  return group(inside);
                                })))));
    return TopologyXml.write(machine(infos("xeon-snc4-hbm"), packages), range(16), new int[0][]);
  }

  /// Four Xeon E5-4669 v4 in a ring; CPUs are dealt out to the nodes in turn.
  static String ring() {
    long[] mib = {515_920, 516_045, 516_084, 516_076};
    var packages =
        times(
            4,
            p ->
                cpuPackage(
                    p,
                    "Intel(R) Xeon(R) CPU E5-4669 v4 @ 2.20GHz",
                    List.of(
                        node(p, "", mib[p] * MIB, P4K, P2M, 0, P1G, 0),
                        cache(
                            "L3Cache",
                            55 << 10,
                            cores(0, 22, c -> core(c, 256, 32, 32, p + 4 * c))))));
    int[][] rows = new int[4][4];
    for (int from = 0; from < 4; from++) {
      for (int to = 0; to < 4; to++) {
        rows[from][to] = inRing(from, to);
      }
    }
    return TopologyXml.write(machine(infos("xeon-ring"), packages), range(4), rows);
  }

  /// Eight packages of 18 cores: two rings of four, joined.
  static String twoRings() {
    var packages =
        times(
            8,
            p ->
                cpuPackage(
                    p,
                    "Xeon, 18 cores (the source names no model)",
                    List.of(
                        node(p, "", (p == 0 ? 58_793 : 65_536) * MIB, P4K, P2M, 0, P1G, 0),
                        cache(
                            "L3Cache",
                            45 << 10,
                            cores(18 * p, 18, c -> core(c % 18, 256, 32, 32, c, c + 144))))));
    int[][] rows = new int[8][8];
    for (int from = 0; from < 8; from++) {
      for (int to = 0; to < 8; to++) {
        boolean joined = from % 4 / 2 == to % 4 / 2;
        rows[from][to] = from / 4 == to / 4 ? inRing(from % 4, to % 4) : joined ? 41 : 51;
      }
    }
    return TopologyXml.write(machine(infos("xeon-two-rings"), packages), range(8), rows);
  }

  private static int inRing(int from, int to) {
    return switch (Math.floorMod(to - from, 4)) {
      case 0 -> 10;
      case 2 -> 31;
      default -> 21;
    };
  }
}

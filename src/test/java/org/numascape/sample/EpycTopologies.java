package org.numascape.sample;

import static org.numascape.sample.Part.cache;
import static org.numascape.sample.Part.core;
import static org.numascape.sample.Part.cpuPackage;
import static org.numascape.sample.Part.group;
import static org.numascape.sample.Part.machine;
import static org.numascape.sample.Part.node;
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

/// Sample hosts with AMD's processors.
final class EpycTopologies {

  private EpycTopologies() {}

  /// Ryzen 9 5950X: 16 cores in two groups of 8, each with 32 MiB of L3; one node.
  static String desktop() {
    var inside = new ArrayList<Part>();
    inside.add(node(0, "", 64 * GIB, P4K, P2M, 0, P1G, 0));
    inside.addAll(
        times(
            2,
            l3 ->
                cache(
                    "L3Cache", 32 << 10, cores(8 * l3, 8, c -> core(c, 512, 32, 32, c, c + 16)))));
    var box = cpuPackage(0, "AMD Ryzen 9 5950X 16-Core Processor", inside);
    return TopologyXml.write(machine(infos("desktop"), List.of(box)), range(1), new int[0][]);
  }

  /// Two EPYC 7763, one node a package (NPS1), 8 cores a 32 MiB L3.
  static String nps1() {
    long[] mib = {773_271, 774_028};
    var packages =
        times(
            2,
            p -> {
              var inside = new ArrayList<Part>();
              inside.add(node(p, "", mib[p] * MIB, P4K, P2M, 0, P1G, 0));
              inside.addAll(
                  times(
                      8 * p,
                      8,
                      l3 ->
                          cache(
                              "L3Cache",
                              32 << 10,
                              cores(8 * l3, 8, c -> core(c % 64, 512, 32, 32, c, c + 128)))));
              return cpuPackage(p, "AMD EPYC 7763 64-Core Processor", inside);
            });
    return TopologyXml.write(
        machine(infos("epyc-nps1"), packages), range(2), socketDistances(2, 1, 12, 32));
  }

  /// Two packages of 160 cores, every L3 a node of 16 cores; nodes are not numbered as CPUs are.
  static String l3AsNuma() {
    // by CPU number, as hwloc wants its objects
    int[] nodes = {0, 1, 4, 2, 3, 5, 6, 8, 9, 7, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19};
    var packages =
        times(
            2,
            p ->
                cpuPackage(
                    p,
                    "EPYC, 160 cores (the source names no model)",
                    times(10 * p, 10, at -> l3Node(nodes[at], 16 * at))));
    int[][] rows = socketDistances(20, 10, 12, 32);
    for (int from = 0; from < 20; from++) {
      for (int to = 0; to < 20; to++) {
        if (from != to && from / 5 == to / 5) {
          rows[from][to] = 11;
        }
      }
    }
    return TopologyXml.write(machine(infos("epyc-l3-numa"), packages), range(20), rows);
  }

  private static Part l3Node(int node, int firstCpu) {
    var cores = cores(firstCpu, 16, c -> core(c % 160, 1_024, 48, 32, c, c + 320));
    return group(
        List.of(
            node(node, "", l3NodeMib(node) * MIB, P4K, P2M, 0, P1G, 0),
            cache("L3Cache", 32 << 10, cores)));
  }

  private static long l3NodeMib(int node) {
    return switch (node) {
      case 0 -> 115_605;
      case 1 -> 116_116;
      case 18 -> 116_076;
      case 19 -> 106_864;
      default -> 116_114;
    };
  }

  /// Two EPYC 7551: four dies a package are four nodes, but only one of each four has memory.
  static String memoryless() {
    long[] mib = {0, 15_960, 0, 0, 0, 16_060, 0, 0};
    var packages =
        times(
            2,
            p ->
                cpuPackage(
                    p,
                    "AMD EPYC 7551 32-Core Processor",
                    times(
                        4 * p,
                        4,
                        n ->
                            group(
                                List.of(
                                    node(n, "", mib[n] * MIB, P4K, P2M, 0, P1G, 0),
                                    l3Of4Cores(8 * n),
                                    l3Of4Cores(8 * n + 4))))));
    return TopologyXml.write(
        machine(infos("epyc-memoryless"), packages), range(8), socketDistances(8, 4, 16, 32));
  }

  private static Part l3Of4Cores(int first) {
    return cache("L3Cache", 8 << 10, cores(first, 4, c -> core(c % 32, 512, 32, 64, c, c + 64)));
  }
}

package org.numascape.sample;

import static org.numascape.sample.Part.cache;
import static org.numascape.sample.Part.core;
import static org.numascape.sample.Part.cpuPackage;
import static org.numascape.sample.Part.group;
import static org.numascape.sample.Part.hostBridge;
import static org.numascape.sample.Part.machine;
import static org.numascape.sample.Part.node;
import static org.numascape.sample.Part.pci;
import static org.numascape.sample.SampleTopologies.GIB;
import static org.numascape.sample.SampleTopologies.MIB;
import static org.numascape.sample.SampleTopologies.P1G;
import static org.numascape.sample.SampleTopologies.P2M;
import static org.numascape.sample.SampleTopologies.P4K;
import static org.numascape.sample.SampleTopologies.P64K;
import static org.numascape.sample.SampleTopologies.cores;
import static org.numascape.sample.SampleTopologies.infos;
import static org.numascape.sample.SampleTopologies.range;
import static org.numascape.sample.SampleTopologies.times;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Sample hosts with Arm and POWER processors.
final class OtherTopologies {

  private static final long P32M = 32 * MIB;

  private OtherTopologies() {}

  /// POWER9 8335-GTW: six GPUs whose memories are nodes 250 to 255; four cores of each package.
  static String power9WithGpus() {
    long[] kib = {129_839_104, 133_952_000};
    int[][] gpus = {{255, 254, 253}, {252, 251, 250}};
    var packages =
        times(
            2,
            p -> {
              var inside = new ArrayList<Part>();
              inside.add(node(8 * p, "", kib[p], P64K, P2M, 0, P1G, 0));
              for (int gpu : gpus[p]) {
                inside.add(node(gpu, "GPUMemory", 15_728_640, P64K, P2M, 0, P1G, 0));
              }
              inside.addAll(times(2, pair -> power9Pair(88 * p + 8 * pair)));
              inside.addAll(p == 0 ? gpusOfPackage0() : gpusOfPackage8());
              return cpuPackage(8 * p, "POWER9", inside);
            });
    int[] nodes = {0, 8, 250, 251, 252, 253, 254, 255};
    int[][] rows = new int[8][8];
    for (int from = 0; from < 8; from++) {
      for (int to = 0; to < 8; to++) {
        rows[from][to] = from == to ? 10 : from < 2 && to < 2 ? 40 : 80;
      }
    }
    return TopologyXml.write(machine(infos("power9-gpu"), packages), nodes, rows);
  }

  /// Two cores of four threads share L2 and L3.
  private static Part power9Pair(int firstCpu) {
    var both =
        cores(
            0,
            2,
            c -> {
              int[] threads = IntStream.range(0, 4).map(t -> firstCpu + 4 * c + t).toArray();
              return core(threads[0], 0, 32, 32, threads);
            });
    return cache("L3Cache", 10 << 10, List.of(cache("L2Cache", 512, both)));
  }

  private static List<Part> gpusOfPackage0() {
    return List.of(
        hostBridge("0004:[00-06]", gpu("0004:05:00.0"), gpu("0004:06:00.0")),
        hostBridge("0006:[00-00]", gpu("0006:00:00.0")));
  }

  private static List<Part> gpusOfPackage8() {
    return List.of(
        hostBridge("0007:[00-00]", gpu("0007:00:00.0")),
        hostBridge("0035:[00-05]", gpu("0035:04:00.0"), gpu("0035:05:00.0")));
  }

  private static Part gpu(String busId) {
    return pci(busId, "0302 [10de:0000] [0000:0000] 00", "0.000000", "NVIDIA Corporation", "GPU");
  }

  /// Two Ampere Altra of 80 cores; the kernel tells no level 3 cache.
  static String altra() {
    var packages =
        times(
            2,
            p -> {
              var inside = new ArrayList<Part>();
              inside.add(node(p, "", 256 * GIB, P4K, P64K, 0, P2M, 0, P32M, 0, P1G, 0));
              inside.addAll(cores(80 * p, 80, c -> core(c % 80, 1_024, 64, 64, c)));
              return cpuPackage(p, "Ampere(R) Altra(R) Processor", inside);
            });
    return TopologyXml.write(machine(infos("altra"), packages), range(2), new int[0][]);
  }

  /// Two Kunpeng 920: two nodes a package, cores in clusters of four, four sizes of huge pages.
  static String kunpeng() {
    long[] kib = {131_732_940, 132_117_940, 132_117_936, 131_062_408};
    int[] ids = {36, 8442};
    var packages =
        times(
            2,
            p ->
                cpuPackage(
                    ids[p],
                    "Kunpeng-920",
                    times(
                        2 * p,
                        2,
                        n ->
                            group(
                                List.of(
                                    node(n, "", kib[n], P4K, P64K, 0, P2M, 0, P32M, 0, P1G, 0),
                                    cache(
                                        "L3Cache",
                                        32 << 10,
                                        times(
                                            8 * n,
                                            8,
                                            cluster ->
                                                group(
                                                    cores(
                                                        4 * cluster,
                                                        4,
                                                        c -> core(c, 512, 64, 64, c))))))))));
    int[][] rows = {{10, 16, 32, 33}, {16, 10, 25, 32}, {32, 25, 10, 16}, {33, 32, 16, 10}};
    return TopologyXml.write(machine(infos("kunpeng"), packages), range(4), rows);
  }

  /// Grace Hopper: one node of CPUs, the GPU's memory, and seven nodes for parts of the GPU that
  /// are not set up.
  static String graceHopper() {
    var top = new ArrayList<Part>();
    for (int gpu = 1; gpu <= 8; gpu++) {
      top.add(node(gpu, "GPUMemory", gpu == 1 ? 97_280 * MIB : 0, P64K, P2M, 0));
    }
    top.add(
        cpuPackage(
            0,
            "Neoverse-V2",
            List.of(
                node(0, "", 490_037 * MIB, P64K, P2M, 0),
                cache("L3Cache", 114 << 10, cores(0, 72, c -> core(c, 1_024, 64, 64, c))))));
    int[][] rows = new int[9][9];
    for (int from = 0; from < 9; from++) {
      for (int to = 0; to < 9; to++) {
        rows[from][to] = from == to ? 10 : from == 0 || to == 0 ? 80 : 255;
      }
    }
    return TopologyXml.write(machine(infos("grace-hopper"), top), range(9), rows);
  }
}

package org.numascape.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.numascape.topology.HostTopology;
import org.numascape.topology.InfoName;
import org.numascape.topology.OsDevice;

/// What lstopo 2 writes on what the operating system makes of a device: kind and name, then what it
/// can do.
final class LstopoDeviceLines {

  private final HostTopology host;
  private final OsDevice device;
  private final List<String> lines = new ArrayList<>();

  private LstopoDeviceLines(HostTopology host, OsDevice device) {
    this.host = host;
    this.device = device;
  }

  static List<String> of(HostTopology host, OsDevice device) {
    var lines = new LstopoDeviceLines(host, device);
    lines.lines.add((kind(device) + " " + device.name()).strip());
    lines.abilities();
    return lines.lines;
  }

  /// hwloc 2's word for a kind that hwloc 3 calls otherwise.
  static String kind(OsDevice device) {
    return switch (device.type()) {
      case "Storage", "Memory" -> "Block";
      case "Network" -> "Net";
      case "" -> "OSDev";
      default -> device.type();
    };
  }

  private void abilities() {
    switch (info(InfoName.SUBTYPE).orElse("")) {
      case "CUDA" -> cuda();
      case "OpenCL" -> openCl();
      case "VectorEngine" -> vectorEngine();
      default -> {
        amount("Size", "", "");
        amount("CXLRAMSize", "", " (RAM)");
        amount("CXLPMEMSize", "", " (PMEM)");
      }
    }
  }

  private void cuda() {
    amount("CUDAGlobalMemorySize", "", "");
    cache("CUDAL2CacheSize", "L2");
    var processors = info("CUDAMultiProcessors");
    var cores = info("CUDACoresPerMP");
    var shared = info("CUDASharedMemorySizePerMP");
    if (processors.isPresent() && cores.isPresent() && shared.isPresent()) {
      lines.add(
          processors.get() + " MP x (" + cores.get() + " cores + " + digits(shared.get()) + " kB)");
    }
  }

  private void openCl() {
    info("OpenCLComputeUnits").ifPresent(units -> lines.add(units + " compute units"));
    amount("OpenCLGlobalMemorySize", "", "");
  }

  private void vectorEngine() {
    amount("VectorEngineMemorySize", "", "");
    cache("VectorEngineLLCSize", "L3");
    info("VectorEngineCores").ifPresent(cores -> lines.add(cores + " cores"));
  }

  private Optional<String> info(String name) {
    return host.facts().info(device.id(), name);
  }

  private void amount(String name, String before, String after) {
    kib(name)
        .ifPresent(kib -> {
          long mb = kib >> 10;
          String text =
              mb >= 10L << 20
                  ? (mb >> 20) + " TB"
                  : mb >= 10L << 10 ? (mb >> 10) + " GB" : mb + " MB";
          lines.add(before + text + after);
        });
  }

  private void cache(String name, String kind) {
    kib(name)
        .ifPresent(kib ->
            lines.add(
                kind + (kib >= 10 << 10 ? " (" + (kib >> 10) + " MB)" : " (" + kib + " kB)")));
  }

  /// hwloc 2 writes KiB without a unit, hwloc 3 with one.
  private Optional<Long> kib(String name) {
    return info(name)
        .map(LstopoDeviceLines::digits)
        .filter(digits -> !digits.isEmpty() && digits.length() < 16)
        .map(Long::valueOf);
  }

  private static String digits(String value) {
    int end = 0;
    while (end < value.length() && Character.isDigit(value.charAt(end))) {
      end++;
    }
    return value.substring(0, end);
  }
}

package org.numascape.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.numascape.design.GuestWords;
import org.numascape.domain.AllocationText;
import org.numascape.domain.Aspect;
import org.numascape.domain.CpuMode;
import org.numascape.domain.Domain;
import org.numascape.domain.GuestCell;
import org.numascape.domain.HostDevice;
import org.numascape.domain.MemoryDevice;
import org.numascape.domain.Scheduling;
import org.numascape.domain.ThreadScheduler;
import org.numascape.topology.MemorySize;

/// Says what an aspect of a guest is, in words that are the same for what libvirt makes the same:
/// it splits classes by vCPU, mirrors distances, and gives vCPUs that no cell names to cell 0.
public interface AspectWords {

  /// The words; `as it is` where there is nothing short to say.
  static String of(Aspect aspect, Domain guest) {
    return switch (aspect) {
      case NAME -> guest.name();
      case VCPUS -> vcpus(guest);
      case IO_THREADS ->
          guest.ioThreads().isEmpty()
              ? "none"
              : guest.ioThreads().stream()
                  .map(io -> Integer.toString(io.id()))
                  .collect(Collectors.joining(", "));
      case SCHEDULING -> classes(guest);
      case CPU_TIME -> time(guest);
      case ALLOCATIONS -> allocations(guest);
      case MEMORY -> memory(guest);
      case CPU_MODEL ->
          guest.cpu().model().or(() -> guest.cpu().mode().map(CpuMode::word)).orElse("default")
              + guest.cpu().cache().map(cache -> ", caches " + cache.mode()).orElse("");
      case TOPOLOGY -> guest.topology().map(GuestWords::topology).orElse("a socket a vCPU");
      case CELLS -> cells(guest);
      case HOST_DEVICES ->
          guest.devices().isEmpty()
              ? "none"
              : guest.devices().stream()
                  .map(HostDevice::address)
                  .sorted()
                  .collect(Collectors.joining(", "));
      case DEVICES -> devices(guest);
      case MEMORY_DEVICES ->
          guest.hardware().memoryDevices().isEmpty()
              ? "none"
              : guest.hardware().memoryDevices().stream()
                  .map(AspectWords::device)
                  .collect(Collectors.joining(", "));
      case VCPU_PINS, EMULATOR_PIN, IO_THREAD_PINS, NUMA_TUNE, BACKING -> "as it is";
    };
  }

  private static String vcpus(Domain guest) {
    var words = new ArrayList<String>();
    words.add(GuestWords.vcpuCount(guest));
    guest.vcpus().cpuset().ifPresent(cpus -> words.add("unpinned ones on CPUs " + cpus));
    if (!guest.vcpus().each().isEmpty()) {
      words.add("online " + guest.vcpus().online());
    }
    return String.join(", ", words);
  }

  private static String classes(Domain guest) {
    var tune = guest.cpuTune();
    var words = new ArrayList<String>();
    words.addAll(classes("vCPUs", tune.vcpuSchedulers()));
    words.addAll(classes("I/O threads", tune.ioThreadSchedulers()));
    tune.emulatorScheduler().ifPresent(one -> words.add("emulator " + one));
    return words.isEmpty() ? "like other processes" : String.join(", ", words);
  }

  private static List<String> classes(String whose, List<ThreadScheduler> classes) {
    var threads = new TreeMap<String, org.numascape.topology.CpuSet>();
    for (var one : classes) {
      Scheduling scheduling = one.scheduling();
      threads.merge(scheduling.toString(), one.threads(), org.numascape.topology.CpuSet::or);
    }
    return threads.entrySet().stream()
        .map(one -> whose + " " + one.getValue() + " " + one.getKey())
        .toList();
  }

  private static String time(Domain guest) {
    var tune = guest.cpuTune();
    var words = new ArrayList<String>();
    if (tune.shares().isPresent()) {
      words.add(tune.shares().getAsLong() + " shares");
    }
    tune.bandwidths()
        .forEach((scope, time) -> {
          time.quota().ifPresent(quota -> words.add(scope.element("quota") + " " + quota));
          time.period().ifPresent(period -> words.add(scope.element("period") + " " + period));
        });
    return words.isEmpty() ? "like others" : String.join(", ", words);
  }

  private static String allocations(Domain guest) {
    var told = guest.cpuTune().allocations();
    var words = new ArrayList<String>();
    words.add(AllocationText.caches(told.caches()));
    words.add(AllocationText.bandwidths(told.bandwidths()));
    words.removeIf(String::isEmpty);
    return words.isEmpty() ? "none" : String.join("; ", words);
  }

  private static String memory(Domain guest) {
    var memory = guest.memory();
    var words = new ArrayList<String>();
    words.add(MemorySize.ofKib(guest.totalKib()).toString());
    memory
        .maximum()
        .ifPresent(most ->
            words.add("up to " + MemorySize.ofKib(most.kib()) + " in " + most.slots() + " slots"));
    memory
        .tune()
        .hardLimit()
        .ifPresent(limit -> words.add("at most " + MemorySize.ofKib(limit) + " in all"));
    return String.join(", ", words);
  }

  private static String cells(Domain guest) {
    if (guest.cells().isEmpty()) {
      return "none";
    }
    return guest.memoryCells().stream()
        .map(cell -> cell(guest, cell))
        .collect(Collectors.joining("; "));
  }

  private static String cell(Domain guest, GuestCell cell) {
    var words = new ArrayList<String>();
    words.add(cell.vcpus().isEmpty() ? "no vCPU" : "vCPUs " + cell.vcpus());
    words.add(MemorySize.ofKib(cell.memoryKib()).toString());
    cell.access().ifPresent(access -> words.add(access.word()));
    boolean told = guest.cells().stream().anyMatch(one -> !one.distances().isEmpty());
    if (told) {
      words.add("distances " + distances(guest, cell));
    }
    return String.join(", ", words);
  }

  private static String distances(Domain guest, GuestCell from) {
    return guest.cells().stream()
        .map(to -> {
          var said = from.distances().get(to.id());
          var back = to.distances().get(from.id());
          int otherwise = from.id() == to.id() ? 10 : 20;
          return Integer.toString(said != null ? said : back != null ? back : otherwise);
        })
        .collect(Collectors.joining(" "));
  }

  private static String device(MemoryDevice device) {
    String where = device.node().isPresent() ? " in cell " + device.node().getAsInt() : "";
    String from = device.hostNodes().map(nodes -> " from nodes " + nodes).orElse("");
    return device.model() + " " + MemorySize.ofKib(device.sizeKib()) + where + from;
  }

  /// Where host devices sit, which buses have a node, and which threads serve disks. libvirt adds
  /// buses and addresses of its own.
  private static String devices(Domain guest) {
    var words = new ArrayList<String>();
    for (HostDevice device : guest.devices()) {
      device.guest().ifPresent(slot -> words.add(device.address() + " at " + slot));
    }
    guest.hardware().controllers().stream()
        .filter(bus -> bus.expander())
        .forEach(bus ->
            bus.node()
                .ifPresent(cell -> words.add("bus " + bus.index().orElse(0) + " on cell " + cell)));
    guest.hardware().disks().stream()
        .filter(disk -> !disk.ioThreads().isEmpty())
        .forEach(disk ->
            words.add(
                disk.target()
                    + " by I/O thread "
                    + disk.ioThreads().stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(", "))));
    return words.isEmpty() ? "as libvirt puts them" : String.join(", ", words);
  }
}

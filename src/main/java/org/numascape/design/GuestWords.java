package org.numascape.design;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.numascape.domain.CpuTopology;
import org.numascape.domain.Domain;
import org.numascape.domain.DomainState;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.domain.PageBacking;
import org.numascape.topology.HostTopology;
import org.numascape.topology.MemorySize;
import org.numascape.topology.PageSize;

/// Says in a few words what a guest is, the same wherever it is shown.
public interface GuestWords {

  /// `8 vCPU · 32 GiB · 1 GiB pages · strict · fifo:1`
  static String summary(Domain domain, HostTopology host) {
    var words = new ArrayList<String>();
    words.add(vcpuCount(domain) + " vCPU");
    words.add(MemorySize.ofKib(domain.memoryKib()).toString());
    words.add(pages(domain, host));
    words.add(mode(domain));
    domain.schedulers().stream()
        .map(one ->
            one.scheduler() + (one.priority().isPresent() ? ":" + one.priority().getAsInt() : ""))
        .distinct()
        .forEach(words::add);
    words.removeIf(String::isEmpty);
    return String.join(" · ", words);
  }

  /// `8`, or `4 of 8` where not all are plugged in.
  static String vcpuCount(Domain domain) {
    var vcpus = domain.vcpus();
    return vcpus.current() == vcpus.maximum()
        ? Integer.toString(vcpus.maximum())
        : vcpus.current() + " of " + vcpus.maximum();
  }

  /// `1 socket · 3 cores · 2 threads`; dies and clusters only where there are several.
  static String topology(CpuTopology cpus) {
    var words = new ArrayList<String>();
    words.add(count(cpus.sockets(), "socket"));
    if (cpus.dies() > 1) {
      words.add(count(cpus.dies(), "die"));
    }
    if (cpus.clusters() > 1) {
      words.add(count(cpus.clusters(), "cluster"));
    }
    words.add(count(cpus.cores(), "core"));
    words.add(count(cpus.threads(), "thread"));
    return String.join(" · ", words);
  }

  private static String count(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  /// `1 GiB pages`, `huge pages` where the host's default size decides, `mixed pages` where cells
  /// differ.
  static String pages(Domain domain, HostTopology host) {
    var kinds =
        domain.memoryCells().stream()
            .map(cell -> domain.pagesOf(cell.id()))
            .collect(Collectors.toSet());
    if (kinds.size() > 1) {
      return "mixed pages";
    }
    return switch (kinds.iterator().next()) {
      case PageBacking.Normal() -> basePage(host) + " pages";
      case PageBacking.DefaultHuge() -> "huge pages";
      case PageBacking.Huge(var size) -> size + " pages";
    };
  }

  /// The host's normal page: the smallest it tells of where that is one, else 4 KiB. Kernels of Arm
  /// and POWER may have 16 or 64 KiB.
  static PageSize basePage(HostTopology host) {
    return host.nodes().values().stream()
        .flatMap(node -> node.pools().stream())
        .map(pool -> pool.size())
        .filter(size -> size.kib() <= 64)
        .min(PageSize::compareTo)
        .orElse(PageSize.SMALL);
  }

  /// `strict`; several words where cells differ; nothing where no memory is bound.
  static String mode(Domain domain) {
    return domain.memoryCells().stream()
        .flatMap(cell -> domain.numaTune().bindingOf(cell.id()).stream())
        .map(MemoryBinding::mode)
        .map(mode -> mode.word())
        .distinct()
        .collect(Collectors.joining("/"));
  }

  /// `running`, `paused`, `shut off`, `from a file`
  static String state(DomainState state) {
    return switch (state) {
      case RUNNING -> "running";
      case PAUSED -> "paused";
      case SHUT_OFF -> "shut off";
      case FILE -> "from a file";
    };
  }

  /// A guest's parts as one list in reading order: itself, each cell with its vCPUs, emulator, I/O
  /// threads, devices.
  static List<Item> parts(Guest guest) {
    var id = guest.id();
    var domain = guest.wanted();
    var parts = new ArrayList<Item>();
    parts.add(new Item.WholeGuest(id));
    for (var cell : domain.memoryCells()) {
      parts.add(new Item.Cell(id, cell.id()));
      cell.vcpus().stream().forEach(vcpu -> parts.add(new Item.Vcpu(id, vcpu)));
    }
    parts.add(new Item.Emulator(id));
    domain.ioThreads().forEach(io -> parts.add(new Item.IoThread(id, io.id())));
    domain.devices().forEach(device -> parts.add(new Item.Device(id, device.address())));
    return parts;
  }
}

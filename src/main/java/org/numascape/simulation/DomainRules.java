package org.numascape.simulation;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.numascape.domain.Domain;
import org.numascape.domain.MemoryBacking;
import org.numascape.domain.MemoryMode;
import org.numascape.topology.CpuSet;

/// What libvirt refuses of a domain it could parse, with its error numbers.
///
/// Source: libvirt 9.0 `virDomainNumaDefValidate`, `virDomainNumatuneNodeParseXML`,
/// `virDomainDefParseXML`, `qemuValidateDomainVCpuTopology`, `virDomainDefMemtuneValidate`,
/// `virDomainDefPostParseMemory`.
interface DomainRules {

  /// In the order libvirt finds them.
  List<Function<Domain, Optional<Refusal>>> ALL =
      List.of(
          DomainRules::overlappingCells,
          DomainRules::cellsBeyondTheVcpus,
          DomainRules::memnodesWithoutCell,
          DomainRules::memnodesUnderNumad,
          DomainRules::restrictiveMixed,
          DomainRules::topologyProduct,
          DomainRules::pages,
          DomainRules::roomForMemory);

  /// The first thing wrong.
  static Optional<Refusal> check(Domain domain) {
    return ALL.stream().map(rule -> rule.apply(domain)).flatMap(Optional::stream).findFirst();
  }

  private static Optional<Refusal> overlappingCells(Domain domain) {
    var seen = CpuSet.EMPTY;
    for (var cell : domain.cells()) {
      if (cell.vcpus().intersects(seen)) {
        return Optional.of(new Refusal(67, "NUMA cells have overlapping vCPU ids"));
      }
      seen = seen.or(cell.vcpus());
    }
    return Optional.empty();
  }

  private static Optional<Refusal> cellsBeyondTheVcpus(Domain domain) {
    boolean beyond =
        domain.cells().stream().anyMatch(cell -> cell.vcpus().last() >= domain.vcpus().maximum());
    return Refusal.when(beyond, 1, "Number of CPUs in <numa> exceeds the <vcpu> count");
  }

  private static Optional<Refusal> memnodesWithoutCell(Domain domain) {
    boolean without =
        domain.numaTune().cells().keySet().stream().anyMatch(cell -> domain.cell(cell).isEmpty());
    return Refusal.when(
        without,
        27,
        "Argument 'cellid' in numatune memnode element must correspond to existing guest's NUMA cell");
  }

  private static Optional<Refusal> memnodesUnderNumad(Domain domain) {
    boolean both = domain.numaTune().automatic() && !domain.numaTune().cells().isEmpty();
    return Refusal.when(
        both, 67, "Per-node binding is not compatible with automatic NUMA placement");
  }

  private static Optional<Refusal> restrictiveMixed(Domain domain) {
    var tune = domain.numaTune();
    long restrictive =
        tune.cells().values().stream()
            .filter(rule -> rule.mode() == MemoryMode.RESTRICTIVE)
            .count();
    boolean common =
        tune.memory().filter(rule -> rule.mode() == MemoryMode.RESTRICTIVE).isPresent();
    boolean mixed = !tune.cells().isEmpty() && restrictive != (common ? tune.cells().size() : 0);
    return Refusal.when(
        mixed,
        27,
        "'restrictive' mode is required in memnode element when mode is 'restrictive' in memory element");
  }

  private static Optional<Refusal> topologyProduct(Domain domain) {
    boolean other =
        domain.topology().filter(t -> t.product() != domain.vcpus().maximum()).isPresent();
    return Refusal.when(other, 67, "CPU topology doesn't match maximum vcpu count");
  }

  private static Optional<Refusal> pages(Domain domain) {
    var pages = domain.backing().pages();
    boolean twoForAll = pages.stream().filter(page -> page.cells().isEmpty()).count() > 1;
    if (twoForAll) {
      return Optional.of(new Refusal(35, "only one page without nodeset is allowed in hugepages"));
    }
    var seen = CpuSet.EMPTY;
    for (var cells :
        pages.stream().map(MemoryBacking.Page::cells).flatMap(Optional::stream).toList()) {
      boolean unknown = cells.stream().anyMatch(cell -> cell > 0 && domain.cell(cell).isEmpty());
      if (unknown || cells.intersects(seen)) {
        return Optional.of(
            new Refusal(
                35, "hugepages: nodeset " + cells + " overlaps or names no guest NUMA node"));
      }
      seen = seen.or(cells);
    }
    return Optional.empty();
  }

  private static Optional<Refusal> roomForMemory(Domain domain) {
    var maximum = domain.memory().maximum();
    if (maximum.isEmpty()) {
      return Refusal.when(
          !domain.hardware().memoryDevices().isEmpty(),
          67,
          "cannot use/hotplug a memory device when domain 'maxMemory' is not defined");
    }
    return Refusal.when(
        maximum.get().kib() < domain.totalKib(),
        27,
        "maximum memory size must be equal or greater than the actual memory size");
  }
}

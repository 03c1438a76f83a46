package org.numascape.lint;

import java.util.ArrayList;
import java.util.List;
import org.numascape.format.FormatException;
import org.numascape.lint.ProxmoxText.Setting;
import org.numascape.topology.CpuSet;

/// Finds the mistakes in the cells of Proxmox's virtual machines (I-17).
///
/// Source: Proxmox `PVE/QemuServer/Memory.pm`.
final class ProxmoxLint implements KindLint {

  private static final int MOST_CELLS = 8;

  @Override
  public List<Finding> examine(String source, String text) throws FormatException {
    var vm = ProxmoxText.read(text);
    if (vm.settings().isEmpty()) {
      throw new FormatException(
          source, 0, "there is no setting in it: cores: 4, or qm set 100 --cores 4.");
    }
    var found = new ArrayList<Finding>();
    var cells = vm.cells().toList();
    cpus(vm, cells, found);
    for (var cell : cells) {
      parts(cell, found);
    }
    if (!cells.isEmpty()) {
      memory(vm, cells, found);
      enabled(vm, cells.getFirst(), "numa0 and its like", found);
      hugePages(vm, cells, found);
    } else {
      vm.setting("hugepages").ifPresent(pages -> enabled(vm, pages, "hugepages", found));
    }
    if (cells.size() > MOST_CELLS) {
      add(
          found,
          cells.get(MOST_CELLS).span(),
          "there are %d cells, Proxmox takes %d.".formatted(cells.size(), MOST_CELLS),
          List.of());
    }
    return found;
  }

  private static void cpus(ProxmoxText vm, List<Setting> cells, List<Finding> found) {
    var lists = new ArrayList<Property>();
    var sets = new ArrayList<CpuSet>();
    for (var cell : cells) {
      var list = cell.part("cpus").or(() -> cell.part(""));
      if (list.isPresent()) {
        lists.add(list.get());
        sets.add(set(list.get().value()));
      }
    }
    var all = sets.stream().reduce(CpuSet.EMPTY, CpuSet::or);
    int sum = sets.stream().mapToInt(CpuSet::size).sum();
    boolean told = vm.setting("cores").isPresent() || vm.setting("sockets").isPresent();
    int vcpus = told ? vm.number("sockets", 1) * vm.number("cores", 1) : all.size();
    boolean guest = all.equals(vcpus > 0 ? CpuSet.range(0, vcpus - 1) : CpuSet.EMPTY);
    boolean decided = !all.isEmpty() && vcpus > 0 && vcpus < 16_384;
    if (!decided || (guest && sum == all.size())) {
      return;
    }
    var right = sum == vcpus ? EvenSplit.renumbered(sets) : EvenSplit.of(vcpus, sets.size(), 1);
    boolean enough = right.stream().noneMatch(CpuSet::isEmpty) && (told || sum == all.size());
    var correction = new ArrayList<Splice>();
    for (int i = 0; i < lists.size() && enough; i++) {
      correction.add(
          Splice.replace(lists.get(i).valueSpan(), right.get(i).toString().replace(',', ';')));
    }
    String what =
        sum > all.size()
            ? "a vCPU is in two cells"
            : all.last() >= vcpus
                ? "the cells have CPUs " + all + ", which look like CPUs of the host"
                : "the cells have CPUs " + all;
    add(
        found,
        lists.getFirst().valueSpan(),
        "%s; cpus= counts the guest's own, 0 to %d, each in one cell. Which host CPUs they run on is set by affinity, for the whole guest. Here that is %s."
            .formatted(
                what,
                vcpus - 1,
                String.join(" and ", right.stream().map(CpuSet::toString).toList())),
        correction);
  }

  private static CpuSet set(String list) {
    try {
      return CpuSet.parse(list.replace(';', ','));
    } catch (IllegalArgumentException noList) {
      return CpuSet.EMPTY;
    }
  }

  private static void parts(Setting cell, List<Finding> found) {
    boolean cpus = cell.part("cpus").isPresent() || cell.part("").isPresent();
    if (!cpus || cell.part("memory").isEmpty()) {
      add(
          found,
          cell.span(),
          "%s has no %s; Proxmox wants cpus= and memory= in each cell."
              .formatted(cell.key(), cpus ? "memory=" : "cpus="),
          List.of());
    }
    if (cell.part("hostnodes").isPresent() && cell.part("policy").isEmpty()) {
      add(
          found,
          cell.part("hostnodes").orElseThrow().span(),
          "%s has hostnodes without policy, and Proxmox refuses that. Add policy=bind, or preferred or interleave."
              .formatted(cell.key()),
          List.of(Splice.insert(cell.valueSpan().end(), ",policy=bind")));
    }
  }

  private static void memory(ProxmoxText vm, List<Setting> cells, List<Finding> found) {
    var setting = vm.setting("memory");
    var whole = setting.flatMap(memory -> memory.part("current").or(() -> memory.part("")));
    long sum = 0;
    for (var cell : cells) {
      String amount = cell.part("memory").map(Property::value).orElse("");
      if (!amount.matches("[0-9]{1,9}")) {
        return;
      }
      sum += Long.parseLong(amount);
    }
    boolean known =
        whole.map(Property::value).filter(text -> text.matches("[0-9]{1,9}")).isPresent();
    if (known && Long.parseLong(whole.orElseThrow().value()) != sum) {
      add(
          found,
          whole.get().valueSpan(),
          "the guest has %s MB, its %d cells have %d together, and Proxmox refuses that. Write %d, or change the cells."
              .formatted(whole.get().value(), cells.size(), sum, sum),
          List.of(Splice.replace(whole.get().valueSpan(), Long.toString(sum))));
    }
  }

  private static void enabled(ProxmoxText vm, Setting first, String what, List<Finding> found) {
    var numa = vm.setting("numa");
    boolean command = first.option() && numa.isEmpty();
    if (command || numa.map(Setting::value).filter("1"::equals).isPresent()) {
      return; // a command may change one setting of a machine that has the others
    }
    add(
        found,
        numa.orElse(first).span(),
        "%s need numa: 1%s."
            .formatted(what, numa.isPresent() ? ", and it is " + numa.get().value() : ""),
        numa.map(setting -> List.of(Splice.replace(setting.valueSpan(), "1")))
            .orElseGet(() -> List.of(vm.before(first, "numa", "1"))));
  }

  private static void hugePages(ProxmoxText vm, List<Setting> cells, List<Finding> found) {
    if (vm.setting("hugepages").isEmpty()) {
      return;
    }
    for (var cell : cells) {
      var nodes = cell.part("hostnodes");
      int count = nodes.map(property -> set(property.value()).size()).orElse(0);
      if (count != 1) {
        add(
            found,
            cell.span(),
            "%s has %s host nodes; with hugepages Proxmox wants exactly one in each cell."
                .formatted(cell.key(), count == 0 ? "no" : Integer.toString(count)),
            List.of());
      }
    }
  }

  private static void add(List<Finding> found, Span span, String message, List<Splice> correction) {
    found.add(Finding.error("I-17", span, message, correction));
  }
}

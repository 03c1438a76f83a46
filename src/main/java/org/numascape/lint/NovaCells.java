package org.numascape.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.numascape.topology.CpuSet;

/// I-16, cells: guest CPU ids that are host ids, CPUs twice or missing, memory that does not add
/// up.
final class NovaCells {

  private final String text;
  private final List<NovaSpec> specs;
  private final List<Finding> found = new ArrayList<>();

  NovaCells(String text, List<NovaSpec> specs) {
    this.text = text;
    this.specs = List.copyOf(specs);
  }

  List<Finding> examine() {
    var cpus = named("hw:numa_cpus");
    var memory = named("hw:numa_mem");
    cpus(cpus);
    memory(memory);
    count(cpus, memory);
    return found;
  }

  private List<NovaSpec> named(String name) {
    return specs.stream()
        .filter(spec -> spec.name().equals(name) && spec.cell().isPresent())
        .toList();
  }

  private void cpus(List<NovaSpec> cpus) {
    var sets = new ArrayList<CpuSet>();
    var all = CpuSet.EMPTY;
    var twice = CpuSet.EMPTY;
    for (var spec : cpus) {
      CpuSet set;
      try {
        set = CpuSet.parse(spec.value());
      } catch (IllegalArgumentException noList) {
        found.add(
            Finding.error(
                "I-16",
                spec.valueSpan(),
                "%s is \"%s\", which is no list of CPUs such as 0-3,8."
                    .formatted(spec.key(), spec.value()),
                List.of()));
        return;
      }
      twice = twice.or(all.and(set));
      all = all.or(set);
      sets.add(set);
    }
    if (all.isEmpty()) {
      return;
    }
    int vcpus = number("vcpus").orElse(all.size());
    boolean complete = all.equals(CpuSet.range(0, Math.max(0, vcpus - 1)));
    if (!twice.isEmpty()) {
      refused(cpus, sets, vcpus, "guest CPUs " + twice + " are in more than one cell");
    } else if (!complete && vcpus >= all.size() && all.last() >= vcpus) {
      refused(
          cpus, sets, vcpus, "the cells have CPUs " + all + ", which look like CPUs of the host");
    } else if (!complete) {
      refused(cpus, sets, vcpus, "the cells have CPUs " + all);
    }
  }

  private void refused(List<NovaSpec> cpus, List<CpuSet> sets, int vcpus, String what) {
    boolean sum = sets.stream().mapToInt(CpuSet::size).sum() == vcpus;
    var right = sum ? EvenSplit.renumbered(sets) : EvenSplit.of(vcpus, sets.size(), 1);
    boolean enough = right.stream().noneMatch(CpuSet::isEmpty);
    var correction = new ArrayList<Splice>();
    for (int i = 0; i < cpus.size() && enough; i++) {
      correction.add(Splice.replace(cpus.get(i).valueSpan(), right.get(i).toString()));
    }
    String message =
        "%s; hw:numa_cpus counts the guest's own CPUs, each of 0 to %d exactly once, and Nova refuses else. Shared out over %d cells they are %s."
            .formatted(
                what,
                vcpus - 1,
                sets.size(),
                String.join(" and ", right.stream().map(CpuSet::toString).toList()));
    found.add(Finding.error("I-16", cpus.getFirst().valueSpan(), message, correction));
  }

  private void memory(List<NovaSpec> memory) {
    long sum = 0;
    for (var spec : memory) {
      if (!spec.value().matches("[0-9]{1,9}")) {
        found.add(
            Finding.error(
                "I-16",
                spec.valueSpan(),
                "%s is \"%s\"; it is a number of MiB.".formatted(spec.key(), spec.value()),
                List.of()));
        return;
      }
      sum += Long.parseLong(spec.value());
    }
    var ram = ram();
    if (memory.isEmpty() || ram.isEmpty() || ram.getAsLong() == sum) {
      return;
    }
    long each = ram.getAsLong() / memory.size();
    boolean even = each * memory.size() == ram.getAsLong() && each > 0;
    String message =
        "the cells have %,d MiB together, the flavor %,d; Nova refuses, both must be equal.%s"
            .formatted(sum, ram.getAsLong(), even ? " Evenly it is %d each.".formatted(each) : "");
    List<Splice> correction =
        even
            ? memory.stream()
                .map(spec -> Splice.replace(spec.valueSpan(), Long.toString(each)))
                .toList()
            : List.of();
    found.add(Finding.error("I-16", memory.getFirst().valueSpan(), message, correction));
  }

  /// Cells counted by `hw:numa_nodes` against cells described.
  private void count(List<NovaSpec> cpus, List<NovaSpec> memory) {
    var nodes = specs.stream().filter(spec -> spec.key().equals("hw:numa_nodes")).findFirst();
    if (!cpus.isEmpty() && !memory.isEmpty() && cpus.size() != memory.size()) {
      found.add(
          Finding.error(
              "I-16",
              memory.getFirst().keySpan(),
              "%d cells have hw:numa_cpus and %d have hw:numa_mem; Nova wants both for all cells or for none."
                  .formatted(cpus.size(), memory.size()),
              List.of()));
      return;
    }
    boolean half = cpus.isEmpty() != memory.isEmpty();
    if (half) {
      half(cpus.isEmpty() ? memory : cpus, cpus.isEmpty());
    }
    int described = Math.max(cpus.size(), memory.size());
    nodes
        .filter(spec -> described > 0 && spec.value().matches("[0-9]{1,4}"))
        .filter(spec -> Integer.parseInt(spec.value()) != described)
        .ifPresent(spec ->
            found.add(
                Finding.error(
                    "I-16",
                    spec.valueSpan(),
                    "hw:numa_nodes says %s cells and %d are described; Nova refuses. Say %d."
                        .formatted(spec.value(), described, described),
                    List.of(Splice.replace(spec.valueSpan(), Integer.toString(described))))));
  }

  private void half(List<NovaSpec> given, boolean cpusMissing) {
    var amount = cpusMissing ? number("vcpus") : OptionalInt.empty();
    var ram = cpusMissing ? OptionalLong.empty() : ram();
    var splices = new ArrayList<Splice>();
    for (int i = 0; i < given.size(); i++) {
      var spec = given.get(i);
      String other = (cpusMissing ? "hw:numa_cpus." : "hw:numa_mem.") + spec.cell().orElseThrow();
      if (amount.isPresent()) {
        var share = EvenSplit.of(amount.getAsInt(), given.size(), 1).get(i);
        beside(spec, other, share.toString()).ifPresent(splices::add);
      } else if (ram.isPresent() && ram.getAsLong() % given.size() == 0) {
        beside(spec, other, Long.toString(ram.getAsLong() / given.size())).ifPresent(splices::add);
      }
    }
    String message =
        "the cells have %s but no %s; Nova takes both or neither."
            .formatted(
                cpusMissing ? "hw:numa_mem" : "hw:numa_cpus",
                cpusMissing ? "hw:numa_cpus" : "hw:numa_mem");
    boolean whole = splices.size() == given.size();
    found.add(
        Finding.error("I-16", given.getFirst().keySpan(), message, whole ? splices : List.of()));
  }

  private Optional<Splice> beside(NovaSpec spec, String key, String value) {
    return NovaNeeds.beside(text, spec, key, value);
  }

  private OptionalInt number(String field) {
    var amount = field(field);
    return amount.isPresent() && amount.getAsLong() <= 16_384 && amount.getAsLong() > 0
        ? OptionalInt.of((int) amount.getAsLong())
        : OptionalInt.empty();
  }

  private OptionalLong ram() {
    return field("ram");
  }

  /// What the flavor itself says: `--ram 8192`, `| ram | 8192 |`, `"ram": 8192`.
  private OptionalLong field(String name) {
    var matcher =
        Pattern.compile("(?<![\\w:])" + name + "[ \\t]{0,40}[\"'|=: \\t]{1,8}(\\d{1,9})(?!\\d)")
            .matcher(text);
    return matcher.find()
        ? OptionalLong.of(Long.parseLong(matcher.group(1)))
        : OptionalLong.empty();
  }
}

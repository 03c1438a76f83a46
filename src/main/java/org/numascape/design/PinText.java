package org.numascape.design;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.numascape.domain.Domain;
import org.numascape.topology.CpuSet;

/// The pins of a guest's vCPUs as text people can type, one line for as many vCPUs as it fits.
///
/// `0-3: 8,40,9,41` gives each vCPU one CPU, in the order written; `4-5: {10-11}` lets each of them
/// run on the whole set; vCPUs that no line names are not pinned. Blank lines and what follows `#`
/// are skipped. Left are guest vCPU ids, right are host CPUs by OS index.
public sealed interface PinText {

  /// The text is right and says this: host CPUs (OS indexes) by guest vCPU id.
  record Pins(Map<Integer, CpuSet> pins) implements PinText {
    /// Copies the map, in ascending order of vCPU.
    public Pins {
      pins = Collections.unmodifiableMap(new TreeMap<>(pins));
    }
  }

  /// The text is wrong, here and there.
  record Mistakes(List<Mistake> mistakes) implements PinText {
    /// Copies the list.
    public Mistakes {
      mistakes = List.copyOf(mistakes);
    }
  }

  /// One wrong line, counted from 1, and what is wrong with it.
  record Mistake(int line, String what) {
    /// `line 2: vCPU 9 does not exist, the last one is 7`
    @Override
    public String toString() {
      return "line " + line + ": " + what;
    }
  }

  /// Reads pins for a guest with `vcpus` vCPUs on a host with these CPUs (OS indexes).
  static PinText parse(String text, int vcpus, CpuSet host) {
    var pins = new TreeMap<Integer, CpuSet>();
    var mistakes = new ArrayList<Mistake>();
    var lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      try {
        new PinLine(vcpus, host).read(lines.get(i), pins);
      } catch (IllegalArgumentException wrong) {
        mistakes.add(new Mistake(i + 1, String.valueOf(wrong.getMessage())));
      }
    }
    return mistakes.isEmpty() ? new Pins(pins) : new Mistakes(mistakes);
  }

  /// Writes pins so that [#parse] reads the same back, in as few lines as that takes.
  static String format(Map<Integer, CpuSet> pins) {
    var lines = new StringJoiner("\n");
    var run = new TreeMap<Integer, CpuSet>();
    new TreeMap<>(pins)
        .forEach((vcpu, cpus) -> {
          if (!run.isEmpty() && !continues(run, vcpu, cpus)) {
            lines.add(line(run));
            run.clear();
          }
          run.put(vcpu, cpus);
        });
    if (!run.isEmpty()) {
      lines.add(line(run));
    }
    return lines.toString();
  }

  private static boolean continues(NavigableMap<Integer, CpuSet> run, int vcpu, CpuSet cpus) {
    var last = run.lastEntry();
    boolean next = last.getKey() + 1 == vcpu;
    boolean exact = last.getValue().size() == 1 && cpus.size() == 1;
    return next && (exact || last.getValue().equals(cpus));
  }

  private static String line(NavigableMap<Integer, CpuSet> run) {
    String vcpus = CpuSet.of(run.keySet()) + ": ";
    var first = run.firstEntry().getValue();
    if (first.size() > 1) {
      return vcpus + "{" + first + "}";
    }
    return vcpus + inOrder(run.values().stream().mapToInt(CpuSet::last).toArray());
  }

  /// Three or more ascending neighbours become a range.
  private static String inOrder(int[] cpus) {
    var list = new StringJoiner(",");
    int from = 0;
    while (from < cpus.length) {
      int to = from;
      while (to + 1 < cpus.length && cpus[to + 1] == cpus[to] + 1) {
        to++;
      }
      if (to - from < 2) {
        to = from;
      }
      list.add(to == from ? Integer.toString(cpus[from]) : cpus[from] + "-" + cpus[to]);
      from = to + 1;
    }
    return list.toString();
  }

  /// The edit that gives a guest exactly these pins.
  static Edit edit(Guest guest, Map<Integer, CpuSet> pins) {
    Domain before = guest.wanted();
    var gone = CpuSet.of(before.vcpuPins().keySet()).minus(CpuSet.of(pins.keySet()));
    var edits = new ArrayList<Edit>();
    if (!gone.isEmpty()) {
      edits.add(new Edit.UnpinVcpus(guest.id(), gone));
    }
    if (!pins.isEmpty()) {
      edits.add(new Edit.PinVcpus(guest.id(), pins));
    }
    return new Edit.Together("Pin the vCPUs of " + guest.name() + " as written", edits);
  }
}

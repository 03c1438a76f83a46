package org.numascape.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.numascape.topology.CpuPackage;
import org.numascape.topology.HostTopology;
import org.numascape.topology.ObjectId;
import org.numascape.topology.TopologyObject;

/// The host's name, the CPU models, and the words that both hosts tell of the machine as a whole
/// (firmware, kernel).
final class Names implements Aspect {

  /// Words on how the host was read, not on the host.
  private static final Set<String> OF_THE_READING =
      Set.of("hwlocVersion", "ProcessName", "Backend", "SyntheticDescription", "MemoryTiersNr");

  @Override
  public Stream<Difference> compare(HostTopology before, HostTopology after) {
    var differences = new ArrayList<Difference>();
    String model = models(before);
    if (!model.isEmpty() && !models(after).isEmpty()) {
      tell(
          differences,
          Weight.NOTABLE,
          "CPU model",
          model,
          models(after),
          packages(before),
          packages(after));
    }
    tell(
        differences,
        Weight.MINOR,
        "host name",
        before.machine().name(),
        after.machine().name(),
        List.of(),
        List.of());
    var then = before.facts().infos(before.machine().id());
    var now = after.facts().infos(after.machine().id());
    for (String word : new TreeSet<>(then.keySet())) {
      if (now.containsKey(word) && !OF_THE_READING.contains(word) && !word.equals("HostName")) {
        tell(
            differences,
            Weight.MINOR,
            word,
            then.getOrDefault(word, ""),
            now.getOrDefault(word, ""),
            List.of(),
            List.of());
      }
    }
    return differences.stream();
  }

  private static void tell(
      List<Difference> differences,
      Weight weight,
      String what,
      String then,
      String now,
      List<ObjectId> inBefore,
      List<ObjectId> inAfter) {
    if (!then.equals(now)) {
      differences.add(
          new Difference(Topic.NAMES, weight, what, words(then), words(now), inBefore, inAfter));
    }
  }

  private static String words(String text) {
    return text.isBlank() ? "not told" : text;
  }

  private static String models(HostTopology host) {
    return host.all(CpuPackage.class).stream()
        .map(CpuPackage::model)
        .filter(model -> !model.isBlank())
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static List<ObjectId> packages(HostTopology host) {
    return host.all(CpuPackage.class).stream().map(TopologyObject::id).toList();
  }
}

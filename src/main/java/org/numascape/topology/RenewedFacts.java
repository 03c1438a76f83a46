package org.numascape.topology;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts what a later description tells into the facts of an earlier one. The earlier tree is the
/// one that is drawn, so what is told of an object counts only where both trees mean the same
/// object by its id; what the later description is silent about stays.
///
/// @param old the host as read first
/// @param now the host as read last
record RenewedFacts(HostTopology old, HostTopology now) {

  /// The facts of both.
  HostFacts facts() {
    var before = old.facts();
    var after = now.facts();
    var groups = new HashMap<>(before.iommuGroups());
    groups.putAll(after.iommuGroups());
    return new HostFacts(
        infos(),
        later(before.attributes(), after.attributes()),
        later(before.matrices(), matrices()),
        later(before.cpuKinds(), after.cpuKinds()),
        later(before.cacheBanks(), after.cacheBanks()),
        groups,
        before.guesses(),
        later(before.contradictions(), after.contradictions()),
        before.settings().renewedBy(after.settings()),
        before.changes());
  }

  private static <T> List<T> later(List<T> before, List<T> after) {
    return after.isEmpty() ? before : after;
  }

  private Map<ObjectId, Map<String, String>> infos() {
    var infos = new LinkedHashMap<>(old.facts().infos());
    now.facts()
        .infos()
        .forEach((id, words) -> {
          if (isSame(id)) {
            var joined = new LinkedHashMap<>(old.facts().infos(id));
            joined.putAll(words);
            infos.put(id, joined);
          }
        });
    return infos;
  }

  private List<ObjectMatrix> matrices() {
    return now.facts().matrices().stream()
        .filter(matrix -> matrix.objects().stream().allMatch(this::isSame))
        .toList();
  }

  private boolean isSame(ObjectId id) {
    var before = old.object(id).map(RenewedFacts::identity);
    return before.isPresent() && before.equals(now.object(id).map(RenewedFacts::identity));
  }

  /// What an object is known by whatever source tells of it.
  private static Object identity(TopologyObject object) {
    return switch (object) {
      case Machine _ -> Optional.empty();
      case Pu pu -> pu.osIndex();
      case NumaNode node -> node.osIndex();
      case PciDevice device -> device.address();
      case Bridge bridge -> bridge.address();
      case OsDevice device -> device.name();
      case Misc misc -> misc.name();
      case CpuPackage _, Die _, Group _, Core _, Cache _, MemoryCache _ -> object.cpus();
    };
  }
}

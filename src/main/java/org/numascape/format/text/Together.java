package org.numascape.format.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.numascape.format.Draft;
import org.numascape.format.FormatException;
import org.numascape.format.Supplement;
import org.numascape.topology.HostTopology;
import org.numascape.topology.ObjectKind;
import org.numascape.topology.PuState;

/// Several sources on one host, joined.
public final class Together {

  private Together() {}

  /// The host that texts describe without a description of the whole.
  ///
  /// @param source the name people know the texts by
  /// @throws FormatException when no text tells a CPU; the message says what to add
  public static HostTopology host(String source, List<Told> told) throws FormatException {
    var settled = new Settled(told);
    if (settled.cpus.isEmpty()) {
      String titles =
          told.stream()
              .map(text -> text.tool().title())
              .distinct()
              .collect(Collectors.joining(", "));
      throw new FormatException(
          source,
          0,
          titles
              + " alone tell no CPUs; add the output of lscpu -e or numactl -H, or virsh capabilities.");
    }
    return TextHost.of(settled);
  }

  /// What texts tell of caches and of CPUs that are off, for a host that is described as a whole by
  /// a source that does not list them (libvirt).
  ///
  /// @param told the description itself ([Told#of]) and the texts
  public static Supplement beside(Tool whole, List<Told> told) {
    var settled = new Settled(told);
    var shape = new Shape(settled);
    var known = new HashSet<ObjectKind>();
    told.stream()
        .filter(source -> source.tool() == whole)
        .forEach(source -> known.addAll(source.parts().keySet()));
    var caches = new CacheDrafts(settled, shape);
    var parts = new ArrayList<Draft>();
    var guesses = new HashMap<String, String>();
    shape.parts().keySet().stream()
        .filter(kind -> CacheDrafts.isCache(kind) && !known.contains(kind))
        .forEach(kind -> {
          var found = caches.of(kind);
          parts.addAll(found);
          Optional.ofNullable(shape.guesses().get(kind))
              .ifPresent(why -> found.forEach(cache -> guesses.put(cache.key(), why)));
        });
    settled.offline.stream().forEach(cpu -> parts.add(Draft.pu(cpu, PuState.OFFLINE)));
    return new Supplement(parts, guesses);
  }

  /// A host that is described as a whole, with what texts tell besides.
  ///
  /// @param told the description itself ([Told#of]) and the texts
  public static HostTopology completed(HostTopology base, List<Told> told) {
    return new Completed(new Settled(told)).host(base);
  }
}

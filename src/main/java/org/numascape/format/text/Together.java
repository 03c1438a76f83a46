package org.numascape.format.text;

import java.util.List;
import java.util.stream.Collectors;
import org.numascape.format.FormatException;
import org.numascape.topology.HostTopology;

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

  /// A host that is described as a whole, with what texts tell besides.
  ///
  /// @param told the description itself ([Told#of]) and the texts
  public static HostTopology completed(HostTopology base, List<Told> told) {
    return new Completed(new Settled(told)).host(base);
  }
}

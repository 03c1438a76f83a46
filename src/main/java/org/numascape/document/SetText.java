package org.numascape.document;

import java.util.BitSet;
import java.util.Optional;
import java.util.regex.Pattern;
import org.numascape.format.FormatException;
import org.numascape.topology.CpuSet;
import org.numascape.topology.NodeSet;

/// Reads sets in the list text that [CpuSet] and [NodeSet] write: `0-3,8`.
///
/// Not their own `parse`, which keeps to libvirt's highest id: a host may be larger than libvirt
/// allows, and its design has to open again.
interface SetText {

  /// The highest index a design may name.
  int HIGHEST = 1 << 20;

  /// One index or a range.
  Pattern ITEM = Pattern.compile("\\s*(\\d{1,7})(?:-(\\d{1,7}))?\\s*");

  /// A set of CPUs.
  static CpuSet cpus(JsonPart part) throws FormatException {
    return new CpuSet(bits(part));
  }

  /// A set of CPUs; the empty set when the member is absent.
  static CpuSet cpus(JsonPart object, String name) throws FormatException {
    return optionalCpus(object, name).orElse(CpuSet.EMPTY);
  }

  /// A set of CPUs, if the member is there.
  static Optional<CpuSet> optionalCpus(JsonPart object, String name) throws FormatException {
    var found = object.member(name);
    return found.isEmpty() ? Optional.empty() : Optional.of(cpus(found.get()));
  }

  /// A set of nodes.
  static NodeSet nodes(JsonPart part) throws FormatException {
    return new NodeSet(bits(part));
  }

  private static BitSet bits(JsonPart part) throws FormatException {
    var bits = new BitSet();
    String text = part.string();
    if (text.isBlank()) {
      return bits;
    }
    for (String item : text.split(",", -1)) {
      var range = ITEM.matcher(item);
      if (!range.matches()) {
        throw part.wrong("\"" + item + "\" is neither an index nor a range such as 0-3.");
      }
      int first = Integer.parseInt(range.group(1));
      int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
      if (last < first || last > HIGHEST) {
        throw part.wrong("\"" + item + "\" runs backwards or above " + HIGHEST + ".");
      }
      bits.set(first, last + 1);
    }
    return bits;
  }
}

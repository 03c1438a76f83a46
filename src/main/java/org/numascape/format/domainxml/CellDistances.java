package org.numascape.format.domainxml;

import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.numascape.domain.CellFault;
import org.numascape.format.FormatException;

/// Reads `cell/distances`.
///
/// Source: libvirt `virDomainNumaDefNodeDistanceParseXML`. What it cannot read it refuses, and
/// before 11.3 dies of: so that is blamed here, and never read as if it were not there.
record CellDistances(XmlText xml) {

  /// The distances of a cell to others by their id. Of two to one cell the last counts, were not
  /// one of them wrong: libvirt refuses that one.
  ///
  /// @param cells how many cells the guest has
  Map<Integer, Integer> of(XmlElement cell, int id, int cells) throws FormatException {
    var distances = new TreeMap<Integer, Integer>();
    for (var element : cell.all("distances").toList()) {
      var siblings = element.all("sibling").toList();
      if (siblings.isEmpty()) {
        throw xml.wrong(
            element,
            "guest cell " + id + " has distances to no cell; name one or leave the element out.");
      }
      for (var sibling : siblings) {
        int to = number(id, sibling, "id");
        int value = number(id, sibling, "value");
        var before = distances.get(to);
        if (before == null || CellFault.distanceHolds(id, to, before, cells)) {
          distances.put(to, value);
        }
      }
    }
    return distances;
  }

  private int number(int cell, XmlElement sibling, String name) throws FormatException {
    var text = sibling.value(name);
    String wrong =
        text.map(said -> " has the %s \"%s\", which is no plain number.".formatted(name, said))
            .orElse(" has no " + name + ".");
    return plain(text.orElse(""))
        .orElseThrow(() -> xml.wrong(sibling, "a distance of guest cell " + cell + wrong));
  }

  /// Digits only: what libvirt's parser makes of signs, blanks and other scripts is not worth the
  /// risk.
  static OptionalInt plain(String text) {
    boolean digits =
        !text.isEmpty() && text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
  }
}

package org.numascape.design;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.numascape.domain.Domain;

/// Distances between guest cells, as libvirt takes them: 10 to itself, 11 to 255 to others.
interface Distances {

  /// What libvirt assumes where nothing is said.
  int REMOTE = 20;

  /// The rows copied.
  ///
  /// @throws IllegalArgumentException for a value libvirt refuses
  static Map<Integer, Map<Integer, Integer>> checked(Map<Integer, Map<Integer, Integer>> rows) {
    var copy = new TreeMap<Integer, Map<Integer, Integer>>();
    rows.forEach((from, row) -> {
      row.forEach((to, value) -> {
        boolean right = from.equals(to) ? value == 10 : value > 10 && value <= 255;
        if (!right) {
          throw new IllegalArgumentException(
              "a distance of "
                  + value
                  + " from cell "
                  + from
                  + " to cell "
                  + to
                  + ": it is 10 to itself, and 11 to 255 to others");
        }
      });
      copy.put(from, Collections.unmodifiableMap(new TreeMap<>(row)));
    });
    return Collections.unmodifiableMap(copy);
  }

  /// The guest told these distances, and only these; those from or to cells it has not got are left
  /// out.
  static Domain told(Domain guest, Map<Integer, Map<Integer, Integer>> rows) {
    int count = guest.cells().size();
    return guest.withCells(
        guest.cells().stream()
            .map(cell -> {
              var row = new TreeMap<>(rows.getOrDefault(cell.id(), Map.of()));
              row.keySet().removeIf(to -> to >= count);
              return cell.withDistances(row);
            })
            .toList());
  }
}

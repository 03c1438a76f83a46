package org.numascape.format.hwloc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.numascape.format.FormatException;
import org.numascape.topology.ObjectId;
import org.numascape.topology.ObjectMatrix;
import org.numascape.topology.ObjectMatrix.Means;

/// One matrix of a topology as it is written.
///
/// @param kind bits: 1 from the operating system, 2 from a user, 4 latency, 8 bandwidth, 16 objects
///   of several kinds, 32 hops
/// @param type kind of the objects; empty where there are several
/// @param keys what the topology refers to the objects by, in the matrix's own order
record HwlocMatrix(
    HwlocObject element,
    String name,
    long kind,
    String type,
    List<String> keys,
    List<Long> values) {

  private static final int LATENCY = 4;
  private static final int BANDWIDTH = 8;
  private static final int HOPS = 32;

  static HwlocMatrix of(HwlocObject element, HwlocIndexes indexes) throws FormatException {
    String type = element.text("type");
    boolean byOwnNumber = !element.text("indexing").equals("os");
    var keys = new ArrayList<String>();
    for (String word : HwlocNumbers.words(element, "indexes")) {
      String index = word.substring(word.indexOf(':') + 1);
      if (!index.matches("[0-9]{1,20}")) {
        throw element.wrong(
            "\"%s\" names no object in a matrix of distances; export the topology again."
                .formatted(word));
      }
      keys.add(byOwnNumber ? index : indexes.key(type, index));
    }
    if (keys.size() > HwlocNumbers.MOST) {
      throw element.wrong(
          "a matrix has more than %,d objects; export the topology without it."
              .formatted(HwlocNumbers.MOST));
    }
    return new HwlocMatrix(
        element,
        element.text("name"),
        element.number("kind", 0),
        type,
        List.copyOf(keys),
        List.copyOf(HwlocNumbers.values(element, keys.size())));
  }

  /// The matrix of those of its objects that are there; none where fewer than two are.
  Optional<ObjectMatrix> among(Map<String, ObjectId> objects) {
    int[] there =
        IntStream.range(0, keys.size()).filter(i -> objects.containsKey(keys.get(i))).toArray();
    if (there.length < 2) {
      return Optional.empty();
    }
    var ids = IntStream.of(there).mapToObj(i -> objects.get(keys.get(i))).toList();
    var kept =
        IntStream.of(there)
            .boxed()
            .flatMap(row ->
                IntStream.of(there).mapToObj(column -> values.get(row * keys.size() + column)))
            .toList();
    return Optional.of(new ObjectMatrix(name, means(), ids, kept));
  }

  private Means means() {
    if ((kind & LATENCY) != 0) {
      return Means.LATENCY;
    }
    if ((kind & BANDWIDTH) != 0) {
      return Means.BANDWIDTH;
    }
    return (kind & HOPS) != 0 ? Means.HOPS : Means.UNKNOWN;
  }
}

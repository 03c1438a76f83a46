package org.numascape.format.hwloc;

import java.util.ArrayList;
import java.util.List;
import org.numascape.format.FormatException;

/// Reads the chunks of numbers and names a matrix consists of: `<u64values length="8">10 21
/// </u64values>`.
final class HwlocNumbers {

  /// The most objects a matrix may have; the kernel knows 1,024 nodes.
  static final int MOST = 1_024;

  private HwlocNumbers() {}

  /// The words in all chunks of one name.
  static List<String> words(HwlocObject matrix, String name) throws FormatException {
    var words = new ArrayList<String>();
    for (var chunk : matrix.element().children()) {
      if (chunk.name().equals(name)) {
        for (String word : chunk.text().split("\\s+", -1)) {
          if (!word.isEmpty()) {
            words.add(word);
          }
        }
        if (words.size() > MOST * MOST) {
          throw matrix.wrong(
              "a matrix has more than %,d by %,d values; export the topology without it."
                  .formatted(MOST, MOST));
        }
      }
    }
    return words;
  }

  /// The values of a matrix of that many objects, row by row.
  static List<Long> values(HwlocObject matrix, int objects) throws FormatException {
    var values = new ArrayList<Long>();
    for (String word : words(matrix, "u64values")) {
      if (!word.matches("[0-9]{1,19}")) {
        throw matrix.wrong(
            "\"%s\" is no number in a matrix of distances; export the topology again."
                .formatted(word));
      }
      long value = Long.parseUnsignedLong(word);
      values.add(value < 0 ? Long.MAX_VALUE : value);
    }
    if (values.size() != (long) objects * objects) {
      throw matrix.wrong(
          "%,d objects need %,d distances, here are %,d; export the topology again."
              .formatted(objects, (long) objects * objects, values.size()));
    }
    return values;
  }
}

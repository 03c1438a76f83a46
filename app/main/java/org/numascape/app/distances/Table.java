package org.numascape.app.distances;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.numascape.app.store.Measure;
import org.numascape.topology.ObjectId;

/// Values from things to things: what the panel shows of a host, one at a time.
///
/// @param name what the values are
/// @param legend one sentence on how to read them
/// @param unit behind a value in words; empty for none
/// @param sense which values are near
/// @param values row by row; empty where the host does not tell
/// @param estimated cells, by their place row by row, that were worked out and not told
record Table(
    String name,
    String legend,
    String unit,
    Sense sense,
    List<Head> rows,
    List<Head> columns,
    List<OptionalLong> values,
    Set<Integer> estimated)
    implements Measure {

  /// Which values are good.
  enum Sense {
    /// Small ones, as of a distance or latency.
    SMALL_IS_NEAR,
    /// Large ones, as of a bandwidth.
    LARGE_IS_NEAR,
    /// ACPI's distances: small ones, from 10 for local to 254; 255 is not reachable.
    SLIT
  }

  /// What a row or column stands for.
  ///
  /// @param name at the row or column
  /// @param words in a sentence
  /// @param objects the parts of the host it is, to be lit in the picture; may be none
  record Head(String name, String words, List<ObjectId> objects) {
    /// Copies the list.
    Head {
      objects = List.copyOf(objects);
    }
  }

  /// Copies the lists; refuses values that do not fill the table.
  Table {
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
    values = List.copyOf(values);
    estimated = Set.copyOf(estimated);
    if (values.size() != rows.size() * columns.size()) {
      throw new IllegalArgumentException(
          values.size() + " values for " + rows.size() + " by " + columns.size());
    }
  }

  /// Values that are all told.
  Table(
      String name,
      String legend,
      String unit,
      Sense sense,
      List<Head> rows,
      List<Head> columns,
      List<OptionalLong> values) {
    this(name, legend, unit, sense, rows, columns, values, Set.of());
  }

  /// Whether the value of a row and a column was worked out and not told.
  boolean estimated(int row, int column) {
    return estimated.contains(row * columns.size() + column);
  }

  /// The value of a row and a column.
  OptionalLong at(int row, int column) {
    return values.get(row * columns.size() + column);
  }

  /// Whether a value says that there is no way.
  boolean unreachable(long value) {
    return sense == Sense.SLIT && value >= Heat.UNREACHABLE;
  }

  @Override
  public Optional<String> between(ObjectId from, ObjectId to) {
    int row = index(rows, from);
    int column = index(columns, to);
    return row < 0 || column < 0 || at(row, column).isEmpty()
        ? Optional.empty()
        : Optional.of(text(row, column) + (unit.isEmpty() ? "" : " " + unit));
  }

  private static int index(List<Head> heads, ObjectId object) {
    return IntStream.range(0, heads.size())
        .filter(at -> heads.get(at).objects().contains(object))
        .findFirst()
        .orElse(-1);
  }

  /// What stands in a cell: a number, `∞`, or `–` for what is not told.
  String text(int row, int column) {
    var value = at(row, column);
    if (value.isEmpty()) {
      return "–";
    }
    return unreachable(value.getAsLong())
        ? "∞"
        : (estimated(row, column) ? "≈ " : "") + String.format("%,d", value.getAsLong());
  }

  /// The most letters any cell has.
  int widest() {
    return IntStream.range(0, rows.size())
        .flatMap(
            row -> IntStream.range(0, columns.size()).map(column -> text(row, column).length()))
        .max()
        .orElse(1);
  }

  @Override
  public String toString() {
    return name;
  }
}

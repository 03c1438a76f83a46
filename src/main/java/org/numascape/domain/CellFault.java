package org.numascape.domain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.topology.DistanceMatrix;

/// What libvirt before 11.3 dies of in the cells of a guest. Both reproduced on 9.0.0.
public sealed interface CellFault {

  /// The first libvirt that survives both, as `major * 1,000,000 + minor * 1,000 + release`: it
  /// refuses the one and starts the other.
  long FIXED_IN = 11_003_000;

  /// The largest distance ACPI knows.
  int UNREACHABLE = 255;

  /// The guest's id of the cell to blame.
  int cell();

  /// What is wrong and how it has to be, with a full stop.
  String sentence();

  /// A distance that libvirt refuses at define. Before 11.3 it writes behind the array of cells on
  /// the way out (`virDomainNumaDefNodeDistanceParseXML`), be there one cell or several.
  ///
  /// @param to the id of the cell it is the distance to
  /// @param cells how many cells the guest has
  record WrongDistance(int cell, int to, int value, int cells) implements CellFault {

    /// Whether the guest has the other cell.
    public boolean known() {
      return to < cells;
    }

    private boolean holds() {
      boolean right =
          to == cell
              ? value == DistanceMatrix.LOCAL
              : value > DistanceMatrix.LOCAL && value <= UNREACHABLE;
      return known() && right;
    }

    @Override
    public String sentence() {
      return known()
          ? "The distance of guest cell %d to cell %d is %d; it has to be 10 to itself and 11 to 255 to another cell."
              .formatted(cell, to, value)
          : "Guest cell %d has a distance to cell %d, which the guest has not got."
              .formatted(cell, to);
    }
  }

  /// A cell without vCPUs before one with vCPUs ends libvirt before 11.3 when the guest starts
  /// (`qemuProcessSetupVcpu`).
  ///
  /// @param last the last cell with vCPUs
  record EmptyFirst(int cell, int last) implements CellFault {
    @Override
    public String sentence() {
      return "Guest cell %d has no vCPUs but comes before cell %d, which has; put cells without vCPUs last."
          .formatted(cell, last);
    }
  }

  /// Every fault of a guest.
  ///
  /// @param cells as they are written
  /// @param vcpus how many the guest has at most: those that no cell names go to cell 0
  static Stream<CellFault> of(List<GuestCell> cells, int vcpus) {
    return Stream.concat(
        distances(cells).map(CellFault.class::cast),
        emptyFirst(GuestCell.filled(cells, vcpus)).stream());
  }

  /// Distances that libvirt refuses.
  static Stream<WrongDistance> distances(List<GuestCell> cells) {
    return cells.stream()
        .flatMap(cell ->
            cell.distances().entrySet().stream()
                .map(one ->
                    new WrongDistance(cell.id(), one.getKey(), one.getValue(), cells.size())))
        .filter(distance -> !distance.holds());
  }

  /// Whether a distance can be told a guest.
  static boolean distanceHolds(int cell, int to, int value, int cells) {
    return new WrongDistance(cell, to, value, cells).holds();
  }

  /// The first cell that stands before one with vCPUs and has none.
  ///
  /// @param filled cells with every vCPU in one of them
  static Optional<EmptyFirst> emptyFirst(List<GuestCell> filled) {
    int last =
        filled.stream()
            .filter(cell -> !cell.vcpus().isEmpty())
            .mapToInt(GuestCell::id)
            .max()
            .orElse(-1);
    return filled.stream()
        .filter(cell -> cell.vcpus().isEmpty() && cell.id() < last)
        .findFirst()
        .map(cell -> new EmptyFirst(cell.id(), last));
  }
}

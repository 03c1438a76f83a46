package org.numascape.libvirt;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.w3c.dom.Element;

/// Finds the two guest layouts that kill libvirt before 11.3.
///
/// Invalid distances: the error path of `virDomainNumaDefNodeDistanceParseXML` writes past an
/// array. A cell without vCPUs before one with vCPUs: `qemuProcessSetupVcpu` follows a null bitmap
/// at the next start. Both reproduced on 9.0.0; 11.3.0 reports them as errors.
final class CrashGuard {

  /// The first libvirt that survives both.
  static final long FIXED_IN = 11_003_000;

  private static final int LOCAL = 10;
  private static final int UNREACHABLE = 255;

  private CrashGuard() {}

  /// Why defining this domain would crash the server; empty where it would not.
  static Optional<String> crash(Element domain) {
    return SafeXml.at(domain, "cpu", "numa").stream()
        .map(CrashGuard::crashOfNuma)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> crashOfNuma(Element numa) {
    var cells = cells(numa);
    return cells.stream()
        .map(cell -> wrongDistance(cell, cells.size()))
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> emptyCellFirst(cells));
  }

  /// A cell with its id: the attribute, or its place.
  private record Cell(int id, Element element) {
    boolean hasCpus() {
      return !element.getAttribute("cpus").isBlank();
    }
  }

  private static List<Cell> cells(Element numa) {
    var elements = SafeXml.at(numa, "cell");
    var cells = new ArrayList<Cell>();
    IntStream.range(0, elements.size())
        .forEach(place -> cells.add(new Cell(id(elements.get(place), place), elements.get(place))));
    return cells;
  }

  private static int id(Element cell, int place) {
    return number(cell.getAttribute("id")).orElse(place);
  }

  private static Optional<String> wrongDistance(Cell cell, int cells) {
    for (Element distances : SafeXml.at(cell.element(), "distances")) {
      var siblings = SafeXml.at(distances, "sibling");
      if (siblings.isEmpty()) {
        return Optional.of(
            "Cell "
                + cell.id()
                + " has distances to no cell; name the cells or leave the element out.");
      }
      for (Element sibling : siblings) {
        if (!valid(cell, sibling, cells)) {
          return Optional.of(sentence(cell, sibling));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean valid(Cell cell, Element sibling, int cells) {
    OptionalInt id = number(sibling.getAttribute("id"));
    OptionalInt value = number(sibling.getAttribute("value"));
    if (id.isEmpty() || id.getAsInt() >= cells || value.isEmpty()) {
      return false;
    }
    boolean local = id.getAsInt() == cell.id();
    int distance = value.getAsInt();
    return local ? distance == LOCAL : distance > LOCAL && distance <= UNREACHABLE;
  }

  private static String sentence(Cell cell, Element sibling) {
    return "The distance from cell %d to cell \"%s\" is \"%s\"; it has to be 10 to the cell itself and 11 to 255 to another cell of this guest."
        .formatted(cell.id(), sibling.getAttribute("id"), sibling.getAttribute("value"));
  }

  private static Optional<String> emptyCellFirst(List<Cell> cells) {
    int last = cells.stream().filter(Cell::hasCpus).mapToInt(Cell::id).max().orElse(-1);
    var early =
        cells.stream()
            .filter(cell -> !cell.hasCpus() && cell.id() < last)
            .map(Cell::id)
            .collect(toSet());
    return early.stream()
        .sorted()
        .findFirst()
        .map(id ->
            "Cell %d has no vCPUs but comes before cell %d, which has; put cells without vCPUs last."
                .formatted(id, last));
  }

  /// Plain decimal digits only: what libvirt's parser may read otherwise is not worth the risk.
  private static OptionalInt number(String text) {
    boolean plain =
        !text.isEmpty() && text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return plain ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
  }
}

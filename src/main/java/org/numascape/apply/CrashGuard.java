package org.numascape.apply;

import java.util.Optional;
import java.util.OptionalInt;
import org.numascape.domain.Domain;
import org.numascape.domain.GuestCell;
import org.numascape.format.FormatException;
import org.numascape.format.domainxml.DomainReader;
import org.numascape.format.domainxml.XmlElement;
import org.numascape.format.domainxml.XmlText;
import org.numascape.topology.CpuSet;
import org.numascape.topology.DistanceMatrix;

/// The two guest layouts that kill libvirt before 11.3: an invalid cell distance corrupts its
/// memory at define (`virDomainNumaDefNodeDistanceParseXML`), a cell without vCPUs before one with
/// vCPUs ends it at start (`qemuProcessSetupVcpu`). Both reproduced on 9.0.0.
interface CrashGuard {

  /// The first libvirt that survives both.
  long FIXED_IN = 11_003_000;

  /// The largest distance ACPI knows.
  int UNREACHABLE = 255;

  /// Why defining this would crash the server; empty where it would not.
  static Optional<String> crash(String xml) throws FormatException {
    var text = XmlText.parse("domain XML", xml);
    var domain = DomainReader.read("domain XML", xml);
    if (domain.cells().size() < 2) {
      return Optional.empty();
    }
    return wrongDistance(text.root(), domain.cells().size()).or(() -> emptyCellFirst(domain));
  }

  private static Optional<String> wrongDistance(XmlElement root, int cells) {
    var all = root.at("cpu", "numa", "cell").toList();
    for (int place = 0; place < all.size(); place++) {
      int cell = number(all.get(place), "id").orElse(place);
      for (var sibling : all.get(place).at("distances", "sibling").toList()) {
        int to = number(sibling, "id").orElse(-1);
        int value = number(sibling, "value").orElse(-1);
        boolean local = to == cell && value == DistanceMatrix.LOCAL;
        boolean remote = to != cell && value > DistanceMatrix.LOCAL && value <= UNREACHABLE;
        if (to < 0 || to >= cells || !(local || remote)) {
          return Optional.of(
              "The distance of guest cell "
                  + cell
                  + " to cell "
                  + sibling.value("id").orElse("?")
                  + " is "
                  + sibling.value("value").orElse("missing")
                  + "; it has to be 10 to itself and 11 to 255 to another cell of the guest.");
        }
      }
    }
    return Optional.empty();
  }

  private static OptionalInt number(XmlElement element, String name) {
    var text = element.value(name).orElse("");
    boolean plain =
        !text.isEmpty() && text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return plain ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
  }

  /// vCPUs that no cell names go to cell 0, so that one is empty only when there are none.
  private static Optional<String> emptyCellFirst(Domain domain) {
    var named = domain.cells().stream().map(GuestCell::vcpus).reduce(CpuSet.EMPTY, CpuSet::or);
    boolean filled = named.size() < domain.vcpus().maximum();
    int last =
        domain.cells().stream()
            .filter(c -> !c.vcpus().isEmpty())
            .mapToInt(GuestCell::id)
            .max()
            .orElse(-1);
    return domain.cells().stream()
        .filter(cell -> cell.vcpus().isEmpty() && cell.id() < last && !(filled && cell.id() == 0))
        .findFirst()
        .map(cell ->
            "Guest cell "
                + cell.id()
                + " has no vCPUs but comes before cell "
                + last
                + ", which has; put cells without vCPUs last.");
  }
}

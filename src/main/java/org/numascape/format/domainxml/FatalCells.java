package org.numascape.format.domainxml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.numascape.domain.CellFault;
import org.numascape.domain.GuestCell;
import org.numascape.format.FormatException;
import org.numascape.topology.CpuSet;

/// Finds in a text what libvirt before 11.3 dies of: see [CellFault].
///
/// It looks at cells and at nothing else, so that a text [DomainReader] refuses for another reason
/// is judged too. In doubt it says yes.
public final class FatalCells {

  /// libvirt takes no list of CPUs beyond 16383.
  private static final int MOST_VCPUS = 16_384;

  private final XmlText xml;

  private FatalCells(XmlText xml) {
    this.xml = xml;
  }

  /// Why defining or starting this domain would end such a libvirt; empty where it would not.
  public static Optional<String> in(XmlText xml) {
    return new FatalCells(xml).fault();
  }

  private Optional<String> fault() {
    try {
      return CellFault.of(cells(), vcpus()).findFirst().map(CellFault::sentence);
    } catch (FormatException unreadable) {
      return Optional.of(String.valueOf(unreadable.getMessage()));
    }
  }

  /// The cells by rising id; one without a readable id has its position's.
  private List<GuestCell> cells() throws FormatException {
    var elements = xml.root().at("cpu", "numa", "cell").toList();
    var cells = new ArrayList<GuestCell>();
    for (int position = 0; position < elements.size(); position++) {
      var element = elements.get(position);
      int id = CellDistances.plain(element.value("id").orElse("")).orElse(position);
      var distances = new CellDistances(xml).of(element, id, elements.size());
      cells.add(new GuestCell(id, vcpus(element), 0).withDistances(distances));
    }
    cells.sort(Comparator.comparingInt(GuestCell::id));
    return cells;
  }

  private static CpuSet vcpus(XmlElement cell) {
    try {
      return CpuSet.parse(cell.value("cpus").orElse(""));
    } catch (IllegalArgumentException unreadable) {
      return CpuSet.EMPTY;
    }
  }

  private int vcpus() {
    int told =
        xml.root().child("vcpu").map(vcpu -> CellDistances.plain(vcpu.text()).orElse(0)).orElse(1);
    return Math.min(told, MOST_VCPUS);
  }
}

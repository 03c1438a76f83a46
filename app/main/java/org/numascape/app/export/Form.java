package org.numascape.app.export;

import java.util.List;
import org.numascape.format.FormatException;
import org.numascape.format.hwloc.HwlocWriter;
import org.numascape.format.synthetic.SyntheticWriter;
import org.numascape.topology.HostTopology;

/// The forms a host can be written in.
enum Form {
  /// What lstopo and every program with hwloc opens.
  HWLOC("hwloc XML, for lstopo", "xml") {
    @Override
    Written write(HostTopology host, boolean names) throws FormatException {
      var kept = names ? HwlocWriter.Names.KEPT : HwlocWriter.Names.LEFT_OUT;
      return new Written(
          HwlocWriter.write(host, kept),
          List.of(
              "Free memory, isolated CPUs and IOMMU groups have no place in it; serial numbers and"
                  + " addresses are never written."));
    }
  },

  /// One line that names nobody, where the host is regular enough for it.
  SYNTHETIC("synthetic, for lstopo -i", "txt") {
    @Override
    Written write(HostTopology host, boolean names) throws FormatException {
      var description = SyntheticWriter.write(host);
      var lost =
          description.lost().isEmpty()
              ? List.of("It has no words for distances, devices, models, pages and names.")
              : description.lost();
      return new Written(description.text() + "\n", lost);
    }
  };

  /// A host as text.
  ///
  /// @param lost what the text does not tell, a sentence each
  record Written(String text, List<String> lost) {

    /// Copies the list.
    Written {
      lost = List.copyOf(lost);
    }
  }

  private final String title;
  private final String suffix;

  Form(String title, String suffix) {
    this.title = title;
    this.suffix = suffix;
  }

  /// The host in this form; takes its time.
  ///
  /// @param names whether what tells whose machine it is is kept, where the form has a place for it
  /// @throws FormatException when the form has no words for the host, saying which
  abstract Written write(HostTopology host, boolean names) throws FormatException;

  /// How files of it end, without the dot.
  String suffix() {
    return suffix;
  }

  @Override
  public String toString() {
    return title;
  }
}

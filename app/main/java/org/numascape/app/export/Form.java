package org.numascape.app.export;

import org.numascape.format.FormatException;
import org.numascape.format.hwloc.HwlocWriter;
import org.numascape.topology.HostTopology;

/// The forms a host can be written in.
enum Form {
  /// What lstopo and every program with hwloc opens.
  HWLOC("hwloc XML, for lstopo", "xml") {
    @Override
    String text(HostTopology host, boolean names) throws FormatException {
      return HwlocWriter.write(host, names ? HwlocWriter.Names.KEPT : HwlocWriter.Names.LEFT_OUT);
    }
  };

  private final String title;
  private final String suffix;

  Form(String title, String suffix) {
    this.title = title;
    this.suffix = suffix;
  }

  /// The host in this form; takes its time.
  ///
  /// @param names whether what tells whose machine it is is kept
  /// @throws FormatException when the form has no words for the host, saying which
  abstract String text(HostTopology host, boolean names) throws FormatException;

  /// How files of it end, without the dot.
  String suffix() {
    return suffix;
  }

  @Override
  public String toString() {
    return title;
  }
}

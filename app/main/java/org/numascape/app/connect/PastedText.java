package org.numascape.app.connect;

import java.util.List;
import org.numascape.design.HostSource;
import org.numascape.document.Formats;
import org.numascape.document.OpenedHost;
import org.numascape.format.FormatException;
import org.numascape.format.capabilities.CapabilitiesReader;
import org.numascape.format.hwloc.HwlocReader;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;

/// What a pasted text tells.
///
/// @param recognised a line for each output found in it, for people
record PastedText(List<String> recognised, OpenedHost host) {

  private static final String NAME = "pasted text";

  /// Reads a text.
  ///
  /// @throws FormatException when it tells of no host, or where it is broken
  static PastedText read(String text) throws FormatException {
    var format =
        Formats.of(text).orElseThrow(() -> new FormatException(NAME, 0, "This tells of no host."));
    return switch (format) {
      case HWLOC -> of(format, HwlocReader.read(NAME, text));
      case CAPABILITIES -> of(format, CapabilitiesReader.read(NAME, text));
      default ->
          throw new FormatException(NAME, 0, "This is no host but a " + format.title() + ".");
    };
  }

  private static PastedText of(Formats format, HostTopology host) {
    var source = new HostSource.Pasted(format.title());
    var opened = new OpenedHost(host, source, List.of(), CpuSet.EMPTY, List.of());
    return new PastedText(List.of(format.title() + ": " + HostTold.of(host)), opened);
  }
}

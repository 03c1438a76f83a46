package org.numascape.app.connect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.numascape.document.HostOpener;
import org.numascape.document.NamedText;
import org.numascape.document.OpenedHost;
import org.numascape.document.SavedTexts;
import org.numascape.format.FormatException;
import org.numascape.topology.Contradiction;

/// What a pasted text tells.
///
/// @param recognised the tools whose output was found in it
record PastedText(List<String> recognised, OpenedHost host) {

  /// Reads a text.
  ///
  /// @throws FormatException when it tells of no host, or where it is broken
  static PastedText read(String text) throws FormatException {
    var host = HostOpener.pasted(text);
    var tools = SavedTexts.tools(List.of(new NamedText(host.source().label(), text)));
    return new PastedText(tools, host);
  }

  /// What was found, what comes of it, and every contradiction in it, a line each.
  List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add("Recognised: " + String.join(", ", recognised));
    lines.add("Together: " + HostTold.of(host.host()));
    host.host().facts().contradictions().stream().map(PastedText::line).forEach(lines::add);
    return lines;
  }

  /// `They differ on memory of node 1: numactl -H says 64 GiB, lscpu says 32 GiB`
  private static String line(Contradiction contradiction) {
    return "They differ on "
        + contradiction.about()
        + ": "
        + contradiction.claims().stream()
            .map(claim -> claim.source() + " says " + claim.says())
            .collect(Collectors.joining(", "));
  }
}

package org.numascape.app.connect;

import java.util.List;
import org.numascape.design.HostSource;
import org.numascape.document.NamedText;
import org.numascape.document.OpenedHost;
import org.numascape.document.SavedTexts;
import org.numascape.format.FormatException;
import org.numascape.topology.CpuSet;

/// What a pasted text tells.
///
/// @param recognised a line for each tool whose output was found in it; the line of what they tell
///   together comes last
record PastedText(List<String> recognised, OpenedHost host) {

  private static final String NAME = "pasted text";

  /// Reads a text.
  ///
  /// @throws FormatException when it tells of no host, or where it is broken
  static PastedText read(String text) throws FormatException {
    var texts = List.of(new NamedText(NAME, text));
    var host = SavedTexts.host(texts);
    String tools = String.join(", ", SavedTexts.tools(texts));
    int disagreements = host.facts().contradictions().size();
    String quarrel =
        disagreements == 0
            ? ""
            : " · " + disagreements + (disagreements == 1 ? " contradiction" : " contradictions");
    var opened =
        new OpenedHost(host, new HostSource.Pasted(tools), List.of(), CpuSet.EMPTY, List.of());
    return new PastedText(
        List.of("Recognised: " + tools, "Together: " + HostTold.of(host) + quarrel), opened);
  }
}

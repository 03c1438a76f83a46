package org.numascape.format.domainxml;

import org.numascape.domain.Domain;
import org.numascape.format.FormatException;

/// Writes what a design wants of a guest into a domain XML that exists, and changes nothing else of
/// it: comments, order, quotes, white space, references, unknown elements, metadata and line ends
/// stay as they are, byte for byte.
///
/// Written is every [org.numascape.domain.Aspect] that differs from what the text says. Type, UUID,
/// and which disks and interfaces there are, are taken from the text.
public final class DomainWriter {

  private DomainWriter() {}

  /// The text as `wanted` has it; the same text when it has that already.
  ///
  /// @throws FormatException when `original` is no domain XML
  public static String write(String original, Domain wanted) throws FormatException {
    var xml = XmlText.parse(wanted.name(), original);
    DomainReader.read(xml);
    for (var rewrite : Rewrite.ALL) {
      xml = rewrite.rewrite(xml, wanted);
    }
    return xml.text();
  }
}

package org.numascape.format.domainxml;

import java.util.List;
import org.numascape.domain.Domain;
import org.numascape.format.FormatException;

/// Writes one aspect of a domain into its XML. What the text says already is left as it is written
/// there.
///
/// A new aspect that can be edited is a new file and one line in [#ALL].
interface Rewrite {

  /// Every aspect, in the order they are written.
  List<Rewrite> ALL =
      List.of(
          new MemoryBackingRewrite(),
          new VcpuPinRewrite(),
          new EmulatorPinRewrite(),
          new IoThreadPinRewrite(),
          new MemoryTuneRewrite(),
          new CellTuneRewrite());

  /// The text with this aspect as `wanted` has it.
  XmlText rewrite(XmlText xml, Domain wanted) throws FormatException;
}

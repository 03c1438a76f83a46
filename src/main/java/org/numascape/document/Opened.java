package org.numascape.document;

import org.numascape.design.Design;

/// What was behind a text that names a host or a design.
public sealed interface Opened permits OpenedHost, OpenedDesign {

  /// The design to work on: the one in the file, or a new one of the host.
  Design design();
}

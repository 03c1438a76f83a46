package org.numascape.cli;

import org.numascape.hypervisor.Hypervisor;
import org.numascape.hypervisor.HypervisorException;

/// Opens a connection to a libvirt URI.
@FunctionalInterface
interface Connector {

  /// The connection; whoever asked for it closes it.
  Hypervisor connect(String uri, boolean readOnly) throws HypervisorException;
}

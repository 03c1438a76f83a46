package org.numascape.format.domainxml;

import org.numascape.domain.Domain;
import org.numascape.format.FormatException;

/// `cputune/vcpupin`. Pins of vCPUs that the domain has not got are not ours and stay.
final class VcpuPinRewrite implements Rewrite {

  @Override
  public XmlText rewrite(XmlText xml, Domain wanted) throws FormatException {
    return Pins.rewrite(
        xml, "vcpupin", "vcpu", wanted.vcpuPins(), id -> id < wanted.vcpus().maximum());
  }
}

package org.numascape.format.domainxml;

import org.numascape.domain.Domain;
import org.numascape.format.FormatException;

/// `cputune/vcpupin`. Pins of vCPUs that the domain neither had nor gets are not ours and stay.
final class VcpuPinRewrite implements Rewrite {

  @Override
  public XmlText rewrite(XmlText xml, Domain wanted) throws FormatException {
    int known = new VcpuReader(new Fields(xml), xml.root()).maximum();
    int most = Math.max(known, wanted.vcpus().maximum());
    return Pins.rewrite(xml, "vcpupin", "vcpu", wanted.vcpuPins(), id -> id < most);
  }
}

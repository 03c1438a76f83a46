package org.numascape.format.domainxml;

import java.util.TreeMap;
import org.numascape.domain.Domain;
import org.numascape.format.FormatException;
import org.numascape.topology.CpuSet;

/// `cputune/iothreadpin`.
final class IoThreadPinRewrite implements Rewrite {

  @Override
  public XmlText rewrite(XmlText xml, Domain wanted) throws FormatException {
    var pins = new TreeMap<Integer, CpuSet>();
    wanted
        .ioThreads()
        .forEach(thread -> thread.pin().ifPresent(cpus -> pins.put(thread.id(), cpus)));
    return Pins.rewrite(xml, "iothreadpin", "iothread", pins, id -> true);
  }
}

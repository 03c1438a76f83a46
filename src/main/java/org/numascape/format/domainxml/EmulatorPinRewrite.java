package org.numascape.format.domainxml;

import org.numascape.domain.Domain;
import org.numascape.format.FormatException;

/// `cputune/emulatorpin`.
final class EmulatorPinRewrite implements Rewrite {

  @Override
  public XmlText rewrite(XmlText xml, Domain wanted) throws FormatException {
    var pin = wanted.emulatorPin();
    var present = Section.CPU_TUNE.elements(xml, "emulatorpin").findFirst();
    if (pin.isEmpty() || present.isEmpty()) {
      var markup = pin.map(cpus -> Markup.of("emulatorpin").with("cpuset", cpus));
      return Section.CPU_TUNE.single(xml, "emulatorpin", markup);
    }
    if (new Fields(xml).requiredCpus(present.get(), "cpuset").equals(pin.get())) {
      return xml;
    }
    var patch = new Patch(xml);
    patch.set(present.get(), "cpuset", pin.get().toString());
    return patch.done();
  }
}

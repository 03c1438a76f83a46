package org.numascape.format.domainxml;

import java.util.List;
import java.util.Optional;
import org.numascape.domain.Domain;
import org.numascape.domain.Iommu;

/// What of the board can be edited: `features/pmu`, `features/ioapic`, the IOMMU, the balloon.
final class PlatformRewrite implements Rewrite {

  @Override
  public XmlText rewrite(XmlText xml, Domain wanted) {
    var now = new HardwareReader(new Fields(xml), xml.root()).platform();
    var want = wanted.hardware().platform();
    var changed = xml;
    if (!now.ioApic().equals(want.ioApic())) {
      changed = feature(changed, "ioapic", "driver", want.ioApic());
    }
    if (!now.pmu().equals(want.pmu())) {
      changed = feature(changed, "pmu", "state", want.pmu().map(on -> on ? "on" : "off"));
    }
    if (!now.iommu().equals(want.iommu())) {
      changed = iommu(changed, want.iommu());
    }
    return now.balloon().equals(want.balloon()) ? changed : balloon(changed, want.balloon());
  }

  private static XmlText feature(XmlText xml, String name, String what, Optional<String> wanted) {
    var present = Section.FEATURES.elements(xml, name).findFirst();
    if (present.isEmpty() || wanted.isEmpty()) {
      return Section.FEATURES.single(
          xml, name, wanted.map(word -> Markup.of(name).with(what, word)));
    }
    var patch = new Patch(xml);
    patch.set(present.get(), what, wanted.get());
    return patch.done();
  }

  private static XmlText iommu(XmlText xml, Optional<Iommu> wanted) {
    var present = Section.DEVICES.elements(xml, "iommu").findFirst();
    if (present.isEmpty() || wanted.isEmpty()) {
      return Section.DEVICES.single(
          xml,
          "iommu",
          wanted.map(one -> {
            var driver = driver(one);
            var markup = Markup.of("iommu").with("model", one.model());
            return driver.attributes().isEmpty() ? markup : markup.holding(driver);
          }));
    }
    var patch = new Patch(xml);
    var element = present.get();
    if (element.value("model").filter(wanted.get().model()::equals).isEmpty()) {
      patch.set(element, "model", wanted.get().model());
    }
    var driver = driver(wanted.get());
    var old = element.child("driver");
    if (old.isEmpty()) {
      if (!driver.attributes().isEmpty()) {
        patch.addInOrder(element, List.of("driver"), List.of(driver));
      }
      return patch.done();
    }
    for (String name : List.of("intremap", "eim", "xtsup")) {
      var value = driver.attributes().stream().filter(pair -> pair.name().equals(name)).findFirst();
      if (value.isPresent()) {
        patch.set(old.get(), name, value.get().value());
      } else {
        patch.unset(old.get(), name);
      }
    }
    return patch.done();
  }

  private static Markup driver(Iommu iommu) {
    var driver = Markup.of("driver");
    if (iommu.interruptRemapping()) {
      driver = driver.with("intremap", "on");
    }
    if (iommu.extendedInterrupts()) {
      driver = driver.with(iommu.model().equals("amd") ? "xtsup" : "eim", "on");
    }
    return driver;
  }

  /// A balloon of another model is another device: its address and statistics go with it.
  private static XmlText balloon(XmlText xml, Optional<String> wanted) {
    var markup = wanted.map(model -> Markup.of("memballoon").with("model", model));
    var present = Section.DEVICES.elements(xml, "memballoon").findFirst();
    if (present.isEmpty() || markup.isEmpty()) {
      return Section.DEVICES.single(xml, "memballoon", markup);
    }
    var patch = new Patch(xml);
    patch.replace(present.get(), markup.get());
    return patch.done();
  }
}

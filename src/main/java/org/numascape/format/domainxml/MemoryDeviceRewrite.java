package org.numascape.format.domainxml;

import java.util.ArrayList;
import java.util.List;
import org.numascape.domain.Domain;
import org.numascape.domain.MemoryDevice;

/// `devices/memory`: devices that stay keep their elements; one that changed is changed in place.
final class MemoryDeviceRewrite implements Rewrite {

  @Override
  public XmlText rewrite(XmlText xml, Domain wanted) {
    var now = new MemoryDeviceReader(new Fields(xml), xml.root()).read();
    var want = wanted.hardware().memoryDevices();
    if (now.equals(want)) {
      return xml;
    }
    var elements = MemoryDeviceReader.elements(xml.root());
    var patch = new Patch(xml);
    var stay = staying(now, want);
    int kept = (int) stay.stream().filter(Boolean::booleanValue).count();
    boolean inOrder = now.size() != want.size() && kept(now, stay).equals(want.subList(0, kept));
    if (inOrder) {
      for (int at = 0; at < now.size(); at++) {
        if (!stay.get(at)) {
          patch.remove(elements.get(at));
        }
      }
      return added(patch.done(), want.subList(kept, want.size()));
    }
    for (int at = 0; at < now.size(); at++) {
      if (at >= want.size()) {
        patch.remove(elements.get(at));
      } else if (!now.get(at).equals(want.get(at))) {
        MemoryDeviceMarkup.change(patch, elements.get(at), now.get(at), want.get(at));
      }
    }
    return added(
        patch.done(), now.size() < want.size() ? want.subList(now.size(), want.size()) : List.of());
  }

  /// Which of the devices there are wanted unchanged, taken from the first on.
  private static List<Boolean> staying(List<MemoryDevice> now, List<MemoryDevice> want) {
    var stay = new ArrayList<Boolean>();
    int next = 0;
    for (var device : now) {
      boolean same = next < want.size() && want.get(next).equals(device);
      stay.add(same);
      next += same ? 1 : 0;
    }
    return stay;
  }

  private static List<MemoryDevice> kept(List<MemoryDevice> now, List<Boolean> stay) {
    var kept = new ArrayList<MemoryDevice>();
    for (int at = 0; at < now.size(); at++) {
      if (stay.get(at)) {
        kept.add(now.get(at));
      }
    }
    return kept;
  }

  private static XmlText added(XmlText xml, List<MemoryDevice> devices) {
    return Section.DEVICES.adding(xml, devices.stream().map(MemoryDeviceMarkup::of).toList());
  }
}

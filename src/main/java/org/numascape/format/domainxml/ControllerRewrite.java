package org.numascape.format.domainxml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.numascape.domain.Controller;
import org.numascape.domain.Domain;
import org.numascape.domain.PciSlot;
import org.numascape.format.FormatException;

/// `devices/controller`, known by type and index. One without an index is not ours.
final class ControllerRewrite implements Rewrite {

  /// What names a controller within its domain.
  private record Key(String type, int index) {
    static Optional<Key> of(Controller controller) {
      return controller.index().isPresent()
          ? Optional.of(new Key(controller.type(), controller.index().getAsInt()))
          : Optional.empty();
    }
  }

  @Override
  public XmlText rewrite(XmlText xml, Domain wanted) throws FormatException {
    var now = new HardwareReader(new Fields(xml), xml.root()).controllers();
    if (now.equals(wanted.hardware().controllers())) {
      return xml;
    }
    var missing = new LinkedHashMap<Key, Controller>();
    wanted
        .hardware()
        .controllers()
        .forEach(one -> Key.of(one).ifPresent(key -> missing.putIfAbsent(key, one)));
    var elements = Section.DEVICES.elements(xml, "controller").toList();
    var seen = new HashMap<Key, Controller>();
    var patch = new Patch(xml);
    for (int at = 0; at < elements.size(); at++) {
      var key = Key.of(now.get(at));
      if (key.isEmpty() || seen.containsKey(key.get())) {
        continue;
      }
      seen.put(key.get(), now.get(at));
      var want = missing.remove(key.get());
      if (want == null) {
        patch.remove(elements.get(at));
      } else if (!want.equals(now.get(at))) {
        changed(patch, elements.get(at), now.get(at), want);
      }
    }
    return Section.DEVICES.adding(
        patch.done(), missing.values().stream().map(ControllerRewrite::markup).toList());
  }

  private static void changed(Patch patch, XmlElement element, Controller now, Controller want) {
    if (!now.model().equals(want.model())) {
      patch.set(element, "model", want.model());
    }
    if (!now.node().equals(want.node()) || !now.busNr().equals(want.busNr())) {
      target(patch, element, want);
    }
    if (!now.ioThread().equals(want.ioThread())) {
      var driver = element.child("driver");
      if (driver.isPresent()) {
        patch.setOrUnset(driver.get(), "iothread", Fields.boxed(want.ioThread()));
      } else {
        patch.addInOrder(
            element,
            List.of("driver"),
            List.of(Markup.of("driver").with("iothread", want.ioThread())));
      }
    }
    if (!now.address().equals(want.address())) {
      Slots.set(patch, element, want.address());
    }
  }

  private static void target(Patch patch, XmlElement element, Controller want) {
    var target = element.child("target");
    if (target.isEmpty()) {
      patch.addInOrder(element, List.of("model", "target"), List.of(target(want)));
      return;
    }
    if (want.busNr().isPresent()) {
      patch.setOrUnset(target.get(), "busNr", Fields.boxed(want.busNr()));
    }
    var node = target.get().child("node");
    if (want.node().isEmpty()) {
      node.ifPresent(patch::remove);
    } else if (node.isPresent()) {
      patch.say(node.get(), Integer.toString(want.node().getAsInt()));
    } else {
      patch.addLast(target.get(), List.of(Markup.saying("node", want.node().getAsInt())));
    }
  }

  private static Markup target(Controller want) {
    var target = Markup.of("target").with("busNr", want.busNr());
    return want.node().isEmpty()
        ? target
        : target.holding(Markup.saying("node", want.node().getAsInt()));
  }

  private static Markup markup(Controller want) {
    var parts = new ArrayList<Markup>();
    if (want.ioThread().isPresent()) {
      parts.add(Markup.of("driver").with("iothread", want.ioThread()));
    }
    if (want.node().isPresent() || want.busNr().isPresent()) {
      parts.add(target(want));
    }
    want.address().map((PciSlot slot) -> Slots.markup(slot)).ifPresent(parts::add);
    var markup = Markup.of("controller").with("type", want.type()).with("index", want.index());
    return (want.model().isEmpty() ? markup : markup.with("model", want.model())).holding(parts);
  }
}

package org.numascape.format.domainxml;

import java.util.ArrayList;
import java.util.List;
import org.numascape.domain.Controller;
import org.numascape.domain.Domain;
import org.numascape.domain.PciSlot;
import org.numascape.format.FormatException;

/// `devices/controller`, known by type and index. One without an index is not ours.
final class ControllerRewrite implements Rewrite {

  /// What names a controller within its domain; one without an index is known by all it says.
  private sealed interface Key {
    record Numbered(String type, int index) implements Key {}

    record Bare(Controller controller) implements Key {}

    static Key of(Controller controller) {
      return controller.index().isPresent()
          ? new Numbered(controller.type(), controller.index().getAsInt())
          : new Bare(controller);
    }
  }

  @Override
  public XmlText rewrite(XmlText xml, Domain wanted) throws FormatException {
    var now = new HardwareReader(new Fields(xml), xml.root()).controllers();
    var want = wanted.hardware().controllers();
    if (now.equals(want)) {
      return xml;
    }
    var staying =
        new Staying<>(now.stream().map(Key::of).toList(), want.stream().map(Key::of).toList());
    var places = staying.places();
    var elements = Section.DEVICES.elements(xml, "controller").toList();
    var patch = new Patch(xml);
    for (int at = 0; at < elements.size(); at++) {
      var place = places.get(at);
      if (place == null) {
        boolean ours = now.get(at).index().isPresent();
        if (ours) {
          patch.remove(elements.get(at));
        }
      } else if (!want.get(place).equals(now.get(at))) {
        changed(patch, elements.get(at), now.get(at), want.get(place));
      }
    }
    var missing =
        staying.missing(want).stream()
            .filter(controller -> controller.index().isPresent())
            .map(ControllerRewrite::markup)
            .toList();
    return Section.DEVICES.adding(patch.done(), missing);
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
      boolean only = driver.filter(one -> one.hollow() && one.attributes().size() == 1).isPresent();
      if (only && want.ioThread().isEmpty()) {
        patch.remove(driver.get());
      } else if (driver.isPresent()) {
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

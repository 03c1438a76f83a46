package org.numascape.format.domainxml;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.numascape.domain.MemoryAccess;
import org.numascape.domain.MemoryDevice;
import org.numascape.topology.PageSize;

/// How a memory device is written.
interface MemoryDeviceMarkup {

  /// A device that is not in the text yet.
  static Markup of(MemoryDevice device) {
    var markup =
        Markup.of("memory")
            .with("model", device.model())
            .with("access", device.access().map(MemoryAccess::word))
            .with("discard", device.discard().map(Fields::yesOrNo));
    var source = source(device);
    var target =
        Markup.of("target")
            .holding(Markup.kib("size", device.sizeKib()))
            .holding(Fields.boxed(device.node()).map(node -> Markup.saying("node", node)))
            .holdingKib("block", device.blockKib())
            .holdingKib("requested", device.requestedKib());
    return (source.children().isEmpty() ? markup : markup.holding(source)).holding(target);
  }

  private static Markup source(MemoryDevice device) {
    return Markup.of("source")
        .holding(device.path().map(path -> Markup.saying("path", path)))
        .holding(device.pages().map(size -> Markup.kib("pagesize", size.kib())))
        .holding(device.hostNodes().map(nodes -> Markup.saying("nodemask", nodes)));
  }

  /// Changes an element that is a device now.
  static void change(Patch patch, XmlElement element, MemoryDevice now, MemoryDevice want) {
    if (!now.model().equals(want.model())) {
      patch.set(element, "model", want.model());
    }
    if (!now.access().equals(want.access())) {
      patch.setOrUnset(element, "access", want.access().map(MemoryAccess::word));
    }
    if (!now.discard().equals(want.discard())) {
      patch.setOrUnset(element, "discard", want.discard().map(Fields::yesOrNo));
    }
    source(patch, element, now, want);
    target(patch, element, now, want);
  }

  private static void source(Patch patch, XmlElement element, MemoryDevice now, MemoryDevice want) {
    boolean same =
        now.hostNodes().equals(want.hostNodes())
            && now.pages().equals(want.pages())
            && now.path().equals(want.path());
    if (same) {
      return;
    }
    var present = element.child("source");
    var markup = source(want);
    if (present.isEmpty()) {
      patch.addInOrder(element, List.of("uuid", "source"), List.of(markup));
      return;
    }
    if (markup.children().isEmpty() && !foreign(present.get())) {
      patch.remove(present.get());
      return;
    }
    say(patch, present.get(), "path", want.path());
    if (!now.pages().equals(want.pages())) {
      kib(patch, present.get(), "pagesize", want.pages().map(PageSize::kib));
    }
    say(patch, present.get(), "nodemask", want.hostNodes().map(Object::toString));
  }

  private static boolean foreign(XmlElement source) {
    var ours = List.of("path", "pagesize", "nodemask");
    return !source.plain() || source.children().stream().anyMatch(c -> !ours.contains(c.name()));
  }

  private static void target(Patch patch, XmlElement element, MemoryDevice now, MemoryDevice want) {
    var present = element.child("target");
    if (present.isEmpty()) {
      return;
    }
    var target = present.get();
    if (now.sizeKib() != want.sizeKib()) {
      kib(patch, target, "size", Optional.of(want.sizeKib()));
    }
    if (!now.node().equals(want.node())) {
      say(patch, target, "node", Fields.boxed(want.node()).map(Object::toString));
    }
    if (!now.blockKib().equals(want.blockKib())) {
      kib(patch, target, "block", boxed(want.blockKib()));
    }
    if (!now.requestedKib().equals(want.requestedKib())) {
      kib(patch, target, "requested", boxed(want.requestedKib()));
    }
  }

  private static Optional<Long> boxed(OptionalLong kib) {
    return kib.isPresent() ? Optional.of(kib.getAsLong()) : Optional.empty();
  }

  private static void say(Patch patch, XmlElement parent, String name, Optional<String> text) {
    var present = parent.child(name);
    if (text.isEmpty()) {
      present.ifPresent(patch::remove);
    } else if (present.isEmpty()) {
      patch.addLast(parent, List.of(Markup.saying(name, text.get())));
    } else if (!present.get().text().equals(text.get())) {
      patch.say(present.get(), text.get());
    }
  }

  private static void kib(Patch patch, XmlElement parent, String name, Optional<Long> kib) {
    var present = parent.child(name);
    if (kib.isEmpty()) {
      present.ifPresent(patch::remove);
    } else if (present.isEmpty()) {
      patch.addLast(parent, List.of(Markup.kib(name, kib.get())));
    } else {
      patch.sayKib(present.get(), kib.get());
    }
  }
}

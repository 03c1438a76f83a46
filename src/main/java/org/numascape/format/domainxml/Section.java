package org.numascape.format.domainxml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A child of `domain` that holds what is edited: made when the first element goes in, removed when
/// the last one has gone out and nothing else, not even a comment, is left in it.
record Section(String name, List<String> order) {

  static final Section CPU_TUNE = new Section("cputune", Order.CPU_TUNE);
  static final Section NUMA_TUNE = new Section("numatune", Order.NUMA_TUNE);
  static final Section MEMORY_BACKING = new Section("memoryBacking", Order.MEMORY_BACKING);

  /// The elements of that name, in every section of this name: libvirt reads them all.
  Stream<XmlElement> elements(XmlText xml, String element) {
    return xml.root().at(name, element);
  }

  /// Adds elements of one name at their place.
  XmlText adding(XmlText xml, List<Markup> added) {
    if (added.isEmpty()) {
      return xml;
    }
    var patch = new Patch(xml);
    var section = xml.root().child(name);
    if (section.isPresent()) {
      patch.addInOrder(section.get(), order, added);
    } else {
      var markup = new Markup(name, List.of(), added);
      patch.addInOrder(xml.root(), Order.DOMAIN, List.of(markup));
    }
    return patch.done();
  }

  /// Removes elements, and every section that this leaves with nothing in it.
  XmlText removing(XmlText xml, List<XmlElement> gone) {
    if (gone.isEmpty()) {
      return xml;
    }
    var patch = new Patch(xml);
    var starts = new ArrayList<Integer>();
    gone.forEach(element -> starts.add(element.span().start()));
    for (var section : xml.root().all(name).toList()) {
      boolean some = section.children().stream().anyMatch(c -> starts.contains(c.span().start()));
      boolean all = section.children().stream().allMatch(c -> starts.contains(c.span().start()));
      if (some && all && section.plain() && section.attributes().isEmpty()) {
        patch.remove(section);
      } else {
        section.children().stream()
            .filter(c -> starts.contains(c.span().start()))
            .forEach(patch::remove);
      }
    }
    return patch.done();
  }

  /// Brings the only element of a name to what is wanted: adds, removes, or leaves it for the
  /// caller to change.
  XmlText single(XmlText xml, String element, Optional<Markup> wanted) {
    var present = elements(xml, element).toList();
    if (wanted.isEmpty()) {
      return removing(xml, present);
    }
    return present.isEmpty() ? adding(xml, List.of(wanted.get())) : xml;
  }
}

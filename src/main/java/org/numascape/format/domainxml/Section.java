package org.numascape.format.domainxml;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A place below `domain` that holds what is edited: made when the first element goes in, removed
/// when the last one has gone out and nothing else, not even a comment or an attribute, is left in
/// it.
///
/// @param path names of elements from below `domain` to the place; none for `domain` itself
record Section(List<String> path) {

  static final Section DOMAIN = Section.at();
  static final Section CPU_TUNE = Section.at("cputune");
  static final Section NUMA_TUNE = Section.at("numatune");
  static final Section MEMORY_BACKING = Section.at("memoryBacking");
  static final Section MEMORY_TUNE = Section.at("memtune");
  static final Section CPU = Section.at("cpu");
  static final Section CELLS = Section.at("cpu", "numa");
  static final Section FEATURES = Section.at("features");
  static final Section DEVICES = Section.at("devices");

  static Section at(String... path) {
    return new Section(List.of(path));
  }

  /// The elements of that name, in every place of this path: libvirt reads them all.
  Stream<XmlElement> elements(XmlText xml, String element) {
    return places(xml).flatMap(place -> place.all(element));
  }

  private Stream<XmlElement> places(XmlText xml) {
    return xml.root().at(path.toArray(String[]::new));
  }

  /// Adds elements of one name at their place.
  XmlText adding(XmlText xml, List<Markup> added) {
    if (added.isEmpty()) {
      return xml;
    }
    var nested = added;
    for (int depth = path.size(); depth >= 0; depth--) {
      var above = new Section(path.subList(0, depth)).places(xml).findFirst();
      if (above.isPresent()) {
        var patch = new Patch(xml);
        String name = depth == 0 ? "domain" : path.get(depth - 1);
        patch.addInOrder(above.get(), Order.inside(name), nested);
        return patch.done();
      }
      nested = List.of(new Markup(path.get(depth - 1), List.of(), nested));
    }
    return xml;
  }

  /// Removes elements, and every place on the way to them that this leaves with nothing in it.
  XmlText removing(XmlText xml, List<XmlElement> gone) {
    if (gone.isEmpty()) {
      return xml;
    }
    var patch = new Patch(xml);
    var all = new LinkedHashSet<>(gone);
    for (int depth = path.size(); depth > 0; depth--) {
      var emptied = new ArrayList<XmlElement>();
      new Section(path.subList(0, depth))
          .places(xml)
          .filter(place -> !place.children().isEmpty() && all.containsAll(place.children()))
          .filter(place -> place.plain() && place.attributes().isEmpty())
          .forEach(emptied::add);
      for (var place : emptied) {
        place.children().forEach(all::remove);
        all.add(place);
      }
    }
    all.forEach(patch::remove);
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

  /// Removes the place itself where nothing is in it.
  XmlText pruned(XmlText xml) {
    var patch = new Patch(xml);
    places(xml)
        .filter(place -> place.hollow() && place.attributes().isEmpty())
        .forEach(patch::remove);
    return patch.done();
  }
}

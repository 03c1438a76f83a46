package org.numascape.format.domainxml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.numascape.format.FormatException;
import org.numascape.topology.CpuSet;

/// Elements of `cputune` that give CPUs to numbered threads. Those there keep their order; new ones
/// go in by number.
interface Pins {

  /// Brings the elements called `element`, numbered by the attribute `key`, to `wanted`.
  ///
  /// @param ours which numbers may be changed at all
  static XmlText rewrite(
      XmlText xml, String element, String key, Map<Integer, CpuSet> wanted, IntPredicate ours)
      throws FormatException {
    var fields = new Fields(xml);
    var patch = new Patch(xml);
    var missing = new TreeMap<>(wanted);
    var gone = new ArrayList<Integer>();
    for (var pin : Section.CPU_TUNE.elements(xml, element).toList()) {
      int id = fields.number(pin, key);
      var cpus = missing.remove(id);
      if (cpus != null && !cpus.equals(fields.requiredCpus(pin, "cpuset"))) {
        patch.set(pin, "cpuset", cpus.toString());
      } else if (cpus == null && ours.test(id)) {
        gone.add(id);
      }
    }
    var changed = patch.done();
    return without(added(changed, element, key, missing), element, key, gone);
  }

  private static XmlText added(
      XmlText xml, String element, String key, SortedMap<Integer, CpuSet> missing)
      throws FormatException {
    var fields = new Fields(xml);
    var present = new TreeMap<Integer, XmlElement>();
    for (var pin : Section.CPU_TUNE.elements(xml, element).toList()) {
      present.put(fields.number(pin, key), pin);
    }
    if (present.isEmpty()) {
      return Section.CPU_TUNE.adding(xml, markups(element, key, missing));
    }
    var patch = new Patch(xml);
    var first = present.firstEntry();
    var earlier = markups(element, key, missing.headMap(first.getKey()));
    if (!earlier.isEmpty()) {
      patch.addBefore(parent(xml, first.getValue()), first.getValue(), earlier);
    }
    for (var pin : present.entrySet()) {
      Integer next = present.higherKey(pin.getKey());
      var rest = missing.tailMap(pin.getKey());
      var later = markups(element, key, next == null ? rest : rest.headMap(next));
      if (!later.isEmpty()) {
        patch.addAfter(parent(xml, pin.getValue()), pin.getValue(), later);
      }
    }
    return patch.done();
  }

  private static XmlText without(XmlText xml, String element, String key, List<Integer> gone)
      throws FormatException {
    var fields = new Fields(xml);
    var elements = new ArrayList<XmlElement>();
    for (var pin : Section.CPU_TUNE.elements(xml, element).toList()) {
      if (gone.contains(fields.number(pin, key))) {
        elements.add(pin);
      }
    }
    return Section.CPU_TUNE.removing(xml, elements);
  }

  private static List<Markup> markups(String element, String key, Map<Integer, CpuSet> pins) {
    return pins.entrySet().stream()
        .map(pin -> Markup.of(element).with(key, pin.getKey()).with("cpuset", pin.getValue()))
        .toList();
  }

  private static XmlElement parent(XmlText xml, XmlElement child) {
    return xml.root()
        .all("cputune")
        .filter(tune ->
            tune.span().start() < child.span().start() && child.span().end() <= tune.span().end())
        .findFirst()
        .orElseThrow();
  }
}

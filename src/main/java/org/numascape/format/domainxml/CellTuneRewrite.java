package org.numascape.format.domainxml;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.numascape.domain.Domain;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.format.FormatException;

/// `numatune/memnode`: the rules of single guest cells.
final class CellTuneRewrite implements Rewrite {

  @Override
  public XmlText rewrite(XmlText xml, Domain wanted) throws FormatException {
    var fields = new Fields(xml);
    var now = new NumaTuneReader(fields, xml.root()).cells();
    var missing = new TreeMap<>(wanted.numaTune().cells());
    var gone = new ArrayList<Integer>();
    var patch = new Patch(xml);
    for (var element : Section.NUMA_TUNE.elements(xml, "memnode").toList()) {
      int cell = fields.number(element, "cellid");
      var rule = missing.remove(cell);
      if (rule == null) {
        gone.add(cell);
      } else if (!rule.equals(now.get(cell))) {
        bound(patch, element, rule, now.get(cell));
      }
    }
    var added =
        missing.entrySet().stream()
            .map(rule ->
                Markup.of("memnode")
                    .with("cellid", rule.getKey())
                    .with("mode", rule.getValue().mode().word())
                    .with("nodeset", rule.getValue().nodes()))
            .toList();
    var changed = Section.NUMA_TUNE.adding(patch.done(), added);
    return without(changed, gone);
  }

  private static void bound(
      Patch patch, XmlElement element, MemoryBinding rule, @Nullable MemoryBinding now) {
    if (now == null || rule.mode() != now.mode()) {
      patch.set(element, "mode", rule.mode().word());
    }
    if (now == null || !rule.nodes().equals(now.nodes())) {
      patch.set(element, "nodeset", rule.nodes().toString());
    }
  }

  private static XmlText without(XmlText xml, List<Integer> gone) throws FormatException {
    var elements = new ArrayList<XmlElement>();
    for (var element : Section.NUMA_TUNE.elements(xml, "memnode").toList()) {
      if (gone.contains(new Fields(xml).number(element, "cellid"))) {
        elements.add(element);
      }
    }
    return Section.NUMA_TUNE.removing(xml, elements);
  }
}

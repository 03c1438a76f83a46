package org.numascape.lint;

import java.util.ArrayList;
import java.util.List;
import org.numascape.format.FormatException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Finds the mistakes in KubeVirt's YAML (I-15).
final class KubevirtLint implements KindLint {

  @Override
  public List<Finding> examine(String source, String text) throws FormatException {
    var yaml = YamlText.parse(source, text);
    var found = new ArrayList<Finding>();
    boolean known = false;
    for (var document : yaml.documents()) {
      if (YamlText.value(document, "kind").equals("KubeVirt")) {
        known = true;
        gates(yaml, document, found);
      }
      var domains = new ArrayList<MappingNode>();
      domains(document, 0, domains);
      known |= !domains.isEmpty();
      domains.forEach(domain -> found.addAll(new KubevirtDomain(yaml, domain).examine()));
    }
    if (!known) {
      throw new FormatException(
          source,
          0,
          "there is no virtual machine in it: KubeVirt describes one below spec.domain.");
    }
    return found;
  }

  /// Every `domain:` that is a mapping, wherever the kind of object keeps it.
  private static void domains(Node node, int depth, List<MappingNode> found) {
    if (depth > 12 || found.size() > 1_000 || !(node instanceof MappingNode mapping)) {
      return;
    }
    for (var entry : mapping.getValue()) {
      boolean named = YamlText.scalar(entry.getKeyNode()).filter("domain"::equals).isPresent();
      if (named && entry.getValueNode() instanceof MappingNode domain) {
        found.add(domain);
      } else {
        domains(entry.getValueNode(), depth + 1, found);
      }
    }
  }

  private static void gates(YamlText yaml, Node document, List<Finding> found) {
    var gates =
        YamlText.at(document, "spec", "configuration", "developerConfiguration", "featureGates");
    if (gates.isEmpty() || !(gates.get() instanceof SequenceNode list)) {
      return;
    }
    for (var gate : list.getValue()) {
      if (YamlText.scalar(gate).filter("NUMA"::equals).isPresent()) {
        List<Splice> correction =
            list.getValue().size() > 1
                ? yaml.without(yaml.span(gate))
                : List.of(Splice.replace(trimmed(yaml, list), "[]"));
        found.add(
            Finding.info(
                "I-15",
                yaml.span(gate),
                "the feature gate NUMA is generally available in KubeVirt's source of August 2026 and needs not be listed there. Leave it out, unless your release is older and asks for it.",
                correction));
      }
    }
  }

  private static Span trimmed(YamlText yaml, SequenceNode list) {
    return new Span(yaml.span(list).start(), yaml.span(list.getValue().getLast()).end());
  }
}

package org.numascape.placement;

import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.design.Guest;
import org.numascape.topology.NodeSet;
import org.numascape.topology.NumaNode;
import org.numascape.topology.TopologyObject;

/// Words for NUMA nodes.
final class NodeWords extends SetWords<NodeSet> {

  private static final String WITH_CPUS = "with cpus";
  private static final String WITHOUT_CPUS = "without cpus";

  NodeWords(Analysis facts) {
    super(facts);
  }

  @Override
  NodeSet all() {
    return host().nodeSet();
  }

  @Override
  NodeSet of(TopologyObject part) {
    return part instanceof NumaNode node ? NodeSet.of(node.osIndex()) : host().nodesOf(part.cpus());
  }

  @Override
  NodeSet usedBy(Guest guest) {
    var tune = guest.wanted().numaTune();
    return guest.wanted().cells().stream()
        .flatMap(cell -> tune.bindingOf(cell.id()).stream())
        .map(binding -> binding.nodes())
        .reduce(tune.memory().map(rule -> rule.nodes()).orElse(NodeSet.EMPTY), NodeSet::or)
        .and(all());
  }

  @Override
  NodeSet range(int first, int last) {
    return NodeSet.range(first, last);
  }

  @Override
  String one() {
    return "node";
  }

  @Override
  Optional<NodeSet> ownWord(String word, NodeSet before) {
    return switch (word) {
      case WITH_CPUS -> Optional.of(withCpus(true));
      case WITHOUT_CPUS -> Optional.of(withCpus(false));
      default -> Optional.empty();
    };
  }

  private NodeSet withCpus(boolean wanted) {
    return NodeSet.of(
        all().stream().filter(node -> host().cpusOf(node).isEmpty() != wanted).boxed().toList());
  }

  @Override
  Stream<SetWord<NodeSet>> ownWords(String typed, NodeSet before) {
    return withCpus(false).isEmpty()
        ? Stream.empty()
        : Stream.of(WITH_CPUS, WITHOUT_CPUS).map(word -> new SetWord<>(word, meant(word, before)));
  }
}

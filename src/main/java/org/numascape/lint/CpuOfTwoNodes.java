package org.numascape.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.numascape.topology.CpuSet;

/// I-02: a vCPU in the `cpus=` of two nodes ("CPU is already assigned to node-id").
final class CpuOfTwoNodes implements QemuRule {

  @Override
  public Stream<Finding> examine(QemuLine line) {
    var found = new ArrayList<Finding>();
    var seen = new ArrayList<QemuNode>();
    for (var node : line.nodes()) {
      for (var other : seen) {
        var both = node.cpus().and(other.cpus());
        if (!both.isEmpty()) {
          found.add(finding(line, node, other, both));
          break;
        }
      }
      seen.add(node);
    }
    return found.stream();
  }

  private static Finding finding(QemuLine line, QemuNode node, QemuNode other, CpuSet both) {
    var nodes = line.nodes().stream().filter(one -> !one.cpus().isEmpty()).toList();
    int highest = nodes.stream().mapToInt(one -> one.cpus().last()).max().orElse(0) + 1;
    int vcpus = line.vcpus().orElse(highest);
    var split = EvenSplit.of(vcpus, nodes.size(), Math.max(1, line.level("threads").orElse(1)));
    boolean enough = split.stream().noneMatch(CpuSet::isEmpty);
    boolean splicable = nodes.stream().allMatch(one -> one.option().splicable());
    List<Splice> correction =
        enough && splicable ? correction(line.text(), nodes, split) : List.of();
    String shares =
        String.join(", ", split.stream().map(set -> set.isEmpty() ? "none" : set + "").toList());
    String message =
        "vCPU%s %s %s in guest node %d and in node %d; QEMU refuses, a vCPU belongs to exactly one node. Shared out evenly, %d vCPUs on %d nodes are %s."
            .formatted(
                both.size() > 1 ? "s" : "",
                both,
                both.size() > 1 ? "are" : "is",
                other.number(),
                node.number(),
                vcpus,
                nodes.size(),
                shares);
    return Finding.error("I-02", node.cpuLists().getFirst().valueSpan(), message, correction);
  }

  private static List<Splice> correction(String text, List<QemuNode> nodes, List<CpuSet> split) {
    var splices = new ArrayList<Splice>();
    for (int i = 0; i < nodes.size(); i++) {
      var lists = nodes.get(i).cpuLists();
      String cpus = EvenSplit.properties(split.get(i));
      splices.add(Splice.replace(lists.getFirst().span(), cpus));
      lists.stream().skip(1).map(new LineEdit(text)::remove).forEach(splices::add);
    }
    return splices;
  }
}

package org.numascape.lint;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.numascape.topology.CpuSet;

/// I-09: vCPUs that no `-numa` names; QEMU puts them somewhere and says that it will stop doing so.
final class CpuOfNoNode implements QemuRule {

  @Override
  public Stream<Finding> examine(QemuLine line) {
    var nodes = line.nodes();
    boolean byTopology = line.all("numa").anyMatch(numa -> numa.lead().equals("cpu"));
    var vcpus = line.vcpus();
    if (nodes.isEmpty() || byTopology || vcpus.isEmpty() || vcpus.getAsInt() == 0) {
      return Stream.of(); // -numa cpu counts sockets and cores, not vCPUs: not decided here
    }
    var all = CpuSet.range(0, vcpus.getAsInt() - 1);
    var covered = nodes.stream().map(QemuNode::cpus).reduce(CpuSet.EMPTY, CpuSet::or);
    var left = all.minus(covered);
    return left.isEmpty() ? Stream.of() : Stream.of(finding(line, nodes, left));
  }

  private static Finding finding(QemuLine line, List<QemuNode> nodes, CpuSet left) {
    boolean none = nodes.stream().allMatch(node -> node.cpus().isEmpty());
    boolean splicable = nodes.stream().allMatch(node -> node.option().splicable());
    boolean readable =
        nodes.stream().allMatch(node -> node.cpus().isEmpty() == node.cpuLists().isEmpty());
    List<Splice> correction =
        !splicable || !readable
            ? List.of()
            : none ? split(line, nodes) : List.of(given(nodes, left));
    String message =
        "no -numa node names vCPU%s %s of %d; QEMU still puts %s on a node of its choice and calls that deprecated. Say cpus= at the nodes."
            .formatted(
                left.size() > 1 ? "s" : "",
                left,
                line.vcpus().orElse(0),
                left.size() > 1 ? "them" : "it");
    return Finding.warning("I-09", nodes.getLast().option().span(), message, correction);
  }

  private static List<Splice> split(QemuLine line, List<QemuNode> nodes) {
    int threads = Math.max(1, line.level("threads").orElse(1));
    var shares = EvenSplit.of(line.vcpus().orElse(1), nodes.size(), threads);
    return java.util.stream.IntStream.range(0, nodes.size())
        .filter(i -> !shares.get(i).isEmpty())
        .mapToObj(i -> added(nodes.get(i), shares.get(i)))
        .toList();
  }

  /// To the node that has fewest, of those that have any.
  private static Splice given(List<QemuNode> nodes, CpuSet left) {
    var poorest =
        nodes.stream()
            .filter(node -> !node.cpus().isEmpty())
            .min(Comparator.comparingInt((QemuNode node) -> node.cpus().size()))
            .orElseThrow();
    return added(poorest, left);
  }

  private static Splice added(QemuNode node, CpuSet cpus) {
    return Splice.insert(node.option().span().end(), "," + EvenSplit.properties(cpus));
  }
}

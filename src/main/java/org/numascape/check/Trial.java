package org.numascape.check;

import java.util.List;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.NodeMemory;
import org.numascape.analysis.PagePool;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;

/// Tries a fix before it is offered.
interface Trial {

  /// Whether an edit leaves no node and no pool more short than it is now.
  static boolean roomy(Analysis facts, Edit edit) {
    var after = facts.after(edit.applyTo(facts.design()));
    boolean nodes =
        after.memory().nodes().values().stream()
            .allMatch(node ->
                node.overKib()
                    <= facts.memory().node(node.node()).map(NodeMemory::overKib).orElse(0L));
    boolean pools =
        after.hugePages().all().stream()
            .allMatch(pool ->
                pool.shortfall()
                    <= facts
                        .hugePages()
                        .pool(pool.node(), pool.size())
                        .map(PagePool::shortfall)
                        .orElse(0L));
    return nodes && pools;
  }

  /// Whether an edit ends what a rule says of a guest alone, without an error of that guest that is
  /// not there now, and without a shortage.
  static boolean cures(Analysis facts, DomainId id, String code, Edit edit) {
    var after = facts.after(edit.applyTo(facts.design()));
    var before = alone(facts, id);
    var left = alone(after, id);
    return count(left, code) < count(before, code) && sound(before, left) && roomy(facts, edit);
  }

  /// Whether an edit brings no error to a guest alone that is not there now.
  static boolean sound(Analysis facts, DomainId id, Edit edit) {
    return sound(alone(facts, id), alone(facts.after(edit.applyTo(facts.design())), id));
  }

  private static boolean sound(List<Finding> before, List<Finding> after) {
    return after.stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .allMatch(finding -> count(before, finding.code()) >= count(after, finding.code()));
  }

  private static List<Finding> alone(Analysis facts, DomainId id) {
    return facts.guest(id).map(Report::alone).orElse(List.of());
  }

  /// A fix made of these edits, if it [cures][#cures].
  static List<Fix> fix(
      Analysis facts, DomainId id, String code, String label, List<? extends Edit> edits) {
    var edit = edits.size() == 1 ? edits.getFirst() : new Edit.Together(label, List.copyOf(edits));
    return !edits.isEmpty() && cures(facts, id, code, edit)
        ? List.of(new Fix(label, edit))
        : List.of();
  }

  private static long count(List<Finding> findings, String code) {
    return findings.stream().filter(finding -> finding.code().equals(code)).count();
  }
}

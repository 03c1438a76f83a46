package org.numascape.check;

import org.numascape.analysis.Analysis;
import org.numascape.analysis.NodeMemory;
import org.numascape.analysis.PagePool;
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
}

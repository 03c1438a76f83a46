package org.numascape.check;

import java.util.List;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.design.Edit;
import org.numascape.topology.HostChange;

/// The host was read again and is not what the design was made for: its ids and sizes may mean
/// other things. It is told until a person agrees, whatever was mended meanwhile.
final class HostIsAnother implements DesignCheck {

  private static final int TOLD = 4;

  @Override
  public Stream<Finding> examine(Analysis facts) {
    var changes = facts.host().facts().changes();
    return changes.isEmpty()
        ? Stream.empty()
        : Finding.of("L-04", Severity.WARNING, "Since the design was made, " + told(changes))
            .at(HostSays.host(facts))
            .fixed(now -> List.of(new Fix("Take the host as it is now", new Edit.AgreeToHost())))
            .stream();
  }

  private static String told(List<HostChange> changes) {
    var few =
        changes.stream()
            .limit(TOLD)
            .map(change ->
                change.what() + " changed from " + change.before() + " to " + change.now())
            .toList();
    int more = changes.size() - few.size();
    return Words.list(few) + (more == 0 ? "" : ", and " + more + " more such changes");
  }
}

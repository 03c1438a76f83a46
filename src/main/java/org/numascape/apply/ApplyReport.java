package org.numascape.apply;

import java.util.List;
import java.util.StringJoiner;
import org.numascape.apply.Finding.Match;

/// What an apply did, what it did not, and what was read back. Holds no XML.
///
/// @param host the connection, without secrets
public record ApplyReport(String host, List<PoolOutcome> pools, List<Outcome> domains) {

  /// Copies the lists.
  public ApplyReport {
    pools = List.copyOf(pools);
    domains = List.copyOf(domains);
  }

  /// Whether everything was done and read back as wanted.
  public boolean complete() {
    return pools.stream().allMatch(PoolOutcome::reached)
        && domains.stream()
            .allMatch(d -> d instanceof Outcome.Applied applied && applied.verified());
  }

  /// One page to be read or copied.
  public String text() {
    var text = new StringJoiner("\n", "", "\n");
    text.add(
        "Applied to "
            + host
            + (complete()
                ? ": everything done and verified"
                : ": not everything was done or verified"));
    if (!pools.isEmpty()) {
      text.add("").add("Huge pages");
      pools.forEach(pool -> text.add("  " + pool.line()));
    }
    for (var outcome : domains) {
      text.add("");
      switch (outcome) {
        case Outcome.Applied applied -> applied(text, applied);
        case Outcome.Failed failed -> failed(text, failed);
        case Outcome.NotBegun left ->
            text.add(left.name() + ": not begun, the apply was cancelled before");
      }
    }
    return text.toString();
  }

  private static void applied(StringJoiner text, Outcome.Applied applied) {
    long wrong = applied.findings().stream().filter(f -> f.match() == Match.DIFFERENT).count();
    text.add(
        applied.name() + ": done" + (wrong == 0 ? "" : ", but " + wrong + " things are different"));
    applied.findings().forEach(finding -> text.add("  " + finding.line()));
  }

  private static void failed(StringJoiner text, Outcome.Failed failed) {
    text.add(failed.name() + ": failed to " + failed.step());
    text.add("  " + failed.reason().sentence());
    failed.restored().forEach(what -> text.add("  restored: " + what));
    failed.notRestored().forEach(what -> text.add("  NOT restored: " + what));
    if (failed.restored().isEmpty() && failed.notRestored().isEmpty()) {
      text.add("  nothing of it was changed");
    }
    if (failed.remedy().isPresent()) {
      text.add(
          "  It can be tried without checking it against the schema; libvirt then drops what it does not know.");
    }
  }
}

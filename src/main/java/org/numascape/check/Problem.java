package org.numascape.check;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.numascape.analysis.Analysis;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.Item;

/// One thing that is wrong with a design.
///
/// Two problems are equal when they say the same of the same facts: after any change the ways out
/// may be others.
public final class Problem {

  private final Finding finding;
  private final Analysis facts;
  private volatile Optional<List<Fix>> fixes = Optional.empty();

  Problem(Finding finding, Analysis facts) {
    this.finding = finding;
    this.facts = facts;
  }

  /// The rule's id in the catalogue, such as `N-02`.
  public String code() {
    return finding.code();
  }

  /// How bad it is.
  public Severity severity() {
    return finding.severity();
  }

  /// The guest it concerns most; empty for a problem of the host.
  public Optional<DomainId> domain() {
    return finding.domain();
  }

  /// Everything it concerns, to be lit up on the picture; the most telling first.
  public List<Item> where() {
    return finding.where();
  }

  /// A few words: `Memory is on the far node`.
  public String title() {
    return text().title(finding.variant());
  }

  /// One sentence with its numbers, without a full stop.
  public String message() {
    return finding.message();
  }

  /// What it costs and where that is known from.
  public String why() {
    return finding.more().isEmpty() ? text().why() : text().why() + " (" + finding.more() + ")";
  }

  /// Everything there is to say about the rule.
  public RuleText text() {
    return RuleText.of(code());
  }

  /// Ways out, best first; none that brings the guest an error it has not got. Worked out by the
  /// first call, as each is tried on the whole design.
  public List<Fix> fixes() {
    var known = fixes;
    if (known.isEmpty()) {
      known = Optional.of(sound());
      fixes = known;
    }
    return known.get();
  }

  private List<Fix> sound() {
    return finding.remedy().fixes(facts).stream()
        .filter(fix -> domain().isEmpty() || Trial.sound(facts, domain().get(), fix.edit()))
        .toList();
  }

  /// Whether [#fixes()] are worked out already, so that asking for them takes no time.
  public boolean fixesKnown() {
    return fixes.isPresent();
  }

  /// One line that names its severity, rule and guest, without a full stop: `error H-02 db-server:
  /// Huge pages are short: Cell 0 needs …`
  public String line(Design design) {
    String who = domain().flatMap(design::guest).map(guest -> guest.name() + ": ").orElse("");
    String severity = severity().name().toLowerCase(Locale.ROOT);
    return severity + " " + code() + " " + who + title() + ": " + message();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Problem problem
        && facts.equals(problem.facts)
        && finding.equals(problem.finding);
  }

  @Override
  public int hashCode() {
    return finding.hashCode();
  }

  @Override
  public String toString() {
    return severity() + " " + code() + ": " + message();
  }
}

package org.numascape.comparison;

import org.numascape.design.Design;
import org.numascape.format.FormatException;

/// What differs between two designs as a text for people: what is planned for the host, each guest
/// in words, problems that come and go, and the XML of each guest as `diff -u` shows it.
///
/// @param problems which come and go
public record ComparisonText(
    Design before, Design after, DesignComparison differences, ProblemComparison problems) {

  /// Lines around each change, as `diff -u` has them.
  private static final int CONTEXT = 3;

  /// Compares two designs.
  public static ComparisonText of(Design before, Design after) {
    return new ComparisonText(
        before, after, DesignComparison.of(before, after), ProblemComparison.of(before, after));
  }

  /// Whether nothing differs.
  public boolean isEmpty() {
    return differences.isEmpty() && problems.isEmpty();
  }

  /// What differs, in words; empty where nothing does.
  public String words() {
    var text = new StringBuilder();
    var machine = differences.machine();
    section(text, "Host", machine.stream().map(Difference::sentence).toList());
    var plan = differences.plan();
    section(text, "Plan for the host", plan.stream().map(PlanDifference::sentence).toList());
    differences.guests().forEach(guest -> section(text, guest.name(), guest.sentences()));
    section(
        text, "Problems gained", problems.gained().stream().map(one -> one.line(after)).toList());
    section(text, "Problems lost", problems.lost().stream().map(one -> one.line(before)).toList());
    section(
        text,
        "Problems changed",
        problems.changed().stream()
            .map(one -> one.after().line(after) + " (before: " + one.before().message() + ")")
            .toList());
    return text.toString();
  }

  private static void section(StringBuilder text, String title, java.util.List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    text.append(text.isEmpty() ? "" : "\n").append(title).append('\n');
    lines.forEach(line -> text.append("  ").append(line).append('\n'));
  }

  /// The XML of every guest that differs, as `diff -u` shows it.
  ///
  /// @throws FormatException when the text of a guest is no domain XML
  public String xml() throws FormatException {
    var text = new StringBuilder();
    for (var guest : differences.guests()) {
      text.append(xml(guest));
    }
    return text.toString();
  }

  /// The XML of one guest, as `diff -u` shows it.
  public static String xml(GuestDifference guest) throws FormatException {
    String name = guest.name() + ".xml";
    return guest
        .xml()
        .unified(
            guest.added() ? "/dev/null" : "before/" + name,
            guest.removed() ? "/dev/null" : "after/" + name,
            CONTEXT);
  }
}

package org.numascape.comparison;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.numascape.apply.XmlDiff;
import org.numascape.design.Guest;
import org.numascape.format.FormatException;
import org.numascape.format.domainxml.DomainWriter;

/// What two designs want of one guest differently.
///
/// @param before the guest in the first design; empty where only the second one has it
/// @param after the guest in the second design; empty where only the first one has it
/// @param lines heaviest first; none for a guest that only one design has
public record GuestDifference(
    Optional<Guest> before, Optional<Guest> after, List<PlanDifference> lines) {

  /// Sorts and copies the list; refuses a guest of neither design.
  public GuestDifference {
    if (before.isEmpty() && after.isEmpty()) {
      throw new IllegalArgumentException("a guest of neither design is no difference");
    }
    lines = lines.stream().sorted(Comparator.comparing(PlanDifference::weight)).toList();
  }

  /// The guest as the second design has it, else as the first has.
  public Guest guest() {
    return after.or(() -> before).orElseThrow();
  }

  /// The name people know it by.
  public String name() {
    return guest().name();
  }

  /// Whether only the second design has it.
  public boolean added() {
    return before.isEmpty();
  }

  /// Whether only the first design has it.
  public boolean removed() {
    return after.isEmpty();
  }

  /// How much it matters: a guest more or less always does.
  public Weight weight() {
    return lines.isEmpty() ? Weight.DECISIVE : lines.getFirst().weight();
  }

  /// What there is to say, line by line.
  public List<String> sentences() {
    if (added()) {
      return List.of("is added");
    }
    return removed()
        ? List.of("is removed")
        : lines.stream().map(PlanDifference::sentence).toList();
  }

  /// How its definition differs, as it would be on a host after an apply of either design.
  ///
  /// @throws FormatException when the text it was read from is no domain XML
  public XmlDiff xml() throws FormatException {
    return XmlDiff.of(text(before), text(after));
  }

  private static String text(Optional<Guest> guest) throws FormatException {
    return guest.isEmpty() ? "" : DomainWriter.write(guest.get().xml(), guest.get().wanted());
  }
}

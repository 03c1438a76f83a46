package org.numascape.app.versions;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.numascape.comparison.DesignComparison;
import org.numascape.comparison.GuestDifference;
import org.numascape.comparison.Weight;
import org.numascape.design.Design;

/// A row of what differs between two designs.
sealed interface ChangeRow {

  /// What is shown and read out.
  String words();

  /// What the rows below it are about.
  ///
  /// @param colour the colour index of a guest; empty for the host
  record Heading(String words, OptionalInt colour) implements ChangeRow {}

  /// Something that differs.
  record Line(Weight weight, String words) implements ChangeRow {}

  /// What is planned for the host first, then machine by machine.
  static List<ChangeRow> of(DesignComparison comparison) {
    var rows = new ArrayList<ChangeRow>();
    if (!comparison.machine().isEmpty()) {
      rows.add(new Heading("The host itself", OptionalInt.empty()));
      comparison.machine().forEach(one -> rows.add(new Line(one.weight(), one.sentence())));
    }
    if (!comparison.plan().isEmpty()) {
      rows.add(new Heading("Plan for the host", OptionalInt.empty()));
      comparison.plan().forEach(one -> rows.add(new Line(one.weight(), one.sentence())));
    }
    comparison.guests().forEach(guest -> rows.addAll(of(guest)));
    return rows;
  }

  /// What differs of one guest, below its name.
  static List<ChangeRow> of(GuestDifference guest) {
    var rows = new ArrayList<ChangeRow>();
    rows.add(new Heading(guest.name(), OptionalInt.of(guest.guest().colour())));
    if (guest.lines().isEmpty()) {
      guest.sentences().forEach(words -> rows.add(new Line(guest.weight(), words)));
    }
    guest.lines().forEach(one -> rows.add(new Line(one.weight(), one.sentence())));
    return rows;
  }

  /// Which snapshots came and went.
  static List<ChangeRow> ofSnapshots(Design before, Design after) {
    var rows = new ArrayList<ChangeRow>();
    for (var one : before.snapshots()) {
      if (after.snapshot(one.name()).isEmpty()) {
        rows.add(new Line(Weight.MINOR, "snapshot “" + one.name() + "” is gone"));
      }
    }
    for (var one : after.snapshots()) {
      if (before.snapshot(one.name()).isEmpty()) {
        rows.add(new Line(Weight.MINOR, "snapshot “" + one.name() + "” is there"));
      }
    }
    return rows;
  }
}

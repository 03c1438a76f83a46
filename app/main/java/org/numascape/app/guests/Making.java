package org.numascape.app.guests;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.Guest;
import org.numascape.design.Item;
import org.numascape.design.NewNames;
import org.numascape.format.FormatException;
import org.numascape.format.domainxml.GuestTemplate;
import org.numascape.format.domainxml.NewGuest;
import org.numascape.placement.PillLine;
import org.numascape.placement.Preset;
import org.numascape.placement.PresetPlan;

/// A guest that somebody is about to make.
///
/// @param like the guest it is made after; empty for a template
/// @param uuid what it will be known by
record Making(NewGuest what, Optional<DomainId> like, Placing placing, String uuid) {

  /// Where the new guest goes.
  sealed interface Placing {

    /// Nowhere yet: it waits in the list.
    record NotYet() implements Placing {}

    /// Where a preset for its kind puts it, on one node if one is named.
    record WhereItFits(Optional<Integer> node) implements Placing {}

    /// On the CPUs and nodes of the guest it is like.
    record AsTheOther() implements Placing {}
  }

  /// What comes of it.
  ///
  /// @param edit the edit that makes it; empty where it cannot be made
  /// @param lines how it is placed
  /// @param wrong why it cannot be made, or empty
  record Outcome(Optional<Edit> edit, List<PillLine> lines, String wrong) {}

  /// What the new guest is known by in the design.
  DomainId id() {
    return new DomainId(uuid);
  }

  /// How it gets into a design.
  Outcome in(Design design) {
    var wrong = what.wrong().or(() -> taken(design));
    if (wrong.isPresent()) {
      return new Outcome(Optional.empty(), List.of(), wrong.get());
    }
    Guest made;
    try {
      made = made(design);
    } catch (FormatException | IllegalArgumentException cannot) {
      return new Outcome(Optional.empty(), List.of(), String.valueOf(cannot.getMessage()));
    }
    var edits = new ArrayList<Edit>();
    edits.add(new Edit.AddGuests(List.of(made)));
    var lines = new ArrayList<PillLine>();
    if (placing instanceof Placing.WhereItFits(var node)) {
      var plan = plan(edits.getFirst().applyTo(design), node);
      lines.addAll(plan.lines());
      plan.edit().ifPresent(edits::add);
      // A preset may choose pages; the person has.
      if (what.pages().isPresent()) {
        edits.add(new Edit.SetPages(id(), what.pages()));
      }
    }
    return new Outcome(Optional.of(new Edit.Together("Add " + what.name(), edits)), lines, "");
  }

  private Optional<String> taken(Design design) {
    return NewNames.taken(design, what.name())
        ? Optional.of("There is a guest " + what.name() + " already.")
        : Optional.empty();
  }

  private Guest made(Design design) throws FormatException {
    int colour = NewNames.colour(design);
    var other = like.flatMap(design::guest);
    if (other.isEmpty()) {
      var board = GuestTemplate.Board.ofNeighbours(design.guests());
      return what.made(board, uuid, colour);
    }
    boolean placed = placing instanceof Placing.AsTheOther;
    return what.like(placed ? other.get() : Copying.unplaced(design, other.get()), uuid, colour);
  }

  private PresetPlan plan(Design with, Optional<Integer> node) {
    var preset =
        switch (what.kind()) {
          case SHARED -> Preset.SHARED_POOL;
          case DEDICATED -> Preset.DEDICATED;
          case REAL_TIME -> Preset.REAL_TIME;
        };
    return node.isPresent()
        ? PresetPlan.of(preset, with, id(), new Item.NodeMemory(node.get()))
        : PresetPlan.of(preset, with, id());
  }
}

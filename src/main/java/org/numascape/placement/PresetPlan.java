package org.numascape.placement;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.numascape.analysis.Analysis;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.Item;
import org.numascape.domain.Domain;
import org.numascape.domain.NumaTune;

/// What a preset would do to a guest, worked out before it is done.
///
/// @param edit the edit that does it, one step of undo; empty where it cannot be done, or is so
///   already
/// @param lines what comes of it, or why it cannot be
public record PresetPlan(Optional<Edit> edit, List<PillLine> lines) {

  /// Copies the list.
  public PresetPlan {
    lines = List.copyOf(lines);
  }

  /// A preset for a guest on a part of the host; what is not CPUs or nodes of it is left alone.
  ///
  /// @param area the part of the host to stay within: the machine, a package, a node, ...
  public static PresetPlan of(Preset preset, Design design, DomainId guest, Item area) {
    var facts = Analysis.of(design.withDomain(guest, PresetPlan::unplaced));
    var target = Target.of(facts, area);
    var there = design.guest(guest);
    if (target.isEmpty() || there.isEmpty()) {
      return refused("there is nothing to place it on");
    }
    var plan = new PresetEdits(facts, there.get(), target.get()).of(preset);
    return plan.labelled(preset.title() + " for " + there.get().name(), design);
  }

  /// What the guest has now is free for it, and does not decide where it goes.
  private static Domain unplaced(Domain domain) {
    return domain
        .withVcpuPins(Map.of())
        .withEmulatorPin(Optional.empty())
        .withIoThreads(
            domain.ioThreads().stream().map(thread -> thread.withPin(Optional.empty())).toList())
        .withNumaTune(NumaTune.NONE);
  }

  /// A preset for a guest on the whole host.
  public static PresetPlan of(Preset preset, Design design, DomainId guest) {
    return of(preset, design, guest, new Item.OnHost(design.host().machine().id()));
  }

  /// A preset that cannot be, and why.
  static PresetPlan refused(String why) {
    return new PresetPlan(Optional.empty(), List.of(new PillLine(Tone.BAD, why)));
  }

  /// A plan of several edits.
  static PresetPlan of(List<Edit> edits, List<PillLine> lines) {
    return new PresetPlan(Optional.of(new Edit.Together("", edits)), lines);
  }

  private PresetPlan labelled(String label, Design design) {
    if (edit.isEmpty()) {
      return this;
    }
    var named =
        edit.get() instanceof Edit.Together(_, var edits)
            ? new Edit.Together(label, edits)
            : edit.get();
    return named.applyTo(design).equals(design)
        ? new PresetPlan(Optional.empty(), List.of(new PillLine(Tone.PLAIN, "it is so already")))
        : new PresetPlan(Optional.of(named), lines);
  }
}

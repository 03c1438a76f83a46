package org.numascape.app.settings;

import java.util.List;
import java.util.Optional;
import org.numascape.design.CpuEdit;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.Guest;
import org.numascape.placement.PillLine;
import org.numascape.placement.Preset;
import org.numascape.placement.PresetPlan;

/// A guest's vCPUs grouped as their pins are: of what follows the host, the topology alone, and the
/// same CPUs in the order that makes it true.
///
/// @param edit empty where it cannot be, or is so already
/// @param why why not; empty where it can be
record PinnedGrouping(Optional<Edit> edit, String why) {

  /// The grouping of a guest.
  static PinnedGrouping of(Design design, DomainId guest) {
    var plan = PresetPlan.of(Preset.FOLLOW_HOST, design, guest);
    if (plan.edit().isEmpty()) {
      return new PinnedGrouping(
          Optional.empty(), plan.lines().stream().map(PillLine::text).findFirst().orElse(""));
    }
    List<Edit> steps =
        plan.edit().get() instanceof Edit.Together(var label, var all)
            ? all.stream()
                .filter(
                    step -> step instanceof Edit.PinVcpus || step instanceof CpuEdit.SetTopology)
                .toList()
            : List.of();
    String name = design.guest(guest).map(Guest::name).orElse(guest.value());
    var edit = new Edit.Together("Group the vCPUs of " + name + " as their pins are", steps);
    return edit.applyTo(design).equals(design)
        ? new PinnedGrouping(Optional.empty(), "it is so already")
        : new PinnedGrouping(Optional.of(edit), "");
  }
}

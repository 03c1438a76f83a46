package org.numascape.design;

import java.util.stream.Collectors;
import org.numascape.topology.CpuSet;

/// Says in words what an edit does.
interface EditLabel {

  /// One line without a full stop, such as `Pin vCPUs 0-3 of db-server to CPUs 2-5`.
  static String of(Edit edit, Design design) {
    return switch (edit) {
      case GuestEdit one -> one.words(name(design, one.domain()));
      case DesignEdit one -> one.words(design);
      case CostEdit one -> one.words(design);
      case SnapshotEdit one -> one.words();
      case Edit.PinVcpus(var id, var pins) ->
          "Pin "
              + Words.vcpus(CpuSet.of(pins.keySet()))
              + " of "
              + name(design, id)
              + " to "
              + Words.cpus(union(pins.values()));
      case Edit.UnpinVcpus(var id, var vcpus) ->
          "Unpin " + Words.vcpus(vcpus) + " of " + name(design, id);
      case Edit.PinEmulator(var id, var to) ->
          to.map(cpus -> "Pin the emulator of " + name(design, id) + " to " + Words.cpus(cpus))
              .orElse("Unpin the emulator of " + name(design, id));
      case Edit.PinIoThread(var id, var thread, var to) ->
          to.map(cpus ->
                  "Pin I/O thread "
                      + thread
                      + " of "
                      + name(design, id)
                      + " to "
                      + Words.cpus(cpus))
              .orElse("Unpin I/O thread " + thread + " of " + name(design, id));
      case Edit.BindCell(var id, var cell, var to) ->
          "Bind cell " + cell + " of " + name(design, id) + " to node " + to.nodes();
      case Edit.UnbindCell(var id, var cell) -> "Unbind cell " + cell + " of " + name(design, id);
      case Edit.SetMemoryMode(var id, var mode) ->
          "Make the memory of " + name(design, id) + " " + mode.word();
      case Edit.SetPages(var id, var size) ->
          size.map(pages -> "Put " + name(design, id) + " on pages of " + pages)
              .orElse("Put " + name(design, id) + " on normal pages");
      case Edit.ReserveCpus(var cpus) ->
          cpus.isEmpty()
              ? "Keep no CPU for the host"
              : "Keep " + Words.cpus(cpus) + " for the host";
      case Edit.PlanPool(var plan) ->
          "Plan "
              + String.format(java.util.Locale.ROOT, "%,d", plan.pages())
              + " pages of "
              + plan.size()
              + " on node "
              + plan.node();
      case Edit.AddGuests(var guests) ->
          "Add " + guests.stream().map(Guest::name).collect(Collectors.joining(", "));
      case Edit.RemoveGuest(var id) -> "Remove " + name(design, id);
      case Edit.Revert(var id) -> "Revert " + name(design, id);
      case Edit.Rename(var name) -> "Rename the design to " + name;
      case Edit.MuteRule(var mute) -> "Mute " + mute.code() + whom(design, mute.domain());
      case Edit.UnmuteRule(var code, var id) -> "Unmute " + code + whom(design, id);
      case Edit.SetThresholds(var thresholds) -> "Change the rules' thresholds";
      case Edit.SetNeverTogether(var groups) -> "Say which guests never run together";
      case Edit.AgreeToHost() -> "Take the host as it is now";
      case Edit.Together(var label, var edits) -> label;
    };
  }

  private static CpuSet union(java.util.Collection<CpuSet> sets) {
    return sets.stream().reduce(CpuSet.EMPTY, CpuSet::or);
  }

  private static String name(Design design, DomainId id) {
    return design.guest(id).map(Guest::name).orElse(id.value());
  }

  private static String whom(Design design, java.util.Optional<DomainId> id) {
    return id.map(guest -> " for " + name(design, guest)).orElse("");
  }
}

package org.numascape.design;

import java.util.Optional;
import java.util.OptionalLong;
import org.numascape.domain.Domain;
import org.numascape.domain.MaxMemory;
import org.numascape.domain.MemoryMode;
import org.numascape.domain.MemoryTune;
import org.numascape.domain.NumaTune;

/// Edits of how much memory a guest has, what it may use, and where it comes from.
public sealed interface MemoryEdit extends GuestEdit {

  /// How much memory, in KiB without devices; cells keep their shares of it.
  record SetMemory(DomainId domain, long kib) implements MemoryEdit {
    /// Refuses none.
    public SetMemory {
      if (kib < 1) {
        throw new IllegalArgumentException("a guest cannot have " + kib + " KiB of memory");
      }
    }
  }

  /// How much of it the balloon leaves at start, in KiB; empty for all.
  record SetCurrent(DomainId domain, OptionalLong kib) implements MemoryEdit {}

  /// How far it can grow by plugging in devices; never less than it has.
  record SetMaximum(DomainId domain, Optional<MaxMemory> maximum) implements MemoryEdit {}

  /// What the host lets it use.
  record SetLimits(DomainId domain, MemoryTune tune) implements MemoryEdit {}

  /// Where all memory comes from, cell by cell.
  record SetNumaTune(DomainId domain, NumaTune tune) implements MemoryEdit {}

  /// Leaves the nodes to numad, bound in this mode; rules of single cells go, libvirt refuses both.
  record SetAutomatic(DomainId domain, MemoryMode mode) implements MemoryEdit {}

  @Override
  default Domain changed(Domain before) {
    var memory = before.memory();
    return switch (this) {
      case SetMemory(_, var kib) -> Room.kept(before, Cells.resized(before, kib));
      case SetCurrent(_, var kib) ->
          before.withMemory(
              memory.withCurrentKib(
                  kib.isPresent()
                      ? OptionalLong.of(Math.min(kib.getAsLong(), before.totalKib()))
                      : kib));
      case SetMaximum(_, var maximum) ->
          Room.kept(before, before.withMemory(memory.withMaximum(maximum)));
      case SetLimits(_, var tune) -> before.withMemory(memory.withTune(tune));
      case SetNumaTune(_, var tune) -> before.withNumaTune(tune);
      case SetAutomatic(_, var mode) ->
          before.withNumaTune(new NumaTune(Optional.empty(), true, java.util.Map.of(), mode));
    };
  }

  @Override
  default String words(String guest) {
    return switch (this) {
      case SetMemory(_, var kib) -> "Give " + guest + " " + Words.size(kib);
      case SetCurrent(_, var kib) ->
          kib.isPresent()
              ? "Start " + guest + " with " + Words.size(kib.getAsLong())
              : "Start " + guest + " with all its memory";
      case SetMaximum(_, var maximum) ->
          maximum
              .map(most ->
                  "Let "
                      + guest
                      + " grow to "
                      + Words.size(most.kib())
                      + " in "
                      + Words.count(most.slots(), "slot"))
              .orElse("Let the memory of " + guest + " stay as it is");
      case SetLimits(_, var tune) ->
          tune.hardLimit().isPresent()
              ? "Let " + guest + " use " + Words.size(tune.hardLimit().getAsLong()) + " at most"
              : "Set the memory limits of " + guest;
      case SetNumaTune(_, var tune) ->
          tune.equals(NumaTune.NONE)
              ? "Unbind the memory of " + guest
              : "Bind the memory of " + guest;
      case SetAutomatic(_, var mode) ->
          "Leave the memory of " + guest + " to numad, " + mode.word();
    };
  }
}

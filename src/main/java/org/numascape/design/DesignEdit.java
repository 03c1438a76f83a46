package org.numascape.design;

import java.util.Optional;
import org.numascape.topology.CpuSet;

/// Edits of what is planned for the host, and of which guests there are.
public sealed interface DesignEdit extends Edit {

  /// Keeps CPUs and memory from guests, for the host ([Lane#HOST]) or for other software; one that
  /// keeps nothing takes the lane of its name away.
  record KeepLane(Lane lane) implements DesignEdit {}

  /// Has the kernel keep its own work off these CPUs (OS indexes); empty leaves that as it is.
  record Isolate(Optional<CpuSet> cpus) implements DesignEdit {}

  /// Gives a guest another name. libvirt knows a domain it has by its name, so only a guest that
  /// comes from a file or a template can have another; any other stays as it is.
  record RenameGuest(DomainId domain, String name) implements DesignEdit {
    /// Refuses a blank name and one with a line break, as libvirt does.
    public RenameGuest {
      if (name.isBlank() || name.contains("\n") || name.contains("/")) {
        throw new IllegalArgumentException("\"" + name + "\" cannot be a domain's name");
      }
    }
  }

  /// The design after it.
  default Design changed(Design before) {
    return switch (this) {
      case KeepLane(var lane) -> before.withLane(lane);
      case Isolate(var cpus) -> before.withIsolated(cpus);
      case RenameGuest(var id, var name) -> renamed(before, id, name);
    };
  }

  /// Gives CPUs (OS indexes) back to guests, whoever kept them.
  static Edit release(Design design, CpuSet cpus) {
    var edits =
        design.lanes().stream()
            .filter(lane -> lane.cpus().intersects(cpus))
            .<Edit>map(lane -> new KeepLane(lane.withCpus(lane.cpus().minus(cpus))))
            .toList();
    return edits.size() == 1
        ? edits.getFirst()
        : new Edit.Together("Let guests have " + Words.cpus(cpus) + " again", edits);
  }

  /// Keeps CPUs (OS indexes) for the host beside those it has, but for what other software has.
  static Edit reserve(Design design, CpuSet cpus) {
    var others = design.keptCpus().minus(design.reserved());
    return new Edit.ReserveCpus(design.reserved().or(cpus.minus(others)));
  }

  private static Design renamed(Design before, DomainId id, String name) {
    boolean taken =
        before.guests().stream().anyMatch(g -> !g.id().equals(id) && g.name().equals(name));
    boolean free = before.guest(id).filter(Guest::fromFile).isPresent();
    return taken || !free
        ? before
        : before.withDomain(id, domain -> domain.named(name, domain.uuid()));
  }

  /// What it does, one line without a full stop.
  default String words(Design before) {
    return switch (this) {
      case KeepLane(var lane) -> kept(lane);
      case Isolate(var cpus) ->
          cpus.map(set -> set.isEmpty() ? "Isolate no CPU" : "Isolate " + Words.cpus(set))
              .orElse("Leave isolation as it is");
      case RenameGuest(var id, var name) ->
          "Rename " + before.guest(id).map(Guest::name).orElse(id.value()) + " to " + name;
    };
  }

  private static String kept(Lane lane) {
    String whom = lane.host() ? "the host" : lane.name();
    if (lane.keepsNothing()) {
      return "Keep nothing for " + whom;
    }
    return "Keep " + lane.words() + " for " + whom;
  }
}

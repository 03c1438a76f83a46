package org.numascape.design;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.numascape.topology.CpuSet;

/// What a design planned at one time, kept under a name within the design.
///
/// It holds no host: a design has one, and what was planned then is put onto what the host is now.
/// The same goes for what people know of both, [CostSettings]: latencies are of the machine,
/// however late somebody measured them, so that two plans are held against each other by the same
/// ones.
///
/// @param taken when somebody took it
public record Snapshot(
    String name,
    Instant taken,
    List<Guest> guests,
    List<Lane> lanes,
    List<PoolPlan> pools,
    Optional<CpuSet> isolated,
    CheckSettings checking) {

  /// Copies the lists; refuses a blank name.
  public Snapshot {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a snapshot needs a name");
    }
    guests = List.copyOf(guests);
    lanes = List.copyOf(lanes);
    pools = List.copyOf(pools);
  }

  /// What a design plans, under a name.
  public static Snapshot of(String name, Instant taken, Design design) {
    return new Snapshot(
        name,
        taken,
        design.guests(),
        design.lanes(),
        design.pools(),
        design.isolated(),
        design.checking());
  }

  /// The same under another name.
  public Snapshot named(String other) {
    return new Snapshot(other, taken, guests, lanes, pools, isolated, checking);
  }

  /// The design as it was then, on the host it has now: what the host has of a guest stays as it
  /// was read last, what was wanted of it comes back. Name and snapshots of the design stay.
  public Design restoredIn(Design present) {
    var back =
        guests.stream().map(guest -> present.guest(guest.id()).map(guest::wantedOf).orElse(guest));
    Design design =
        new Design(
            present.name(),
            present.host(),
            present.source(),
            back.toList(),
            lanes,
            List.of(),
            isolated,
            checking,
            present.costs(),
            present.snapshots());
    for (var plan : pools) {
      design = design.withPool(plan);
    }
    return design;
  }

  /// This as a design beside another one, for the host of that.
  Design of(Design owner) {
    return new Design(
            owner.name(), owner.host(), owner.source(), guests, lanes, pools, isolated, checking)
        .withCosts(owner.costs());
  }

  /// This with what a design plans.
  Snapshot from(Design design) {
    return of(name, taken, design);
  }
}

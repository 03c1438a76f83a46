package org.numascape.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.numascape.design.AccessPattern;
import org.numascape.design.CheckSettings;
import org.numascape.design.CostSettings;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.ExclusiveGroup;
import org.numascape.design.Guest;
import org.numascape.design.HostSource;
import org.numascape.design.Lane;
import org.numascape.design.LaneKind;
import org.numascape.design.MeasuredBandwidth;
import org.numascape.design.MeasuredLatency;
import org.numascape.design.Mute;
import org.numascape.design.PoolPlan;
import org.numascape.design.Snapshot;
import org.numascape.design.Thresholds;

/// Designs with every kind of object and every optional member now present, now absent. One seed
/// always gives the same design.
final class RandomDesigns {

  private final Dice dice;
  private final RandomHosts hosts;
  private final RandomGuests domains;

  private RandomDesigns(Dice dice) {
    this.dice = dice;
    hosts = new RandomHosts(dice);
    domains = new RandomGuests(dice);
  }

  static Design of(long seed) {
    return new RandomDesigns(new Dice(seed)).design();
  }

  private Design design() {
    var host = hosts.host();
    var guests = new ArrayList<Guest>();
    for (int i = dice.random().nextInt(4); i > 0; i--) {
      guests.add(domains.guest());
    }
    return new Design(
        dice.word(),
        host,
        source(),
        guests,
        dice.some(3, this::lane),
        dice.some(3, i -> new PoolPlan(i, dice.page(), dice.random().nextInt(999))),
        dice.maybe(dice::cpus),
        dice.chance() ? checking() : CheckSettings.STANDARD,
        dice.chance() ? costs() : CostSettings.STANDARD,
        dice.some(3, i -> snapshot("state " + i, guests)));
  }

  /// Guests as the design has them, with other wishes, and some it no longer has.
  private Snapshot snapshot(String name, List<Guest> present) {
    var guests = new ArrayList<Guest>();
    for (var guest : present) {
      if (dice.chance()) {
        guests.add(guest.wanting(guest.wanted().withEmulatorPin(dice.maybe(dice::cpus))));
      }
    }
    if (dice.chance()) {
      guests.add(domains.guest());
    }
    return new Snapshot(
        name,
        Instant.ofEpochSecond(dice.random().nextInt(999_999)),
        guests,
        dice.some(2, i -> new Lane("lane " + i, dice.cpus(), Map.of())),
        dice.some(2, i -> new PoolPlan(i, dice.page(), dice.random().nextInt(999))),
        dice.maybe(dice::cpus),
        dice.chance() ? checking() : CheckSettings.STANDARD);
  }

  private Lane lane(int i) {
    return new Lane(
        "lane " + i,
        List.of(LaneKind.values()).get(dice.random().nextInt(LaneKind.values().length)),
        dice.cpus(),
        dice.chance() ? Map.of(i, 4_096L) : Map.of(),
        dice.chance()
            ? List.of(new Lane.Pages(i, dice.page(), 1 + dice.random().nextInt(99)))
            : List.of());
  }

  private CostSettings costs() {
    var row = Map.of(0, 78.4, 3, 143 + dice.random().nextInt(99) / 7.0);
    return new CostSettings(
        dice.maybe(() ->
            new MeasuredLatency(
                Map.of(dice.random().nextInt(4), row, 5, Map.of(5, 1e-3)),
                dice.word(),
                dice.word(),
                dice.chance() ? "" : "2026-11-21")),
        dice.maybe(() ->
            new MeasuredBandwidth(
                Map.of(
                    dice.random().nextInt(4),
                    Map.of(0, 111_445.8, 3, 1 + dice.random().nextInt(99) / 7.0)),
                dice.word(),
                dice.word(),
                dice.chance() ? "" : "2026-11-21")),
        Map.of(new DomainId("guest"), new AccessPattern(dice.random().nextInt(100) / 100.0)),
        dice.chance()
            ? Map.of()
            : Map.of(new DomainId("guest"), (1 + dice.random().nextInt(9_999)) / 100.0));
  }

  private CheckSettings checking() {
    return new CheckSettings(
        new Thresholds(
            dice.random().nextInt(999),
            dice.random().nextInt(999),
            dice.random().nextInt(999),
            7,
            80,
            20,
            1 + dice.random().nextInt(9)),
        dice.some(
            3,
            i ->
                new Mute(
                    "P-0" + i,
                    dice.chance() ? Optional.of(new DomainId("g" + i)) : Optional.empty(),
                    "because " + i)),
        dice.some(
            2, i -> new ExclusiveGroup(Set.of(new DomainId("a" + i), new DomainId("b" + i)))));
  }

  private HostSource source() {
    return switch (dice.random().nextInt(7)) {
      case 0 -> new HostSource.Connection("qemu+ssh://root@host.example/system?keyfile=/k");
      case 1 -> new HostSource.File("C:\\hosts\\" + dice.word());
      case 2 -> new HostSource.Files(List.of("/a/" + dice.word(), "b"));
      case 3 -> new HostSource.Synthetic("numa:2 pu:4");
      case 4 -> new HostSource.Pasted("lscpu, numactl");
      case 5 -> new HostSource.ThisMachine();
      default -> new HostSource.Sample("two-sockets");
    };
  }
}

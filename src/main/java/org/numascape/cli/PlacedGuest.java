package org.numascape.cli;

import java.util.List;
import java.util.Optional;
import org.numascape.design.Design;
import org.numascape.design.Edit;
import org.numascape.design.Guest;
import org.numascape.design.HostSource;
import org.numascape.design.Item;
import org.numascape.domain.Domain;
import org.numascape.domain.DomainState;
import org.numascape.format.FormatException;
import org.numascape.placement.GuestBuses;
import org.numascape.placement.PillLine;
import org.numascape.placement.Preset;
import org.numascape.placement.PresetPlan;
import org.numascape.topology.Contents;
import org.numascape.topology.CpuSet;
import org.numascape.topology.DistanceMatrix;
import org.numascape.topology.HostTopology;
import org.numascape.topology.Machine;

/// The guest of `place` while its options are worked through, on a host if one was named.
final class PlacedGuest {

  private static final HostTopology NOWHERE =
      new HostTopology(new Machine("", CpuSet.EMPTY, Contents.NONE), DistanceMatrix.UNKNOWN);

  private final boolean hosted;
  private Design design;

  PlacedGuest(Domain domain, Optional<HostTopology> host) {
    this.hosted = host.isPresent();
    var guest = Guest.read(domain, "", DomainState.FILE, 0);
    this.design = Design.of("place", host.orElse(NOWHERE), new HostSource.File(""), List.of(guest));
  }

  /// The guest as it is by now.
  Domain domain() {
    return guest().wanted();
  }

  private Guest guest() {
    return design.guests().getFirst();
  }

  /// Makes the edits of some options.
  void edit(GuestOptions options) throws FormatException {
    for (Edit edit : options.edits(guest().id(), domain())) {
      design = edit.applyTo(design);
    }
  }

  /// Takes the guest as something else made it.
  void replace(Domain domain) {
    design = design.withDomain(guest().id(), before -> domain);
  }

  /// Applies a preset, on one node if there is one; what there is to say about it.
  List<String> preset(String name, Optional<Integer> node) throws FormatException {
    var given = new Given("--preset", name);
    var preset = given.word(Preset.values(), Preset::option);
    if (!hosted) {
      throw given.wrong("say on which host, with --host.");
    }
    var id = guest().id();
    return done(
        given,
        node.isPresent()
            ? PresetPlan.of(preset, design, id, new Item.NodeMemory(node.get()))
            : PresetPlan.of(preset, design, id));
  }

  /// Puts host devices on their cells; what there is to say about it.
  List<String> devicesOnCells() throws FormatException {
    var given = new Given("--devices-on-cells", "");
    if (!hosted) {
      throw given.wrong("say on which host, with --host.");
    }
    return done(given, GuestBuses.plan(design, guest().id()));
  }

  private List<String> done(Given given, PresetPlan plan) throws FormatException {
    var words = plan.lines().stream().map(PillLine::text).toList();
    boolean bad = plan.lines().stream().anyMatch(l -> l.tone() == org.numascape.placement.Tone.BAD);
    if (plan.edit().isEmpty() && bad) {
      throw given.wrong(String.join("; ", words) + ".");
    }
    if (plan.edit().isPresent()) {
      design = plan.edit().get().applyTo(design);
    }
    return words;
  }
}

package org.numascape.format.virsh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.numascape.design.Guest;
import org.numascape.domain.Domain;
import org.numascape.domain.DomainState;
import org.numascape.domain.NumaTune;
import org.numascape.format.virsh.Line.Command;
import org.numascape.format.virsh.Line.Remark;
import org.numascape.topology.CpuSet;

/// The commands that change one guest from what was read to what is wanted.
final class GuestCommands {

  private final Domain before;
  private final Domain after;
  private final Guest guest;
  private final String name;
  private final List<Line> lines = new ArrayList<>();

  private GuestCommands(Guest guest) {
    this.guest = guest;
    before = guest.stored();
    after = guest.wanted();
    name = DomainWord.of(after);
  }

  /// The commands, after a remark that names the guest.
  static List<Line> of(Guest guest) {
    var commands = new GuestCommands(guest);
    commands.heading();
    commands.vcpuPins();
    commands.emulatorPin();
    commands.ioThreadPins();
    commands.memoryPlacement();
    commands.pages();
    commands.rest();
    return List.copyOf(commands.lines);
  }

  private void heading() {
    remark(guest.name() + DomainWord.explain(after));
    if (guest.state() == DomainState.FILE) {
      remark("it comes from a file: define it on the host first (virsh define FILE)");
    }
  }

  private void vcpuPins() {
    var vcpus = new TreeSet<>(before.vcpuPins().keySet());
    vcpus.addAll(after.vcpuPins().keySet());
    for (int vcpu : vcpus) {
      pin(
          "vcpupin",
          " " + vcpu,
          Optional.ofNullable(before.vcpuPins().get(vcpu)),
          Optional.ofNullable(after.vcpuPins().get(vcpu)));
    }
  }

  private void emulatorPin() {
    pin("emulatorpin", "", before.emulatorPin(), after.emulatorPin());
  }

  private void ioThreadPins() {
    for (var thread : after.ioThreads()) {
      var old =
          before.ioThreads().stream()
              .filter(other -> other.id() == thread.id())
              .findFirst()
              .flatMap(other -> other.pin());
      pin("iothreadpin", " " + thread.id(), old, thread.pin());
    }
  }

  private void pin(String command, String thread, Optional<CpuSet> old, Optional<CpuSet> now) {
    if (!old.equals(now)) {
      String cpus = now.or(after.vcpus()::cpuset).map(CpuSet::toString).orElse("r");
      run("virsh " + command + " " + name + thread + " " + cpus + when());
    }
  }

  /// virsh changes the common rule of a definition; per cell, or to take rules away, it has no
  /// command. A running guest keeps its memory where it is.
  private void memoryPlacement() {
    var old = before.numaTune();
    var now = after.numaTune();
    if (old.equals(now)) {
      return;
    }
    boolean commonRuleOnly =
        old.cells().equals(now.cells()) && now.memory().isPresent() && !now.automatic();
    if (commonRuleOnly && guest.persistent()) {
      var rule = now.memory().orElseThrow();
      run(
          "virsh numatune %s --mode %s --nodeset %s --config"
              .formatted(name, rule.mode().word(), rule.nodes()));
    } else {
      edit(now.equals(NumaTune.NONE) ? "take <numatune> out" : "write", Elements.numaTune(now));
    }
  }

  private void pages() {
    if (!before.backing().equals(after.backing())) {
      var element = Elements.memoryBacking(after.backing());
      edit(element.isEmpty() ? "take <memoryBacking> out" : "write", element);
    }
  }

  /// What no command above speaks of.
  private void rest() {
    var placed =
        before
            .withVcpuPins(after.vcpuPins())
            .withEmulatorPin(after.emulatorPin())
            .withIoThreads(after.ioThreads())
            .withNumaTune(after.numaTune())
            .withBacking(after.backing());
    if (!placed.equals(after)) {
      edit("change what else differs; the Changes tab shows it", List.of());
    }
  }

  private void edit(String what, List<String> element) {
    remark("virsh has no command for this: virsh edit " + name + ", and " + what);
    element.forEach(this::remark);
    if (guest.state().active()) {
      remark("it takes effect at the next start");
    }
  }

  private String when() {
    if (!guest.state().active()) {
      return " --config";
    }
    return guest.persistent() ? " --config --live" : " --live";
  }

  private void run(String command) {
    lines.add(new Command(command));
  }

  private void remark(String words) {
    lines.add(Remark.of(words));
  }
}

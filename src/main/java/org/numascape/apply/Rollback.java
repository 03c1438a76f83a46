package org.numascape.apply;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.numascape.hypervisor.DomainRecord;
import org.numascape.hypervisor.Hypervisor;
import org.numascape.hypervisor.HypervisorException;
import org.numascape.hypervisor.HypervisorFailure;
import org.numascape.hypervisor.LivePins;
import org.numascape.topology.CpuSet;

/// Remembers what a guest was before each change, and sets it back in reverse order.
final class Rollback {

  private final Hypervisor hypervisor;
  private final String name;
  private final DomainRecord before;
  private final Deque<Change.Live> undo = new ArrayDeque<>();
  private final List<String> restored = new ArrayList<>();
  private final List<String> notRestored = new ArrayList<>();
  private Optional<RestorePoint> point = Optional.empty();
  private boolean defined;

  Rollback(Hypervisor hypervisor, String name, DomainRecord before) {
    this.hypervisor = hypervisor;
    this.name = name;
    this.before = before;
  }

  String uuid() {
    return before.uuid();
  }

  /// What is again as it was.
  List<String> restored() {
    return restored;
  }

  /// What is not as it was.
  List<String> notRestored() {
    return notRestored;
  }

  /// Where the old definition is kept.
  void keptAs(RestorePoint saved) {
    point = Optional.of(saved);
  }

  /// The definition is about to be sent; from here on it may differ, whatever the host answers.
  void defining() {
    defined = true;
  }

  /// A thread is about to be moved away from where `old` has it.
  void moving(Change.Live move, LivePins old) {
    undo.push(
        switch (move) {
          case Change.PinVcpuLive(var id, int vcpu, var to) ->
              new Change.PinVcpuLive(id, vcpu, old.vcpus().getOrDefault(vcpu, to));
          case Change.PinEmulatorLive(var id, _) -> new Change.PinEmulatorLive(id, old.emulator());
          case Change.PinIoThreadLive(var id, int thread, var to) ->
              new Change.PinIoThreadLive(id, thread, old.ioThreads().getOrDefault(thread, to));
        });
  }

  /// The last move failed: where the host said no it did not happen; else it may have.
  void failed(HypervisorFailure failure) {
    boolean refused =
        switch (failure) {
          case HypervisorFailure.Refused _,
              HypervisorFailure.Denied _,
              HypervisorFailure.Unsupported _,
              HypervisorFailure.Blocked _ ->
              true;
          case HypervisorFailure.NoLibrary _,
              HypervisorFailure.Unreachable _,
              HypervisorFailure.TimedOut _ ->
              false;
        };
    if (refused) {
      undo.pop();
    }
  }

  /// Moves one thread.
  void make(Change.Live move) throws HypervisorException {
    CpuSet cpus = move.cpus();
    switch (move) {
      case Change.PinVcpuLive pin -> hypervisor.pinVcpuLive(uuid(), pin.vcpu(), cpus);
      case Change.PinEmulatorLive _ -> hypervisor.pinEmulatorLive(uuid(), cpus);
      case Change.PinIoThreadLive pin -> hypervisor.pinIoThreadLive(uuid(), pin.thread(), cpus);
    }
  }

  /// Sets everything back that may have changed.
  void run() {
    while (!undo.isEmpty()) {
      var back = undo.pop();
      try {
        make(back);
        restored.add(back.words());
      } catch (HypervisorException failed) {
        notRestored.add(back.words() + ". " + failed.failure().sentence());
      }
    }
    if (defined) {
      redefine();
    }
  }

  /// The old text is sent without the check against the schema: it was in force, so the host has to
  /// take it.
  private void redefine() {
    try {
      if (!inForce()) {
        hypervisor.define(before.inactiveXml(), false);
      }
      if (inForce()) {
        restored.add("the old definition is in force");
      } else {
        notRestored.add("the definition of " + name + " is not the old one" + kept());
      }
    } catch (HypervisorException failed) {
      notRestored.add("the old definition" + kept() + ". " + failed.failure().sentence());
    }
  }

  private boolean inForce() throws HypervisorException {
    return hypervisor
        .domain(uuid())
        .filter(now -> now.inactiveXml().equals(before.inactiveXml()))
        .isPresent();
  }

  private String kept() {
    return point.map(saved -> "; it is kept as restore point " + saved.key()).orElse("");
  }
}

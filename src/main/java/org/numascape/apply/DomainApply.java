package org.numascape.apply;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.numascape.apply.Change.DefineDomain;
import org.numascape.apply.Finding.Match;
import org.numascape.apply.Finding.Side;
import org.numascape.domain.Aspect;
import org.numascape.domain.CellFault;
import org.numascape.domain.DomainState;
import org.numascape.format.FormatException;
import org.numascape.format.domainxml.DomainReader;
import org.numascape.format.domainxml.FatalCells;
import org.numascape.format.domainxml.XmlText;
import org.numascape.hypervisor.DomainRecord;
import org.numascape.hypervisor.HostIdentity;
import org.numascape.hypervisor.Hypervisor;
import org.numascape.hypervisor.HypervisorException;
import org.numascape.hypervisor.HypervisorFailure;
import org.numascape.hypervisor.HypervisorFailure.Refused;

/// Brings the plan of one guest to its host, or sets the guest back to what it was.
final class DomainApply {

  /// libvirt: the XML does not fit the schema.
  private static final int INVALID_SCHEMA = 92;

  /// What of a transient domain does not change by itself.
  private static final EnumSet<Aspect> PLACEMENT =
      EnumSet.of(
          Aspect.IO_THREADS,
          Aspect.VCPU_PINS,
          Aspect.EMULATOR_PIN,
          Aspect.IO_THREAD_PINS,
          Aspect.SCHEDULING,
          Aspect.NUMA_TUNE,
          Aspect.BACKING,
          Aspect.TOPOLOGY,
          Aspect.CELLS);

  private final Hypervisor hypervisor;
  private final RestorePoints restorePoints;
  private final HostIdentity identity;
  private final DomainPlan plan;
  private final boolean validate;
  private final Consumer<Progress> progress;
  private final List<Finding> findings = new ArrayList<>();
  private Optional<Rollback> rollback = Optional.empty();

  DomainApply(
      Hypervisor hypervisor,
      RestorePoints restorePoints,
      HostIdentity identity,
      DomainPlan plan,
      boolean validate,
      Consumer<Progress> progress) {
    this.hypervisor = hypervisor;
    this.restorePoints = restorePoints;
    this.identity = identity;
    this.plan = plan;
    this.validate = validate;
    this.progress = progress;
  }

  Outcome run() {
    try {
      var before = unchangedSinceRead();
      rollback = before.map(record -> new Rollback(hypervisor, plan.name(), record));
      if (plan.definition().isPresent()) {
        keep(before);
        define(plan.definition().get());
        readBack();
      }
      if (!plan.moves().isEmpty()) {
        moveThreads();
        readThreadsBack();
      }
      return new Outcome.Applied(plan.id(), plan.name(), findings);
    } catch (StepFailed failed) {
      return setBack(failed);
    }
  }

  private Optional<DomainRecord> unchangedSinceRead() throws StepFailed {
    return step(
        "check that nobody changed it",
        step -> {
          var found = find();
          if (plan.guest().state() == DomainState.FILE) {
            if (found.isPresent()) {
              throw new StepFailed(step, new Reason.AlreadyThere(plan.name()));
            }
            return found;
          }
          var record = found.orElseThrow(() -> new StepFailed(step, new Reason.Gone(plan.name())));
          if (!asRead(record)) {
            throw new StepFailed(step, new Reason.ChangedByOthers(plan.name()));
          }
          if (!plan.moves().isEmpty() && !record.state().active()) {
            throw new StepFailed(step, new Reason.NotRunning(plan.name()));
          }
          return found;
        });
  }

  private Optional<DomainRecord> find() throws HypervisorException {
    var uuid = plan.guest().stored().uuid();
    if (uuid.isPresent()) {
      return hypervisor.domain(uuid.get());
    }
    return hypervisor.domains().stream().filter(d -> d.name().equals(plan.name())).findFirst();
  }

  /// A transient domain's XML changes while it runs (balloon, devices), so only what it says of
  /// placement counts.
  private boolean asRead(DomainRecord record) throws FormatException {
    var guest = plan.guest();
    if (!record.persistent() && !guest.persistent()) {
      var now = DomainReader.read(plan.name(), record.inactiveXml());
      return PLACEMENT.stream().allMatch(aspect -> aspect.same(now, guest.stored()));
    }
    String base =
        plan.definition().map(DefineDomain::baseHash).orElseGet(() -> TextHash.of(guest.xml()));
    return TextHash.of(record.inactiveXml()).equals(base);
  }

  private void keep(Optional<DomainRecord> before) throws StepFailed {
    if (before.isEmpty()) {
      return;
    }
    step(
        "save a restore point",
        step -> {
          try {
            var point = restorePoints.save(before.get().uuid(), before.get().inactiveXml());
            rollback.ifPresent(r -> r.keptAs(point));
            return point;
          } catch (IOException failed) {
            throw new StepFailed(
                step, new Reason.NoRestorePoint(String.valueOf(failed.getMessage())));
          }
        });
  }

  private void define(DefineDomain definition) throws StepFailed {
    step(
        definition.words(),
        _ -> {
          if (identity.libvirtVersion() < CellFault.FIXED_IN) {
            var crash = FatalCells.in(XmlText.parse(plan.name(), definition.newXml()));
            if (crash.isPresent()) {
              var blocked = new HypervisorFailure.Blocked("define " + plan.name(), crash.get());
              throw new HypervisorException(blocked);
            }
          }
          rollback.ifPresent(Rollback::defining);
          hypervisor.define(definition.newXml(), validate);
          return true;
        });
  }

  private void readBack() throws StepFailed {
    step(
        "read it back",
        step -> {
          var record = find().orElseThrow(() -> new StepFailed(step, new Reason.Gone(plan.name())));
          findings.addAll(Findings.stored(plan.guest().wanted(), record));
          return record;
        });
  }

  private void moveThreads() throws StepFailed {
    var moves = rollback.orElseThrow();
    var old = step("note where its threads are", _ -> hypervisor.livePins(moves.uuid()));
    for (var move : plan.moves()) {
      step(
          move.words(),
          _ -> {
            moves.moving(move, old);
            try {
              moves.make(move);
            } catch (HypervisorException failed) {
              moves.failed(failed.failure());
              throw failed;
            }
            return move;
          });
    }
  }

  /// Everything is done by now: what cannot be read is told, not taken back.
  private void readThreadsBack() {
    var step = new Step(Optional.of(plan.id()), plan.name(), "read its threads back");
    progress.accept(new Progress.Started(step));
    try {
      var pins = hypervisor.livePins(rollback.orElseThrow().uuid());
      findings.addAll(Findings.running(plan.guest().wanted(), pins, hypervisor.onlineCpus()));
      progress.accept(new Progress.Done(step));
    } catch (HypervisorException failed) {
      findings.add(new Finding("threads", Side.RUNNING, Match.UNREAD, failed.failure().sentence()));
      progress.accept(new Progress.Failed(step, new Reason.Host(failed.failure())));
    }
  }

  /// The thread's interruption is put aside meanwhile: setting back must not be cancelled.
  private Outcome setBack(StepFailed failed) {
    boolean interrupted = Thread.interrupted();
    rollback.ifPresent(Rollback::run);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    boolean schema =
        validate
            && failed.reason() instanceof Reason.Host(Refused refused)
            && refused.code() == INVALID_SCHEMA;
    return new Outcome.Failed(
        plan.id(),
        plan.name(),
        failed.step().words(),
        failed.reason(),
        rollback.map(Rollback::restored).orElse(List.of()),
        rollback.map(Rollback::notRestored).orElse(List.of()),
        schema ? Optional.of(Outcome.Remedy.RETRY_WITHOUT_VALIDATION) : Optional.empty());
  }

  private interface Deed<T> {
    T happen(Step step) throws StepFailed, HypervisorException, FormatException;
  }

  private <T> T step(String words, Deed<T> deed) throws StepFailed {
    var step = new Step(Optional.of(plan.id()), plan.name(), words);
    progress.accept(new Progress.Started(step));
    try {
      if (Thread.currentThread().isInterrupted()) {
        throw new StepFailed(step, new Reason.Cancelled());
      }
      T result = deed.happen(step);
      progress.accept(new Progress.Done(step));
      return result;
    } catch (StepFailed failed) {
      throw told(failed);
    } catch (HypervisorException failed) {
      throw told(new StepFailed(step, new Reason.Host(failed.failure())));
    } catch (FormatException failed) {
      throw told(new StepFailed(step, new Reason.Unreadable(String.valueOf(failed.getMessage()))));
    }
  }

  private StepFailed told(StepFailed failed) {
    progress.accept(new Progress.Failed(failed.step(), failed.reason()));
    return failed;
  }
}

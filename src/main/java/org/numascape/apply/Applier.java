package org.numascape.apply;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.numascape.apply.Change.AllocatePages;
import org.numascape.design.DomainId;
import org.numascape.format.FormatException;
import org.numascape.format.domainxml.DomainReader;
import org.numascape.hypervisor.Hypervisor;
import org.numascape.hypervisor.HypervisorException;

/// Brings a plan to a host. Guests are independent: one that fails is set back to what it was, the
/// others go on.
///
/// Blocks until done. Interrupting its thread cancels: the guest at work is set back, the rest is
/// not begun.
public final class Applier {

  private final Hypervisor hypervisor;
  private final RestorePoints restorePoints;

  /// Works on `hypervisor` and keeps old definitions in `restorePoints`.
  public Applier(Hypervisor hypervisor, RestorePoints restorePoints) {
    this.hypervisor = hypervisor;
    this.restorePoints = restorePoints;
  }

  /// Does everything, each definition checked against the host's schema.
  ///
  /// @param progress told of every step, on this thread
  /// @throws HypervisorException when the host does not even say who it is; nothing was changed
  ///   then
  public ApplyReport apply(ApplyPlan plan, Consumer<Progress> progress) throws HypervisorException {
    return apply(plan, Set.of(), progress);
  }

  /// Does everything, for the guests named without the check against the schema
  /// ([Outcome.Remedy#RETRY_WITHOUT_VALIDATION]).
  ///
  /// @throws HypervisorException when the host does not even say who it is; nothing was changed
  ///   then
  public ApplyReport apply(ApplyPlan plan, Set<DomainId> unvalidated, Consumer<Progress> progress)
      throws HypervisorException {
    var identity = hypervisor.identity();
    var pools = new ArrayList<PoolOutcome>();
    for (var pool : plan.pools()) {
      pools.add(allocate(pool, progress));
    }
    var domains = new ArrayList<Outcome>();
    for (var domain : plan.domains()) {
      if (Thread.currentThread().isInterrupted()) {
        domains.add(new Outcome.NotBegun(domain.id(), domain.name()));
      } else {
        boolean validate = !unvalidated.contains(domain.id());
        var run = new DomainApply(hypervisor, restorePoints, identity, domain, validate, progress);
        domains.add(run.run());
      }
    }
    return new ApplyReport(identity.uri(), pools, domains);
  }

  /// Puts a definition kept before an apply in force again; threads that run stay where they are.
  ///
  /// @return why it did not work; empty when the old definition is in force
  public Optional<Reason> restore(RestorePoint point) {
    try {
      String old = restorePoints.xml(point);
      hypervisor.define(old, false);
      var now = hypervisor.domain(point.uuid());
      if (now.isEmpty()) {
        return Optional.of(new Reason.Gone(point.uuid()));
      }
      var wanted = DomainReader.read(point.uuid(), old);
      boolean same =
          Findings.stored(wanted, now.get()).stream()
              .noneMatch(finding -> finding.match() == Finding.Match.DIFFERENT);
      return same ? Optional.empty() : Optional.of(new Reason.ChangedByOthers(wanted.name()));
    } catch (IOException failed) {
      return Optional.of(new Reason.NoRestorePoint(String.valueOf(failed.getMessage())));
    } catch (HypervisorException failed) {
      return Optional.of(new Reason.Host(failed.failure()));
    } catch (FormatException failed) {
      return Optional.of(new Reason.Unreadable(String.valueOf(failed.getMessage())));
    }
  }

  /// A failed request may have grown a pool half-way, so it is asked back to what it was.
  private PoolOutcome allocate(AllocatePages pool, Consumer<Progress> progress) {
    var step = new Step(Optional.empty(), "host", "set " + pool.words());
    progress.accept(new Progress.Started(step));
    try {
      long pages = hypervisor.allocatePages(pool.node(), pool.size(), pool.total());
      progress.accept(new Progress.Done(step));
      return new PoolOutcome(pool, OptionalLong.of(pages), Optional.empty());
    } catch (HypervisorException failed) {
      var reason = new Reason.Host(failed.failure());
      progress.accept(new Progress.Failed(step, reason));
      return new PoolOutcome(pool, takenBack(pool), Optional.of(reason));
    }
  }

  private OptionalLong takenBack(AllocatePages pool) {
    if (pool.before().isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(
          hypervisor.allocatePages(pool.node(), pool.size(), pool.before().getAsLong()));
    } catch (HypervisorException _) {
      return OptionalLong.empty();
    }
  }
}

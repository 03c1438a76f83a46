package org.numascape.app.review;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.numascape.app.store.Session;
import org.numascape.apply.Applier;
import org.numascape.apply.ApplyPlan;
import org.numascape.apply.ApplyReport;
import org.numascape.apply.Progress;
import org.numascape.apply.RestorePoints;
import org.numascape.check.Problem;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.PoolPlan;
import org.numascape.document.Conflict;
import org.numascape.document.HostRefresh;
import org.numascape.format.FormatException;
import org.numascape.hypervisor.Hypervisor;
import org.numascape.hypervisor.HypervisorException;

/// What the review asks of a host. Every method blocks and belongs on a thread that does not draw.
final class HostWork {

  private HostWork() {}

  /// A host read again, with what the design wants of it.
  ///
  /// @param conflicts sentences on what changed on both sides
  record Fresh(Design design, List<String> conflicts) {}

  /// What became of an apply.
  ///
  /// @param fresh the host read again afterwards; empty where it could not be read
  /// @param notRead why it could not
  record Applied(ApplyReport report, Optional<Fresh> fresh, Optional<String> notRead) {}

  /// Looks at the host and plans.
  ///
  /// @throws HypervisorException when the host does not answer
  /// @throws FormatException when a guest's text is no domain XML
  static Review review(
      Design design, Session session, List<Problem> problems, List<String> conflicts)
      throws HypervisorException, FormatException {
    var readiness = Readiness.of(session);
    Set<DomainId> changed =
        readiness instanceof Readiness.Ready(var hypervisor)
            ? ChangedSince.of(design, hypervisor)
            : Set.of();
    return Review.of(design, readiness, changed, problems, conflicts, session.readAt());
  }

  /// Reads the host again.
  ///
  /// @throws HypervisorException when the host does not answer
  /// @throws FormatException when what it says cannot be read
  static Fresh readAgain(Design design, Hypervisor hypervisor)
      throws HypervisorException, FormatException {
    var merged = new HostRefresh(hypervisor).mergeInto(design);
    Design fresh = merged.design().onHost(merged.design().host(), design.source());
    for (PoolPlan plan : design.pools()) {
      fresh = fresh.withPool(plan);
    }
    return new Fresh(fresh, merged.conflicts().stream().map(Conflict::sentence).toList());
  }

  /// Applies, then reads the host again. An interruption stops the apply and not the reading.
  ///
  /// @throws HypervisorException when the host does not even say who it is; nothing was changed
  ///   then
  static Applied apply(
      Design design,
      ApplyPlan plan,
      Set<DomainId> unchecked,
      Hypervisor hypervisor,
      RestorePoints points,
      Consumer<Progress> progress)
      throws HypervisorException {
    var report = new Applier(hypervisor, points).apply(plan, unchecked, progress);
    Thread.interrupted();
    try {
      return new Applied(report, Optional.of(readAgain(design, hypervisor)), Optional.empty());
    } catch (HypervisorException | FormatException failed) {
      return new Applied(
          report, Optional.empty(), Optional.of(String.valueOf(failed.getMessage())));
    }
  }
}

package org.numascape.app;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.Session;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.Guest;
import org.numascape.document.HostOpener;
import org.numascape.format.FormatException;
import org.numascape.hypervisor.DomainRecord;
import org.numascape.hypervisor.HostIdentity;
import org.numascape.sample.SampleHosts;
import org.numascape.simulation.FaultPlan;
import org.numascape.simulation.SimulatedHypervisor;
import org.testfx.util.WaitForAsyncUtils;

/// The demonstration host for tests of the window: a store, and the simulated hypervisor behind it.
///
/// @param hypervisor has the same guests as the store's design, as they were read
public record SampleStore(DesignStore store, SimulatedHypervisor hypervisor) {

  private static final Instant READ = Instant.parse("2026-01-01T12:00:00Z");

  /// A host that does what it is told.
  public static SampleStore simulated() {
    return simulated(FaultPlan.NONE, false);
  }

  /// A host that fails as told, or refuses every change.
  public static SampleStore simulated(FaultPlan faults, boolean readOnly) {
    var design = design();
    var records = design.guests().stream().map(SampleStore::record).toList();
    var identity =
        new HostIdentity("simulated:///kvm-07", "kvm-07", "Simulated", 11_003_000, readOnly);
    var hypervisor = new SimulatedHypervisor(identity, design.host(), records, faults);
    var session = new Session(Session.Link.SIMULATED, Optional.of(hypervisor), READ, "");
    return new SampleStore(new DesignStore(design, session), hypervisor);
  }

  /// A store whose host is a description only.
  public static DesignStore described() {
    return new DesignStore(design(), Session.ofFile(READ));
  }

  private static Design design() {
    try {
      return HostOpener.sample(SampleHosts.DEMONSTRATION).design();
    } catch (FormatException broken) {
      throw new AssertionError(broken);
    }
  }

  private static DomainRecord record(Guest guest) {
    return new DomainRecord(
        guest.stored().uuid().orElseThrow(),
        guest.name(),
        guest.state(),
        guest.xml(),
        guest.state().active() ? Optional.of(guest.xml()) : Optional.empty(),
        guest.persistent(),
        false,
        false);
  }

  /// The id of a guest by its name.
  public DomainId id(String name) {
    return guest(name).id();
  }

  /// A guest by its name, as the design has it now.
  public Guest guest(String name) {
    return store.design().guests().stream()
        .filter(guest -> guest.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /// The codes of the problems shown, of one guest.
  public List<String> codes(String name) {
    return store.problems().get().stream()
        .filter(problem -> problem.domain().filter(id(name)::equals).isPresent())
        .map(problem -> problem.code())
        .toList();
  }

  /// Waits until something is so, for ten seconds at most.
  public static void until(Callable<Boolean> condition) {
    try {
      WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition);
      WaitForAsyncUtils.waitForFxEvents();
    } catch (TimeoutException late) {
      throw new AssertionError("nothing happened within ten seconds", late);
    }
  }
}

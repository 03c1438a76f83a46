package org.numascape.apply;

import java.util.ArrayList;
import java.util.List;
import org.numascape.apply.Finding.Match;
import org.numascape.apply.Finding.Side;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.Guest;
import org.numascape.format.FormatException;
import org.numascape.hypervisor.Hypervisor;
import org.numascape.hypervisor.HypervisorException;

/// What a host really has, compared with what a design wants. Changes nothing.
public final class Verification {

  private Verification() {}

  /// One guest and what was found of it.
  public record Verdict(DomainId id, String name, List<Finding> findings) {
    /// Copies the list.
    public Verdict {
      findings = List.copyOf(findings);
    }

    /// Whether everything is as wanted, or otherwise only where placement does not depend on it.
    public boolean verified() {
      return findings.stream()
          .allMatch(f -> f.match() == Match.VERIFIED || f.match() == Match.HARMLESS);
    }
  }

  /// Reads the definition, and of a running guest the threads, of every guest of the design.
  ///
  /// @throws HypervisorException when the host does not answer
  public static List<Verdict> of(Design design, Hypervisor hypervisor) throws HypervisorException {
    var verdicts = new ArrayList<Verdict>();
    for (var guest : design.guests()) {
      verdicts.add(new Verdict(guest.id(), guest.name(), findings(guest, hypervisor)));
    }
    return verdicts;
  }

  private static List<Finding> findings(Guest guest, Hypervisor hypervisor)
      throws HypervisorException {
    var found =
        hypervisor.domains().stream()
            .filter(d ->
                guest.stored().uuid().map(d.uuid()::equals).orElse(d.name().equals(guest.name())))
            .findFirst();
    if (found.isEmpty()) {
      return List.of(Finding.different(Side.DEFINITION, "the domain", "not on the host"));
    }
    var record = found.get();
    try {
      var findings = new ArrayList<>(Findings.stored(guest.wanted(), record));
      if (record.state().active()) {
        var pins = hypervisor.livePins(record.uuid());
        findings.addAll(Findings.running(guest.wanted(), pins, hypervisor.onlineCpus()));
      }
      return findings;
    } catch (FormatException unreadable) {
      return List.of(
          new Finding(
              "the definition",
              Side.DEFINITION,
              Match.UNREAD,
              String.valueOf(unreadable.getMessage())));
    }
  }
}

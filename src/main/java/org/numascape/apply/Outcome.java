package org.numascape.apply;

import java.util.List;
import java.util.Optional;
import org.numascape.apply.Finding.Match;
import org.numascape.design.DomainId;

/// What became of one guest.
public sealed interface Outcome {

  /// Which guest.
  DomainId id();

  /// The name people know it by.
  String name();

  /// Every step was done; `findings` say what the host has now.
  record Applied(DomainId id, String name, List<Finding> findings) implements Outcome {
    /// Copies the list.
    public Applied {
      findings = List.copyOf(findings);
    }

    /// Whether everything read back is as wanted, or otherwise only where placement does not depend
    /// on it.
    public boolean verified() {
      return findings.stream()
          .allMatch(f -> f.match() == Match.VERIFIED || f.match() == Match.HARMLESS);
    }
  }

  /// A step failed. What had been changed of the guest was taken back.
  ///
  /// @param step what failed, in words
  /// @param restored what is again as it was
  /// @param notRestored what is not, with what to do
  /// @param remedy what may help beyond trying again
  record Failed(
      DomainId id,
      String name,
      String step,
      Reason reason,
      List<String> restored,
      List<String> notRestored,
      Optional<Remedy> remedy)
      implements Outcome {
    /// Copies the lists.
    public Failed {
      restored = List.copyOf(restored);
      notRestored = List.copyOf(notRestored);
    }
  }

  /// Not begun, because the whole apply was cancelled before.
  record NotBegun(DomainId id, String name) implements Outcome {}

  /// What may help beyond trying again.
  enum Remedy {
    /// The host's schema does not know something in the definition, most likely since before we
    /// changed it. Sent without that check, libvirt silently drops what it does not know.
    RETRY_WITHOUT_VALIDATION
  }
}

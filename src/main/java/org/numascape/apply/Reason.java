package org.numascape.apply;

import org.numascape.hypervisor.HypervisorFailure;

/// Why a change was not made.
public sealed interface Reason {

  /// For a person: what, where, what to do.
  String sentence();

  /// The host did not do it.
  record Host(HypervisorFailure failure) implements Reason {
    @Override
    public String sentence() {
      return failure.sentence();
    }
  }

  /// The definition on the host is not the one the design was made from.
  record ChangedByOthers(String guest) implements Reason {
    @Override
    public String sentence() {
      return "Somebody changed "
          + guest
          + " on the host since it was read. Read the host again, look at what"
          + " changed, and apply again.";
    }
  }

  /// The host has no such domain any more.
  record Gone(String guest) implements Reason {
    @Override
    public String sentence() {
      return guest + " is not on the host any more. Read the host again.";
    }
  }

  /// A domain from a file would replace one that is on the host.
  record AlreadyThere(String guest) implements Reason {
    @Override
    public String sentence() {
      return "The host has a domain with the name or UUID of "
          + guest
          + " already; it is not replaced by a file. Read it from the host and place it there.";
    }
  }

  /// A thread was to be moved, but nothing runs.
  record NotRunning(String guest) implements Reason {
    @Override
    public String sentence() {
      return guest
          + " does not run any more, so nothing of it can be moved now. Apply to its next start instead.";
    }
  }

  /// The host's own XML of the domain cannot be read.
  record Unreadable(String said) implements Reason {
    @Override
    public String sentence() {
      return "What the host says of the domain cannot be read: " + said;
    }
  }

  /// A restore point could not be written, so nothing was replaced, or could not be read.
  record NoRestorePoint(String said) implements Reason {
    @Override
    public String sentence() {
      return "The old definition could not be saved on this computer, so it was not replaced: "
          + said;
    }
  }

  /// The person stopped it.
  record Cancelled() implements Reason {
    @Override
    public String sentence() {
      return "Cancelled.";
    }
  }
}

package org.numascape.hypervisor;

/// Why a hypervisor did not do what was asked. `what` names the call in plain words, `said` is the
/// host's text.
public sealed interface HypervisorFailure {

  /// One sentence or two for a person: what, where, what to do.
  String sentence();

  /// No libvirt library on this machine.
  record NoLibrary(String detail) implements HypervisorFailure {
    @Override
    public String sentence() {
      return "libvirt is not installed on this machine, so live connections are off; install the libvirt client"
          + " library (Debian, Ubuntu: libvirt0; Fedora: libvirt-libs) and start again. ("
          + detail
          + ")";
    }
  }

  /// The host does not answer.
  record Unreachable(String uri, String said) implements HypervisorFailure {
    @Override
    public String sentence() {
      return uri + " cannot be reached: " + said;
    }
  }

  /// The host does not let us in, or not do this.
  record Denied(String what, String said) implements HypervisorFailure {
    @Override
    public String sentence() {
      return "The host does not allow us to " + what + ": " + said;
    }
  }

  /// The host understood and said no; `code` is libvirt's virErrorNumber.
  record Refused(String what, int code, String said) implements HypervisorFailure {
    @Override
    public String sentence() {
      return "The host refused to " + what + ": " + said;
    }
  }

  /// This driver or version cannot do it.
  record Unsupported(String what, String said) implements HypervisorFailure {
    @Override
    public String sentence() {
      return "This host cannot " + what + ": " + said;
    }
  }

  /// The host took too long; the call may still take effect.
  record TimedOut(String what, long seconds) implements HypervisorFailure {
    @Override
    public String sentence() {
      return "The host did not "
          + what
          + " within "
          + seconds
          + " s; it may still do it. Read it again before you go on.";
    }
  }

  /// What we were about to ask is known to crash the host's libvirt; nothing was sent.
  record Blocked(String what, String why) implements HypervisorFailure {
    @Override
    public String sentence() {
      return "Not sent: to " + what + " would crash libvirt on this host. " + why;
    }
  }
}

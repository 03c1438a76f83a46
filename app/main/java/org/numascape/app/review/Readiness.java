package org.numascape.app.review;

import org.numascape.app.store.Session;
import org.numascape.hypervisor.Hypervisor;
import org.numascape.hypervisor.HypervisorException;

/// Whether the changes can be brought to the host, and what to do where they cannot.
sealed interface Readiness {

  /// They can.
  record Ready(Hypervisor hypervisor) implements Readiness {}

  /// They cannot: `title` says so in a few words, `words` what can be done instead.
  record Not(String title, String words) implements Readiness {}

  /// Asks the host. Blocks.
  ///
  /// @throws HypervisorException when the host does not answer
  static Readiness of(Session session) throws HypervisorException {
    var hypervisor = session.hypervisor();
    if (hypervisor.isPresent()) {
      return hypervisor.get().identity().readOnly()
          ? new Not(
              "The connection is read-only",
              "The host lets us look and not touch. Connect with a URI that may write, such as qemu:///system as a"
                  + " member of the group libvirt, and come back. The design is kept meanwhile.")
          : new Ready(hypervisor.get());
    }
    return session.link() == Session.Link.LOST
        ? new Not(
            "The connection is lost",
            "Numascape tries to come back by itself; F5 tries at once. The design is kept meanwhile. ")
        : new Not(
            "This host is only a description",
            "There is no connection to apply anything through. Save the design, copy the XML of each machine from"
                + " here, or take the commands from the Commands tab; or connect to libvirt (Ctrl+K) and place the"
                + " machines there.");
  }
}

package org.numascape.libvirt;

import java.util.Set;
import org.numascape.domain.CellFault;
import org.numascape.format.FormatException;
import org.numascape.format.domainxml.FatalCells;
import org.numascape.format.domainxml.XmlElement;
import org.numascape.format.domainxml.XmlText;
import org.numascape.hypervisor.HostIdentity;
import org.numascape.hypervisor.HypervisorException;
import org.numascape.hypervisor.HypervisorFailure.Blocked;
import org.numascape.hypervisor.HypervisorFailure.Denied;
import org.numascape.hypervisor.HypervisorFailure.Refused;

/// A domain's XML on its way to the host, looked at before it does harm there.
record Definition(XmlText xml) {

  /// Reads the XML; what we cannot read we cannot judge, so it is not sent.
  static Definition of(String xml) throws HypervisorException {
    try {
      return new Definition(XmlText.parse("the definition", xml));
    } catch (FormatException unreadable) {
      String said = "its XML is broken: " + unreadable.getMessage();
      throw new HypervisorException(new Refused("define a domain", ErrorNumber.XML_ERROR, said));
    }
  }

  /// What sending it means, for sentences.
  String what() {
    return "define " + text("name", "a domain");
  }

  /// Refuses what kills the host's libvirt. In the test driver that would be our own process,
  /// whatever the version.
  void refuseCrash(HostIdentity host) throws HypervisorException {
    if (host.libvirtVersion() >= CellFault.FIXED_IN && !TestDriver.is(host)) {
      return;
    }
    var crash = FatalCells.in(xml);
    if (crash.isPresent()) {
      String why = "libvirt " + host.versionText() + " dies of it. " + crash.get();
      throw new HypervisorException(new Blocked(what(), why));
    }
  }

  /// Refuses a domain whose XML we were given without its secrets.
  void refuseLossOfSecrets(Set<String> withoutSecrets) throws HypervisorException {
    if (withoutSecrets.contains(text("uuid", ""))) {
      String said =
          "it kept the domain's passwords from us (read_secure), and defining it would erase them";
      throw new HypervisorException(new Denied(what(), said));
    }
  }

  private String text(String name, String otherwise) {
    return xml.root().child(name).map(XmlElement::text).orElse(otherwise);
  }
}

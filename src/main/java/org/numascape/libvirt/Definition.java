package org.numascape.libvirt;

import java.util.Set;
import org.numascape.hypervisor.HostIdentity;
import org.numascape.hypervisor.HypervisorException;
import org.numascape.hypervisor.HypervisorFailure.Blocked;
import org.numascape.hypervisor.HypervisorFailure.Denied;
import org.numascape.hypervisor.HypervisorFailure.Refused;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/// A domain's XML on its way to the host, looked at before it does harm there.
record Definition(String xml, Element root) {

  /// Reads the XML; what we cannot read we cannot judge, so it is not sent.
  static Definition of(String xml) throws HypervisorException {
    try {
      return new Definition(xml, SafeXml.root(xml));
    } catch (SAXException unreadable) {
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
    if (host.libvirtVersion() >= CrashGuard.FIXED_IN && !TestDriver.is(host)) {
      return;
    }
    var crash = CrashGuard.crash(root);
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
    return SafeXml.at(root, name).stream()
        .map(element -> element.getTextContent().strip())
        .findFirst()
        .orElse(otherwise);
  }
}

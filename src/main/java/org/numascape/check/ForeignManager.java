package org.numascape.check;

import java.util.Map;
import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;

/// A guest that another management program made and will write anew.
final class ForeignManager implements GuestCheck {

  /// What each leaves in a definition: the namespace of its metadata, or its prefix of names.
  private static final Map<String, String> TRACES =
      Map.of(
          "http://ovirt.org/vm", "oVirt",
          "http://openstack.org/xmlns/libvirt/nova", "OpenStack",
          "http://kubevirt.io", "KubeVirt",
          "http://opennebula.org/xmlns/libvirt", "OpenNebula",
          "http://www.cloudstack.org", "CloudStack",
          "https://cloudstack.apache.org", "CloudStack");

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    String xml = guest.guest().xml();
    int metadata = xml.indexOf("<metadata");
    if (metadata < 0) {
      return Stream.empty();
    }
    int end = xml.indexOf("</metadata>", metadata);
    String words = end < 0 ? "" : xml.substring(metadata, end);
    return TRACES.entrySet().stream()
        .filter(trace -> words.contains(trace.getKey()))
        .map(Map.Entry::getValue)
        .sorted()
        .limit(1)
        .map(manager -> Finding.of("L-08", Severity.WARNING, guest, "It belongs to " + manager));
  }
}

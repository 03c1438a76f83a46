package org.numascape.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
import org.numascape.domain.NodeProperty;

/// A device in QEMU's own arguments (`qemu:commandline`) is told a node, and has no property for
/// it: QEMU refuses to start. Only the text that the guest was read from has such arguments.
final class NodeOfNodeless implements GuestCheck {

  private static final Pattern ARGUMENT =
      Pattern.compile("<(?:\\w+:)?arg\\s+value\\s*=\\s*(?:'([^']*)'|\"([^\"]*)\")");

  private static final Pattern MEMBER =
      Pattern.compile("\"([^\"]{1,40})\"\\s*:\\s*\"?([^\",}]{0,80})");

  /// A device as it is written: its driver and the names of its properties.
  private record Device(String driver, List<String> properties) {}

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    return guest.guest().xml().contains(":commandline")
        ? devices(guest.guest().xml()).stream().flatMap(device -> findings(guest, device))
        : Stream.empty();
  }

  private static Stream<Finding> findings(GuestFacts guest, Device device) {
    return device.properties().stream()
        .filter(property -> NodeProperty.refused(device.driver(), property))
        .map(property ->
            Finding.of(
                "D-09",
                Severity.ERROR,
                guest,
                device.driver() + " is told a node by " + property + ", which it has not got"));
  }

  private static List<Device> devices(String xml) {
    var arguments =
        ARGUMENT
            .matcher(xml)
            .results()
            .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
            .map(NodeOfNodeless::plain)
            .toList();
    var found = new ArrayList<Device>();
    for (int i = 0; i + 1 < arguments.size(); i++) {
      if (arguments.get(i).equals("-device") || arguments.get(i).equals("--device")) {
        String written = arguments.get(i + 1);
        found.add(written.startsWith("{") ? fromJson(written) : fromList(written));
      }
    }
    return found;
  }

  private static String plain(String value) {
    return value
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
        .strip();
  }

  /// `virtio-gpu-pci,numa=1`; the driver may have a name, too: `id=a,driver=virtio-gpu-pci`.
  private static Device fromList(String written) {
    var parts = List.of(written.split(",", -1));
    String driver =
        parts.stream()
            .filter(part -> part.startsWith("driver="))
            .map(part -> part.substring("driver=".length()))
            .findFirst()
            .orElse(parts.getFirst().contains("=") ? "" : parts.getFirst());
    return new Device(
        driver,
        parts.stream()
            .filter(part -> part.contains("="))
            .map(part -> part.substring(0, part.indexOf('=')))
            .toList());
  }

  private static Device fromJson(String written) {
    var properties = new ArrayList<String>();
    String driver = "";
    var members = MEMBER.matcher(written);
    while (members.find()) {
      properties.add(members.group(1));
      if (members.group(1).equals("driver")) {
        driver = members.group(2);
      }
    }
    return new Device(driver, properties);
  }
}

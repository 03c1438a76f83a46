package org.numascape.lint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.format.domainxml.XmlElement;

/// D-10 in a text alone: the host's own display passed through, or a guest address that something
/// else has.
final class GuestAddress implements LibvirtRule {

  private static final String DISPLAY = "0:0:2:0";

  @Override
  public Stream<Finding> examine(DomainText domain) {
    Map<String, Long> uses = new HashMap<>();
    domain
        .all("devices")
        .flatMap(devices -> devices.children().stream())
        .flatMap(device -> slot(device.child("address")).stream())
        .forEach(slot -> uses.merge(slot, 1L, Long::sum));
    boolean video =
        domain
            .all("devices", "video")
            .anyMatch(one ->
                one.child("address").isEmpty()
                    && !one.child("model")
                        .flatMap(model -> model.value("type"))
                        .orElse("")
                        .equals("none"));
    return domain
        .all("devices", "hostdev")
        .filter(device -> device.value("type").orElse("").equals("pci"))
        .flatMap(device ->
            Stream.concat(host(device).stream(), guest(domain, device, uses, video).stream()));
  }

  private static Optional<Finding> host(XmlElement device) {
    return device
        .at("source", "address")
        .findFirst()
        .filter(address -> slot(Optional.of(address)).orElse("").equals(DISPLAY))
        .map(address ->
            Finding.warning(
                "D-10",
                DomainText.tag(address),
                "host device 0000:00:02.0 is usually the processor's own graphics: passed through, the host loses its console. Check with lspci -s 00:02.0, and choose another device if it is.",
                List.of()));
  }

  private static Optional<Finding> guest(
      DomainText domain, XmlElement device, Map<String, Long> uses, boolean video) {
    var address = device.child("address");
    var slot = slot(address).orElse("");
    boolean twice = uses.getOrDefault(slot, 0L) > 1;
    boolean first = slot.equals(DISPLAY) && video;
    if (address.isEmpty() || !(twice || first)) {
      return Optional.empty();
    }
    String message =
        "the guest address %s is %s. Leave the address out, and libvirt takes a free one."
            .formatted(
                written(address.get()),
                twice
                    ? "given to %d devices, and libvirt refuses the definition"
                        .formatted(uses.get(slot))
                    : "where libvirt puts the first video device, so both may collide");
    var span = DomainText.tag(address.get());
    List<Splice> without = List.of(domain.without(address.get()));
    return Optional.of(
        twice
            ? Finding.error("D-10", span, message, without)
            : Finding.warning("D-10", span, message, without));
  }

  private static Optional<String> slot(Optional<XmlElement> address) {
    return address
        .filter(one -> one.value("type").orElse("pci").equals("pci"))
        .filter(one -> one.value("slot").isPresent())
        .map(one ->
            "%s:%s:%s:%s"
                .formatted(
                    number(one, "domain"),
                    number(one, "bus"),
                    number(one, "slot"),
                    number(one, "function")));
  }

  private static String number(XmlElement address, String part) {
    String text = address.value(part).orElse("0");
    try {
      return Integer.decode(text).toString();
    } catch (NumberFormatException noNumber) {
      return text;
    }
  }

  private static String written(XmlElement address) {
    return "%s:%s:%s.%s"
        .formatted(
            plain(address, "domain", "0000"),
            plain(address, "bus", "00"),
            plain(address, "slot", "00"),
            plain(address, "function", "0"));
  }

  private static String plain(XmlElement address, String part, String otherwise) {
    return address.value(part).orElse(otherwise).replaceFirst("^0x", "");
  }
}

package org.numascape.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// I-14: a VNC or SPICE console that listens on every address and asks for no password.
final class OpenQemuDisplay implements QemuRule {

  private static final Set<String> EVERYWHERE = Set.of("", "0.0.0.0", "[::]", "::", "*");

  private static final List<String> LOCKS =
      List.of("password", "password-secret", "sasl", "tls-creds", "tls-authz");

  @Override
  public Stream<Finding> examine(QemuLine line) {
    var found = new ArrayList<Finding>();
    line.all("vnc")
        .filter(vnc -> !locked(vnc))
        .forEach(vnc ->
            vnc.properties().stream()
                .findFirst()
                .filter(display -> display.key().isEmpty())
                .ifPresent(display -> vnc(found, display.value(), display.valueSpan(), display)));
    line.all("display")
        .filter(display -> !locked(display))
        .flatMap(display -> display.property("vnc").stream())
        .forEach(display -> vnc(found, display.value(), display.valueSpan(), display));
    line.all("spice").filter(spice -> !locked(spice)).forEach(spice -> spice(found, spice));
    return found.stream();
  }

  private static boolean locked(QemuOption option) {
    return LOCKS.stream()
        .flatMap(lock -> option.value(lock).stream())
        .anyMatch(value -> !value.equals("off") && !value.equals("no"));
  }

  private static void vnc(List<Finding> found, String display, Span span, Property property) {
    int colon = display.lastIndexOf(':');
    boolean number = colon >= 0 && QemuLine.count(display.substring(colon + 1)).isPresent();
    if (!number || !EVERYWHERE.contains(display.substring(0, colon))) {
      return;
    }
    int port = 5900 + QemuLine.count(display.substring(colon + 1)).orElse(0);
    String local = "127.0.0.1" + display.substring(colon);
    String message =
        "VNC %s listens on every address of the host, port %d, and asks for no password: whoever reaches it has the guest's console. Write %s, or a password."
            .formatted(display, port, local);
    List<Splice> correction =
        property.splicable() ? List.of(Splice.replace(span, local)) : List.of();
    found.add(Finding.warning("I-14", span, message, correction));
  }

  private static void spice(List<Finding> found, QemuOption spice) {
    boolean port = spice.value("port").isPresent() || spice.value("tls-port").isPresent();
    var address = spice.property("addr");
    boolean open = EVERYWHERE.contains(address.map(Property::value).orElse(""));
    if (!port || !open || spice.on("unix")) {
      return;
    }
    String message =
        "SPICE listens on every address of the host, port %s, and asks for no password: whoever reaches it has the guest's console. Write addr=127.0.0.1, or password-secret=."
            .formatted(spice.value("port").or(() -> spice.value("tls-port")).orElse(""));
    List<Splice> correction = List.of();
    if (spice.splicable()) {
      correction =
          List.of(
              address
                  .map(there -> Splice.replace(there.span(), "addr=127.0.0.1"))
                  .orElseGet(() -> Splice.insert(spice.span().end(), ",addr=127.0.0.1")));
    }
    found.add(Finding.warning("I-14", spice.span(), message, correction));
  }
}

package org.numascape.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.numascape.format.domainxml.XmlAttribute;
import org.numascape.format.domainxml.XmlElement;

/// I-14 in libvirt: a console that listens on every address and has no password.
final class OpenConsole implements LibvirtRule {

  private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::", "[::]");

  @Override
  public Stream<Finding> examine(DomainText domain) {
    int consoles = (int) domain.all("devices", "graphics").count();
    return domain
        .all("devices", "graphics")
        .filter(graphics -> Set.of("vnc", "spice").contains(graphics.value("type").orElse("")))
        .filter(graphics -> graphics.value("passwd").isEmpty())
        .flatMap(graphics -> finding(graphics, consoles));
  }

  private static Stream<Finding> finding(XmlElement graphics, int consoles) {
    var open = new ArrayList<XmlAttribute>();
    graphics.attribute("listen").filter(OpenConsole::everywhere).ifPresent(open::add);
    graphics
        .all("listen")
        .flatMap(listen -> listen.attribute("address").stream())
        .filter(OpenConsole::everywhere)
        .forEach(open::add);
    if (open.isEmpty()) {
      return Stream.of();
    }
    String message =
        "%s listens on every address of the host (%s) and has no password: whoever reaches it has the guest's console.%s Write 127.0.0.1, or add passwd=."
            .formatted(
                graphics.value("type").orElse("").toUpperCase(Locale.ROOT),
                open.getFirst().value(),
                consoles > 1
                    ? " The guest has %d consoles; one is enough.".formatted(consoles)
                    : "");
    List<Splice> correction =
        open.stream().map(attribute -> DomainText.value(attribute, "127.0.0.1")).toList();
    return Stream.of(Finding.warning("I-14", DomainText.tag(graphics), message, correction));
  }

  private static boolean everywhere(XmlAttribute attribute) {
    return EVERYWHERE.contains(attribute.value());
  }
}

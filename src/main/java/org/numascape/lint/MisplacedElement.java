package org.numascape.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.numascape.format.domainxml.XmlElement;

/// I-11, first half: an element of libvirt at a parent where libvirt does not look for it. Without
/// validation it is dropped silently.
///
/// Source: libvirt `docs/formatdomain`.
final class MisplacedElement implements LibvirtRule {

  /// Where elements belong whose name means one thing only.
  private static final Map<String, List<String>> HOME =
      Map.ofEntries(
          Map.entry("iothreads", List.of("domain")),
          Map.entry("iothreadids", List.of("domain")),
          Map.entry("vcpu", List.of("domain")),
          Map.entry("numatune", List.of("domain")),
          Map.entry("cputune", List.of("domain")),
          Map.entry("memtune", List.of("domain")),
          Map.entry("memoryBacking", List.of("domain")),
          Map.entry("currentMemory", List.of("domain")),
          Map.entry("maxMemory", List.of("domain")),
          Map.entry("iothread", List.of("domain", "iothreadids")),
          Map.entry("memnode", List.of("domain", "numatune")),
          Map.entry("vcpupin", List.of("domain", "cputune")),
          Map.entry("emulatorpin", List.of("domain", "cputune")),
          Map.entry("iothreadpin", List.of("domain", "cputune")),
          Map.entry("vcpusched", List.of("domain", "cputune")),
          Map.entry("iothreadsched", List.of("domain", "cputune")),
          Map.entry("emulatorsched", List.of("domain", "cputune")),
          Map.entry("hugepages", List.of("domain", "memoryBacking")),
          Map.entry("nosharepages", List.of("domain", "memoryBacking")),
          Map.entry("locked", List.of("domain", "memoryBacking")),
          Map.entry("numa", List.of("domain", "cpu")),
          Map.entry("cell", List.of("domain", "cpu", "numa")),
          Map.entry("hostdev", List.of("domain", "devices")),
          Map.entry("memballoon", List.of("domain", "devices")),
          Map.entry("graphics", List.of("domain", "devices")));

  @Override
  public Stream<Finding> examine(DomainText domain) {
    return domain.elements().stream()
        .filter(inside -> !inside.path().isEmpty())
        .filter(inside -> misplaced(inside))
        .map(inside -> finding(domain, inside));
  }

  private static boolean misplaced(DomainText.Inside inside) {
    var home = HOME.get(inside.element().name());
    var path = inside.path();
    var around = path.size() > 1 ? HOME.get(path.getLast()) : null;
    boolean parentIsLost =
        around != null && !around.isEmpty() && !around.equals(path.subList(0, path.size() - 1));
    boolean disk = inside.element().name().equals("iothread") && inside.path().contains("devices");
    return home != null && !disk && !parentIsLost && !home.equals(inside.path());
  }

  private static Finding finding(DomainText domain, DomainText.Inside inside) {
    var element = inside.element();
    var home = HOME.getOrDefault(element.name(), List.of());
    String right = String.join("/", home);
    String message =
        "<%s> is in %s; libvirt looks for it in %s only, and without validation drops it where it is. Move it there."
            .formatted(element.name(), String.join("/", inside.path()), right);
    return Finding.error(
        "I-11", DomainText.tag(element), message, correction(domain, element, home));
  }

  private static List<Splice> correction(DomainText domain, XmlElement element, List<String> home) {
    var below = home.subList(1, home.size());
    var splices = new ArrayList<Splice>();
    splices.add(domain.without(element));
    var parent = domain.root();
    for (int i = 0; i < below.size(); i++) {
      var next = parent.child(below.get(i));
      if (next.isEmpty()) {
        splices.add(
            domain.lastIn(
                parent, List.of(wrapped(below.subList(i, below.size()), domain.written(element)))));
        return splices;
      }
      parent = next.get();
    }
    boolean taken =
        parent.child(element.name()).isPresent() && RepeatedElement.isSingle(home, element.name());
    boolean around =
        parent.span().start() >= element.span().start()
            && parent.span().end() <= element.span().end();
    if (taken || around) {
      return List.of();
    }
    splices.add(domain.lastIn(parent, List.of(domain.written(element))));
    return splices;
  }

  private static String wrapped(List<String> names, String inside) {
    String text = inside;
    for (String name : names.reversed()) {
      text = "<" + name + ">" + text + "</" + name + ">";
    }
    return text;
  }
}

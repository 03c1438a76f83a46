package org.numascape.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.numascape.format.domainxml.XmlAttribute;
import org.numascape.format.domainxml.XmlElement;

/// I-11, second half: an element twice where libvirt's schema has it once. Without validation
/// libvirt takes something of both.
final class RepeatedElement implements LibvirtRule {

  private static final Map<String, Set<String>> ONCE =
      Map.of(
          "domain",
          Set.of(
              "name",
              "uuid",
              "memory",
              "currentMemory",
              "maxMemory",
              "vcpu",
              "vcpus",
              "cpu",
              "cputune",
              "numatune",
              "memtune",
              "memoryBacking",
              "iothreads",
              "iothreadids",
              "os",
              "features",
              "devices"),
          "domain/cpu",
          Set.of("topology", "numa", "model"),
          "domain/numatune",
          Set.of("memory"),
          "domain/cputune",
          Set.of("emulatorpin"),
          "domain/memoryBacking",
          Set.of("hugepages", "access", "source", "allocation"));

  /// Whether an element is once in its parent at most.
  static boolean isSingle(List<String> parent, String name) {
    return ONCE.getOrDefault(String.join("/", parent), Set.of()).contains(name);
  }

  @Override
  public Stream<Finding> examine(DomainText domain) {
    var found = new ArrayList<Finding>();
    for (var inside : domain.elements()) {
      var path = new ArrayList<>(inside.path());
      path.add(inside.element().name());
      Map<String, XmlElement> first = new HashMap<>();
      for (var child : inside.element().children()) {
        var before = isSingle(path, child.name()) ? first.putIfAbsent(child.name(), child) : null;
        if (before != null && !isDevice(child, path)) {
          found.add(finding(domain, before, child, String.join("/", path)));
        }
      }
    }
    return found.stream();
  }

  /// A memory device that slipped out of `<devices>` is not a second size of the guest.
  private static boolean isDevice(XmlElement element, List<String> path) {
    return element.name().equals("memory")
        && path.size() == 1
        && element.attribute("model").isPresent();
  }

  private static Finding finding(
      DomainText domain, XmlElement first, XmlElement second, String parent) {
    var correction = merged(domain, first, second);
    String message =
        "<%s> is in %s twice, the first time in line %d; libvirt's schema has it once, and without validation libvirt takes parts of both. %s."
            .formatted(
                second.name(),
                parent,
                Place.of(domain.text(), DomainText.span(first)).line(),
                correction.isEmpty()
                    ? "They contradict each other; keep one"
                    : "Put what they say into one");
    return Finding.error("I-11", DomainText.tag(second), message, correction);
  }

  /// One element with what both say, where they do not contradict each other.
  private static List<Splice> merged(DomainText domain, XmlElement first, XmlElement second) {
    var names = first.children().stream().map(XmlElement::name).collect(Collectors.toSet());
    boolean childTwice = second.children().stream().map(XmlElement::name).anyMatch(names::contains);
    boolean contradicts =
        second.attributes().stream()
            .anyMatch(attribute ->
                first
                    .value(attribute.name())
                    .filter(value -> !value.equals(attribute.value()))
                    .isPresent());
    boolean sameText = second.text().isEmpty() || second.text().equals(first.text());
    if (domain.written(first).equals(domain.written(second))) {
      return List.of(domain.without(second));
    }
    if (childTwice || contradicts || !sameText) {
      return List.of();
    }
    var splices = new ArrayList<Splice>();
    splices.add(domain.without(second));
    attributes(domain, first, second).ifPresent(splices::add);
    if (!second.children().isEmpty()) {
      splices.add(domain.lastIn(first, second.children().stream().map(domain::written).toList()));
    }
    boolean tagTwice = splices.size() == 3 && splices.get(1).cuts(splices.get(2));
    return tagTwice ? List.of() : splices;
  }

  private static java.util.Optional<Splice> attributes(
      DomainText domain, XmlElement first, XmlElement second) {
    String added =
        second.attributes().stream()
            .filter(attribute -> first.attribute(attribute.name()).isEmpty())
            .map(attribute -> " " + written(domain, attribute))
            .collect(Collectors.joining());
    int at = first.span().start() + 1 + first.name().length();
    return added.isEmpty()
        ? java.util.Optional.empty()
        : java.util.Optional.of(Splice.insert(at, added));
  }

  private static String written(DomainText domain, XmlAttribute attribute) {
    return domain.text().substring(attribute.start(), attribute.valueEnd() + 1);
  }
}

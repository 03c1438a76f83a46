package org.numascape.simulation;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.numascape.format.domainxml.XmlElement;
import org.numascape.topology.CpuSet;

/// What libvirt refuses while it parses the elements of placement, with its error numbers.
///
/// Source: libvirt 9.0 `virBitmapParse`, `virDomainVcpuPinDefParseXML`,
/// `virDomainIOThreadPinDefParseXML`, `virDomainNumatuneNodeParseXML`,
/// `virDomainHugepagesParseXML`, `virDomainNumaDefParseXML`.
interface TextRules {

  /// In the order libvirt finds them.
  List<Function<XmlElement, Optional<Refusal>>> ALL =
      List.of(
          TextRules::lists,
          domain -> twice(domain, "vcpupin", "vcpu"),
          domain -> twice(domain, "iothreadpin", "iothread"),
          TextRules::pinsWithoutCpus,
          domain -> onlyOne(domain, "emulatorpin", "cputune", "emulatorpin"),
          domain -> onlyOne(domain, "numatune", "numatune"),
          TextRules::vcpuCounts,
          TextRules::ioThreadZero,
          TextRules::ioThreadsThatAreNotThere,
          TextRules::memoryModes,
          TextRules::cellRules);

  /// The first thing wrong.
  static Optional<Refusal> check(XmlElement domain) {
    return ALL.stream().map(rule -> rule.apply(domain)).flatMap(Optional::stream).findFirst();
  }

  /// Elements and the attribute in each that holds a list.
  private static Optional<Refusal> lists(XmlElement domain) {
    return Stream.of(
            list(domain.at("vcpu"), "cpuset"),
            list(domain.at("cpu", "numa", "cell"), "cpus"),
            list(domain.at("cputune", "vcpupin"), "cpuset"),
            list(domain.at("cputune", "emulatorpin"), "cpuset"),
            list(domain.at("cputune", "iothreadpin"), "cpuset"),
            list(domain.at("numatune", "memory"), "nodeset"),
            list(domain.at("numatune", "memnode"), "nodeset"),
            list(domain.at("memoryBacking", "hugepages", "page"), "nodeset"))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Refusal> list(Stream<XmlElement> elements, String attribute) {
    return elements
        .flatMap(element -> element.value(attribute).stream())
        .map(TextRules::listRefusal)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Refusal> listRefusal(String text) {
    if (text.isBlank()) {
      return Optional.of(new Refusal(8, "Failed to parse bitmap ''"));
    }
    try {
      boolean empty = CpuSet.parse(text).isEmpty();
      return Refusal.when(empty, 67, "Invalid value of 'cpuset' or 'nodeset': " + text);
    } catch (IllegalArgumentException _) {
      return Optional.of(new Refusal(8, "Failed to parse bitmap '" + text + "'"));
    }
  }

  private static Optional<Refusal> twice(XmlElement domain, String element, String key) {
    Set<String> seen = new HashSet<>();
    return domain
        .at("cputune", element)
        .flatMap(pin -> pin.value(key).stream())
        .filter(id -> !seen.add(id))
        .findFirst()
        .map(id -> new Refusal(1, "duplicate " + element + " for " + key + " '" + id + "'"));
  }

  private static Optional<Refusal> pinsWithoutCpus(XmlElement domain) {
    return domain
        .at("cputune")
        .flatMap(tune -> tune.children().stream())
        .filter(pin -> pin.name().endsWith("pin") && pin.value("cpuset").isEmpty())
        .findFirst()
        .map(pin -> new Refusal(1, "missing cpuset for " + pin.name()));
  }

  private static Optional<Refusal> onlyOne(XmlElement domain, String what, String... path) {
    return Refusal.when(domain.at(path).count() > 1, 27, "only one " + what + " is supported");
  }

  private static Optional<Refusal> vcpuCounts(XmlElement domain) {
    return domain
        .child("vcpu")
        .filter(vcpu -> number(vcpu.value("current").orElse("1")) > number(vcpu.text()))
        .map(_ -> new Refusal(67, "maxvcpus must not be less than current vcpus"));
  }

  private static Optional<Refusal> ioThreadZero(XmlElement domain) {
    boolean zero =
        domain
            .at("cputune", "iothreadpin")
            .anyMatch(pin -> pin.value("iothread").filter("0"::equals).isPresent());
    return Refusal.when(zero, 27, "zero is an invalid iothread id value");
  }

  /// Ids that are not listed are filled from 1 upwards, until there are as many as `iothreads`
  /// says.
  private static Optional<Refusal> ioThreadsThatAreNotThere(XmlElement domain) {
    var ids = new TreeSet<Integer>();
    domain.at("iothreadids", "iothread").forEach(io -> ids.add(number(io.value("id").orElse("0"))));
    int count = domain.child("iothreads").map(io -> number(io.text())).orElse(0);
    for (int id = 1; ids.size() < count; id++) {
      ids.add(id);
    }
    return domain
        .at("cputune", "iothreadpin")
        .flatMap(pin -> pin.value("iothread").stream())
        .filter(id -> !ids.contains(number(id)))
        .findFirst()
        .map(id -> new Refusal(67, "Cannot find 'iothread' : " + id));
  }

  private static Optional<Refusal> memoryModes(XmlElement domain) {
    var modes = Set.of("strict", "preferred", "interleave", "restrictive");
    boolean unknown =
        Stream.concat(domain.at("numatune", "memory"), domain.at("numatune", "memnode"))
            .flatMap(rule -> rule.value("mode").stream())
            .anyMatch(mode -> !modes.contains(mode));
    return Refusal.when(unknown, 67, "Unsupported NUMA memory tuning mode");
  }

  private static Optional<Refusal> cellRules(XmlElement domain) {
    boolean bare =
        domain.at("cpu", "numa", "cell").anyMatch(cell -> cell.value("memory").isEmpty());
    return Refusal.when(bare, 27, "missing required 'memory' attribute in a NUMA cell");
  }

  private static int number(String digits) {
    try {
      return Integer.parseInt(digits.strip());
    } catch (NumberFormatException _) {
      return 0;
    }
  }
}

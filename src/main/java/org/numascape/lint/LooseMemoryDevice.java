package org.numascape.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.numascape.format.domainxml.MemoryUnit;
import org.numascape.format.domainxml.XmlElement;

/// I-12: a memory device outside of `<devices>`, without size or cell, or in a guest without
/// `<maxMemory>`. Outside of `<devices>` libvirt drops it silently.
final class LooseMemoryDevice implements LibvirtRule {

  /// Kinds that are plugged into the guest's address space, for which `<maxMemory>` makes room.
  private static final Set<String> PLUGGED = Set.of("dimm", "nvdimm", "virtio-mem");

  @Override
  public Stream<Finding> examine(DomainText domain) {
    var found = new ArrayList<Finding>();
    var devices =
        domain.elements().stream()
            .filter(inside -> inside.element().name().equals("memory"))
            .filter(inside -> inside.element().attribute("model").isPresent())
            .filter(inside -> !inside.path().contains("numatune"))
            .toList();
    var maximum = maximum(domain, devices.stream().map(DomainText.Inside::element).toList());
    for (var device : devices) {
      boolean inside = device.path().equals(List.of("domain", "devices"));
      var wrong = wrong(domain, device.element(), inside);
      if (!wrong.isEmpty()) {
        found.add(
            Finding.error(
                "I-12",
                DomainText.tag(device.element()),
                message(device.element(), wrong),
                correction(domain, device.element(), inside, maximum)));
      }
    }
    return found.stream();
  }

  private static List<String> wrong(DomainText domain, XmlElement device, boolean inside) {
    boolean plugged = PLUGGED.contains(device.value("model").orElse(""));
    var wrong = new ArrayList<String>();
    if (!inside) {
      wrong.add("is not in <devices>, so libvirt drops it");
    }
    if (size(device).isEmpty()) {
      wrong.add("has no <target><size>");
    }
    if (plugged && node(device).isEmpty() && !domain.cells().isEmpty()) {
      wrong.add(
          nodeset(device).isPresent()
              ? "names its cell by <target nodeset>, which is <target><node>"
              : "has no <target><node>, the cell it belongs to");
    }
    if (plugged && domain.at("maxMemory").isEmpty()) {
      wrong.add("has no room, because the guest has no <maxMemory slots=…>");
    }
    return wrong;
  }

  private static String message(XmlElement device, List<String> wrong) {
    return "this %s %s. A memory device is <devices><memory model='…'><target><size>…</size><node>CELL</node></target></memory>, with <maxMemory> beside <memory>."
        .formatted(device.value("model").orElse("device"), String.join("; ", wrong));
  }

  private static OptionalLong size(XmlElement device) {
    return device
        .at("target", "size")
        .findFirst()
        .map(LooseMemoryDevice::kib)
        .orElse(OptionalLong.empty());
  }

  private static OptionalLong kib(XmlElement amount) {
    try {
      return OptionalLong.of(MemoryUnit.kib(amount.text(), amount.value("unit").orElse("KiB")));
    } catch (IllegalArgumentException noAmount) {
      return OptionalLong.empty();
    }
  }

  private static java.util.Optional<XmlElement> node(XmlElement device) {
    return device.at("target", "node").findFirst();
  }

  private static java.util.Optional<String> nodeset(XmlElement device) {
    return device.child("target").flatMap(target -> target.value("nodeset"));
  }

  /// `<maxMemory>` that holds the guest and all its devices; none where a size is not known.
  private static List<Splice> maximum(DomainText domain, List<XmlElement> devices) {
    var memory = domain.all("memory").filter(one -> one.attribute("model").isEmpty()).findFirst();
    var guest = memory.map(LooseMemoryDevice::kib).orElse(OptionalLong.empty());
    boolean known = guest.isPresent() && devices.stream().allMatch(one -> size(one).isPresent());
    if (!known) {
      return List.of();
    }
    long sum = guest.getAsLong() + devices.stream().mapToLong(one -> size(one).orElse(0)).sum();
    String line = "<maxMemory slots='%d' unit='KiB'>%d</maxMemory>".formatted(devices.size(), sum);
    return List.of(domain.behind(memory.orElseThrow(), line));
  }

  private static List<Splice> correction(
      DomainText domain, XmlElement device, boolean inside, List<Splice> maximum) {
    boolean plugged = PLUGGED.contains(device.value("model").orElse(""));
    boolean roomMissing = plugged && domain.at("maxMemory").isEmpty();
    boolean nodeMissing = plugged && node(device).isEmpty() && !domain.cells().isEmpty();
    var home = domain.at("devices");
    boolean unknown =
        size(device).isEmpty()
            || (roomMissing && maximum.isEmpty())
            || (nodeMissing && nodeset(device).isEmpty())
            || (nodeMissing && !inside) // two changes of one place: by hand
            || (!inside && home.isEmpty());
    if (unknown) {
      return List.of();
    }
    var splices = new ArrayList<Splice>();
    if (roomMissing) {
      splices.addAll(maximum);
    }
    if (!inside) {
      splices.add(domain.without(device));
      splices.add(domain.lastIn(home.get(), List.of(domain.written(device))));
    }
    if (nodeMissing) {
      var target = device.child("target").orElseThrow();
      splices.add(domain.without(target.attribute("nodeset").orElseThrow()));
      splices.add(
          domain.lastIn(target, List.of("<node>" + nodeset(device).orElseThrow() + "</node>")));
    }
    return splices;
  }
}

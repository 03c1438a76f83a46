package org.numascape.format.domainxml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.numascape.domain.CpuTopology;
import org.numascape.domain.Domain;
import org.numascape.domain.GuestCell;
import org.numascape.domain.HostDevice;
import org.numascape.domain.MemoryBacking;
import org.numascape.domain.ThreadScheduler;
import org.numascape.domain.Vcpus;
import org.numascape.format.FormatException;
import org.numascape.topology.CpuSet;
import org.numascape.topology.PageSize;

/// Reads what a libvirt domain XML says about placement: a definition, a live XML, or a file
/// somebody wrote.
///
/// Reads as libvirt does, its rewrites of sizes and ids included, but lets through what a design
/// can show as a problem. Source: libvirt `src/conf/domain_conf.c`, `numa_conf.c`,
/// `virDomainDefParseXML`.
public final class DomainReader {

  private final XmlText xml;
  private final XmlElement root;
  private final Fields fields;

  private DomainReader(XmlText xml) {
    this.xml = xml;
    this.root = xml.root();
    this.fields = new Fields(xml);
  }

  /// Reads a domain.
  ///
  /// @param source the name a person knows the text by
  /// @throws FormatException with the line to blame, for a text that is not XML, no domain, or that
  ///   libvirt refuses in a way no [Domain] can hold
  public static Domain read(String source, String xml) throws FormatException {
    return read(XmlText.parse(source, xml));
  }

  /// Reads a domain from a text that is scanned already.
  ///
  /// @throws FormatException as [#read(String, String)]
  static Domain read(XmlText xml) throws FormatException {
    var reader = new DomainReader(xml);
    try {
      return reader.domain();
    } catch (IllegalArgumentException refused) {
      throw new FormatException(xml.source(), 0, refused.getMessage() + ".");
    }
  }

  private Domain domain() throws FormatException {
    if (!root.name().equals("domain")) {
      throw xml.wrong(
          root,
          "this is a <"
              + root.name()
              + ">, not a libvirt <domain>; give the output of \"virsh dumpxml\".");
    }
    String type = fields.required(root, "type");
    String name = root.child("name").map(XmlElement::text).orElse("");
    if (name.isEmpty()) {
      throw xml.wrong(root, "the domain has no <name>.");
    }
    int maximum = maximumVcpus();
    var cells = cells();
    var tuning = new NumaTuneReader(fields, root).read();
    var pins = vcpuPins(maximum);
    var emulator = emulatorPin();
    var ioThreads = new IoThreadReader(fields, root).read();
    var vcpus = vcpus(maximum);
    boolean pinned =
        vcpus.cpuset().isPresent()
            || !pins.isEmpty()
            || emulator.isPresent()
            || ioThreads.stream().anyMatch(thread -> thread.pin().isPresent());
    var placed =
        tuning.automatic() && !pinned
            ? new Vcpus(vcpus.maximum(), vcpus.current(), vcpus.cpuset(), true)
            : vcpus;
    return new Domain(
        type,
        name,
        uuid(),
        memory(cells),
        placed,
        topology(),
        cells,
        pins,
        emulator,
        ioThreads,
        tuning,
        backing(),
        schedulers(),
        devices());
  }

  private Optional<String> uuid() throws FormatException {
    var element = root.child("uuid").filter(uuid -> !uuid.text().isEmpty());
    if (element.isEmpty()) {
      return Optional.empty();
    }
    String digits = element.get().text().replace("-", "").toLowerCase(Locale.ROOT);
    if (!digits.matches("[0-9a-f]{32}")) {
      throw xml.wrong(element.get(), "\"" + element.get().text() + "\" is no UUID.");
    }
    return Optional.of(digits.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
  }

  private long memory(List<GuestCell> cells) throws FormatException {
    long inCells = cells.stream().mapToLong(GuestCell::memoryKib).sum();
    if (inCells > 0) {
      return inCells;
    }
    var element = root.child("memory");
    long kib = element.isEmpty() ? 0 : fields.kib(element.get(), element.get().text());
    if (kib == 0) {
      throw xml.wrong(
          element.orElse(root),
          "the domain has no memory; give it <memory> or guest cells with memory.");
    }
    return kib;
  }

  private int maximumVcpus() throws FormatException {
    var element = root.child("vcpu");
    if (element.isEmpty()) {
      return 1;
    }
    int maximum = fields.number(element.get(), "the content", element.get().text());
    if (maximum < 1) {
      throw xml.wrong(element.get(), "a domain needs at least one vCPU.");
    }
    return maximum;
  }

  private Vcpus vcpus(int maximum) throws FormatException {
    var element = root.child("vcpu");
    if (element.isEmpty()) {
      return new Vcpus(1, 1, Optional.empty(), false);
    }
    boolean automatic = element.get().value("placement").filter("auto"::equals).isPresent();
    var cpuset = automatic ? Optional.<CpuSet>empty() : fields.cpus(element.get(), "cpuset");
    int current = fields.optionalNumber(element.get(), "current").orElse(maximum);
    if (root.child("vcpus").isPresent()) {
      current =
          (int)
              root.at("vcpus", "vcpu")
                  .filter(vcpu -> vcpu.value("enabled").filter("yes"::equals).isPresent())
                  .count();
    }
    if (current < 1 || current > maximum) {
      throw xml.wrong(
          element.get(), "a guest with " + current + " of " + maximum + " vCPUs cannot exist.");
    }
    return new Vcpus(maximum, current, cpuset, automatic);
  }

  private Optional<CpuTopology> topology() throws FormatException {
    var element = root.at("cpu", "topology").findFirst();
    if (element.isEmpty()) {
      return Optional.empty();
    }
    var found = element.get();
    int dies = fields.optionalNumber(found, "dies").orElse(1);
    int clusters = fields.optionalNumber(found, "clusters").orElse(1);
    int sockets = fields.number(found, "sockets");
    int cores = fields.number(found, "cores");
    int threads = fields.number(found, "threads");
    if (sockets < 1 || dies < 1 || clusters < 1 || cores < 1 || threads < 1) {
      throw xml.wrong(found, "a guest topology has no zero in it.");
    }
    return Optional.of(new CpuTopology(sockets, dies, clusters, cores, threads));
  }

  /// Cells in the order of their ids; one without an id has its position's.
  private List<GuestCell> cells() throws FormatException {
    var cells = new TreeMap<Integer, GuestCell>();
    var elements = root.at("cpu", "numa", "cell").toList();
    for (int position = 0; position < elements.size(); position++) {
      var element = elements.get(position);
      int id = fields.optionalNumber(element, "id").orElse(position);
      if (id >= elements.size()) {
        throw xml.wrong(
            element,
            "guest cell " + id + " leaves a gap: ids run from 0 to " + (elements.size() - 1) + ".");
      }
      var vcpus =
          element.value("cpus").isPresent() ? fields.requiredCpus(element, "cpus") : CpuSet.EMPTY;
      long kib = fields.kib(element, fields.required(element, "memory"));
      if (cells.put(id, new GuestCell(id, vcpus, kib)) != null) {
        throw xml.wrong(element, "two guest cells have the id " + id + ".");
      }
    }
    return List.copyOf(cells.values());
  }

  /// libvirt drops a pin of a vCPU that the domain has not got, and so does this.
  private Map<Integer, CpuSet> vcpuPins(int maximum) throws FormatException {
    var pins = new TreeMap<Integer, CpuSet>();
    for (var element : root.at("cputune", "vcpupin").toList()) {
      int vcpu = fields.number(element, "vcpu");
      var cpus = fields.requiredCpus(element, "cpuset");
      if (vcpu < maximum && pins.put(vcpu, cpus) != null) {
        throw xml.wrong(element, "vCPU " + vcpu + " is pinned twice.");
      }
    }
    return pins;
  }

  private Optional<CpuSet> emulatorPin() throws FormatException {
    var elements = root.at("cputune", "emulatorpin").toList();
    if (elements.size() > 1) {
      throw xml.wrong(elements.get(1), "the emulator threads are pinned twice.");
    }
    return elements.isEmpty()
        ? Optional.empty()
        : Optional.of(fields.requiredCpus(elements.getFirst(), "cpuset"));
  }

  private MemoryBacking backing() throws FormatException {
    var pages = new ArrayList<MemoryBacking.Page>();
    for (var element : root.at("memoryBacking", "hugepages", "page").toList()) {
      long kib = fields.kib(element, fields.required(element, "size"));
      if (kib == 0 || Long.bitCount(kib) != 1) {
        throw xml.wrong(element, "no page is " + kib + " KiB large.");
      }
      pages.add(new MemoryBacking.Page(new PageSize(kib), fields.cpus(element, "nodeset")));
    }
    return new MemoryBacking(
        root.at("memoryBacking", "hugepages").findAny().isPresent(),
        pages,
        root.at("memoryBacking", "locked").findAny().isPresent(),
        root.at("memoryBacking", "nosharepages").findAny().isPresent());
  }

  private List<ThreadScheduler> schedulers() throws FormatException {
    var found = new ArrayList<ThreadScheduler>();
    for (var element : root.at("cputune", "vcpusched").toList()) {
      var vcpus = fields.requiredCpus(element, "vcpus");
      String scheduler = fields.required(element, "scheduler");
      found.add(new ThreadScheduler(vcpus, scheduler, fields.optionalNumber(element, "priority")));
    }
    return found;
  }

  private List<HostDevice> devices() throws FormatException {
    var found = new ArrayList<HostDevice>();
    for (var devices : root.all("devices").toList()) {
      for (var device : devices.children()) {
        if (passesPciThrough(device)) {
          for (var address : device.at("source", "address").toList()) {
            PciAddress.of(address).map(HostDevice::new).ifPresent(found::add);
          }
        }
      }
    }
    return found;
  }

  private static boolean passesPciThrough(XmlElement device) {
    String type = device.value("type").orElse("");
    return switch (device.name()) {
      case "hostdev" -> type.equals("pci");
      case "interface" -> type.equals("hostdev");
      case "disk" -> type.equals("nvme");
      default -> false;
    };
  }
}

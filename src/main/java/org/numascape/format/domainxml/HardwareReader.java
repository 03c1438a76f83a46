package org.numascape.format.domainxml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.numascape.domain.Controller;
import org.numascape.domain.Disk;
import org.numascape.domain.Hardware;
import org.numascape.domain.HostDevice;
import org.numascape.domain.Iommu;
import org.numascape.domain.Nic;
import org.numascape.domain.PciSlot;
import org.numascape.domain.Platform;

/// Reads the machine type and the devices that bear on placement. What cannot be read is left out;
/// the text keeps it.
record HardwareReader(Fields fields, XmlElement root) {

  Hardware read() {
    return new Hardware(
        platform(),
        controllers(),
        hostDevices(),
        new MemoryDeviceReader(fields, root).read(),
        disks(),
        nics(),
        sharesMemory());
  }

  /// The board.
  Platform platform() {
    var type = root.at("os", "type").findFirst();
    return new Platform(
        type.flatMap(os -> os.value("arch")).orElse(""),
        type.flatMap(os -> os.value("machine")).orElse(""),
        root.at("features", "ioapic").findFirst().flatMap(apic -> apic.value("driver")),
        root.at("features", "pmu").findFirst().map(pmu -> !fields.says(pmu, "state", "off")),
        devices("iommu").findFirst().map(this::iommu),
        devices("memballoon").findFirst().flatMap(balloon -> balloon.value("model")));
  }

  private Iommu iommu(XmlElement element) {
    var driver = element.child("driver");
    return new Iommu(
        element.value("model").orElse(""),
        driver.filter(d -> fields.says(d, "intremap", "on")).isPresent(),
        driver
            .filter(d -> fields.says(d, "eim", "on") || fields.says(d, "xtsup", "on"))
            .isPresent());
  }

  private Stream<XmlElement> devices(String name) {
    return root.at("devices", name);
  }

  /// Controllers in the order of the text.
  List<Controller> controllers() {
    return devices("controller").map(this::controller).toList();
  }

  private Controller controller(XmlElement element) {
    var target = element.child("target");
    var node = target.flatMap(t -> t.child("node"));
    return new Controller(
        element.value("type").orElse(""),
        fields.count(element, "index"),
        element.value("model").orElse(""),
        slot(element),
        node.map(cell -> Fields.count(cell.text())).orElse(OptionalInt.empty()),
        target.map(t -> fields.count(t, "busNr")).orElse(OptionalInt.empty()),
        element
            .child("driver")
            .map(driver -> fields.count(driver, "iothread"))
            .orElse(OptionalInt.empty()));
  }

  private static Optional<PciSlot> slot(XmlElement device) {
    return device.all("address").flatMap(address -> PciAddress.slot(address).stream()).findFirst();
  }

  /// Host PCI devices in the order of the text.
  List<HostDevice> hostDevices() {
    return root.all("devices")
        .flatMap(devices -> devices.children().stream())
        .flatMap(element -> device(element).stream())
        .toList();
  }

  /// The host device that an element hands over.
  static Optional<HostDevice> device(XmlElement element) {
    return form(element).flatMap(form -> handedOver(element, form));
  }

  private static Optional<HostDevice> handedOver(XmlElement device, HostDevice.Form form) {
    boolean managed =
        Stream.concat(Stream.of(device), device.all("source"))
            .anyMatch(element -> element.value("managed").filter("yes"::equals).isPresent());
    return device
        .at("source", "address")
        .flatMap(address -> PciAddress.of(address).stream())
        .findFirst()
        .map(address -> new HostDevice(address, form, slot(device), managed, driver(device, form)));
  }

  private static Optional<String> driver(XmlElement device, HostDevice.Form form) {
    return form == HostDevice.Form.NVME
        ? Optional.empty()
        : device.child("driver").flatMap(driver -> driver.value("name"));
  }

  /// How an element hands a host PCI device over; empty where it does not.
  static Optional<HostDevice.Form> form(XmlElement device) {
    String type = device.value("type").orElse("");
    return switch (device.name()) {
      case "hostdev" ->
          type.equals("pci") ? Optional.of(HostDevice.Form.HOSTDEV) : Optional.empty();
      case "interface" ->
          type.equals("hostdev") ? Optional.of(HostDevice.Form.INTERFACE) : Optional.empty();
      case "disk" -> type.equals("nvme") ? Optional.of(HostDevice.Form.NVME) : Optional.empty();
      default -> Optional.empty();
    };
  }

  /// Disks in the order of the text.
  List<Disk> disks() {
    var found = new ArrayList<Disk>();
    for (var disk : devices("disk").toList()) {
      var target = disk.child("target");
      if (target.isPresent() && form(disk).isEmpty()) {
        found.add(disk(disk, target.get()));
      }
    }
    return found;
  }

  private Disk disk(XmlElement disk, XmlElement target) {
    var driver = disk.child("driver");
    var threads = new ArrayList<Integer>();
    driver.ifPresent(d -> fields.count(d, "iothread").ifPresent(threads::add));
    disk.at("driver", "iothreads", "iothread")
        .forEach(thread -> fields.count(thread, "id").ifPresent(threads::add));
    String source =
        disk.child("source").stream()
            .flatMap(s ->
                Stream.of("file", "dev", "volume", "name", "dir")
                    .flatMap(name -> s.value(name).stream()))
            .findFirst()
            .orElse("");
    return new Disk(
        target.value("dev").orElse(""),
        target.value("bus").orElse(""),
        source,
        threads,
        driver.map(d -> fields.count(d, "queues")).orElse(OptionalInt.empty()));
  }

  private List<Nic> nics() {
    return devices("interface").filter(nic -> form(nic).isEmpty()).map(this::nic).toList();
  }

  private Nic nic(XmlElement nic) {
    String source =
        nic.child("source").stream()
            .flatMap(s ->
                Stream.of("network", "bridge", "path", "dev").flatMap(n -> s.value(n).stream()))
            .findFirst()
            .orElse("");
    return new Nic(
        nic.value("type").orElse(""),
        nic.child("model").flatMap(model -> model.value("type")).orElse(""),
        source,
        nic.child("driver").map(d -> fields.count(d, "queues")).orElse(OptionalInt.empty()));
  }

  private List<String> sharesMemory() {
    return root.all("devices")
        .flatMap(devices -> devices.children().stream())
        .flatMap(device -> sharing(device).stream())
        .toList();
  }

  private Optional<String> sharing(XmlElement device) {
    boolean vhostUser = fields.says(device, "type", "vhostuser");
    return switch (device.name()) {
      case "interface" -> vhostUser ? Optional.of("vhost-user network") : Optional.empty();
      case "disk" -> vhostUser ? Optional.of("vhost-user disk") : Optional.empty();
      case "filesystem" ->
          device.child("driver").filter(d -> fields.says(d, "type", "virtiofs")).isPresent()
              ? Optional.of("virtiofs")
              : Optional.empty();
      case "video" ->
          device.child("driver").filter(d -> fields.says(d, "name", "vhostuser")).isPresent()
              ? Optional.of("vhost-user video")
              : Optional.empty();
      default -> Optional.empty();
    };
  }
}

package org.numascape.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.Hosts;
import org.numascape.MoreHosts;
import org.numascape.topology.HostTopology;

/// Guests that libvirt takes and cannot start, or that QEMU ends, and who foresees each on which
/// host.
///
/// @param plain guests of the host that start
/// @param xml guests of which one does not
/// @param said what libvirt says of the last one on a machine with QEMU and nothing else; empty
///   where such a machine cannot show it
/// @param unproven why not
record RefusedAtStart(
    String what,
    HostTopology host,
    List<String> plain,
    List<String> xml,
    Foreseen by,
    Optional<String> said,
    String unproven) {

  @Override
  public String toString() {
    return what;
  }

  /// Those a machine with QEMU alone can show.
  static Stream<RefusedAtStart> shown() {
    return all().filter(one -> one.said().isPresent());
  }

  /// A change of the plain guest, on a host of four nodes.
  private static RefusedAtStart of(String what, String xml, String rule) {
    return new RefusedAtStart(
        what,
        Hosts.fourNodes(),
        List.of(Plain.GUEST),
        List.of(xml),
        Foreseen.by(rule),
        Optional.empty(),
        "");
  }

  private RefusedAtStart on(HostTopology other, String... guests) {
    var plainer = guests.length == 0 ? plain : List.of(guests);
    return new RefusedAtStart(what, other, plainer, xml, by, said, unproven);
  }

  private RefusedAtStart beside(String... others) {
    var all = Stream.concat(Stream.of(others), xml.stream()).toList();
    return new RefusedAtStart(what, host, List.of(others), all, by, said, unproven);
  }

  private RefusedAtStart shownBy(String words) {
    return new RefusedAtStart(what, host, plain, xml, by, Optional.of(words), "");
  }

  private RefusedAtStart notShown(String why) {
    return new RefusedAtStart(what, host, plain, xml, by, Optional.empty(), why);
  }

  private RefusedAtStart as(Severity severity) {
    var milder = new Foreseen.ByRule(((Foreseen.ByRule) by).code(), severity);
    return new RefusedAtStart(what, host, plain, xml, milder, said, unproven);
  }

  /// All of them.
  static Stream<RefusedAtStart> all() {
    return Stream.of(cpus(), nodes(), pages(), tuning(), devices()).flatMap(List::stream);
  }

  /// `qemuProcessSetupPid`: the control group does not take the CPU (error 38).
  private static List<RefusedAtStart> cpus() {
    String cgroup = "cpuset.cpus";
    return List.of(
        of(
                "a vCPU pinned to a CPU that is not there",
                Plain.with(Plain.tuned("<vcpupin vcpu='1' cpuset='4000'/>")),
                "P-10")
            .shownBy(cgroup),
        of(
                "the emulator pinned to a CPU that is not there",
                Plain.with(Plain.tuned("<emulatorpin cpuset='0,4000'/>")),
                "P-10")
            .shownBy(cgroup),
        of(
                "an I/O thread pinned to a CPU that is not there",
                Plain.with(
                    "<iothreads>1</iothreads>",
                    Plain.tuned("<iothreadpin iothread='1' cpuset='4000'/>")),
                "P-10")
            .shownBy(cgroup),
        of(
                "a guest for CPUs that are not there",
                Plain.GUEST.replace(Plain.VCPU, "<vcpu cpuset='4000'>2</vcpu>"),
                "P-10")
            .shownBy(cgroup),
        of(
                "a vCPU pinned to a CPU that is off",
                Plain.with(Plain.tuned("<vcpupin vcpu='1' cpuset='3'/>")),
                "P-10")
            .on(MoreHosts.lastIsOff())
            .notShown("the CPUs of the machine are all on"));
  }

  /// `virNumaNodesetIsAvailable`, `qemuProcessPrepareDomainNUMAPlacement`, and QEMU's own binding.
  private static List<RefusedAtStart> nodes() {
    String large = "the memory is not there on one node, and QEMU would be ended much later";
    return List.of(
        of(
                "memory of a node that is not there",
                Plain.with("<numatune><memory mode='strict' nodeset='63'/></numatune>"),
                "N-28")
            .shownBy("unavailable"),
        of(
                "a cell of a node that is not there",
                Plain.celled(
                    "<numatune><memory mode='strict' nodeset='0'/>",
                    "<memnode cellid='1' mode='strict' nodeset='63'/></numatune>"),
                "N-28")
            .shownBy("unavailable"),
        of("a cell that no node has room for", sized(100, bound("0")), "N-14").notShown(large),
        of("a cell that no node has room for now", sized(40, bound("0")), "N-15")
            .as(Severity.WARNING)
            .notShown(large + "; what is free changes, so it is a warning"),
        of("two guests that a node has no room for", sized(40, bound("0")), "N-17")
            .beside(sized(40, bound("0")).replace("foreseen", "other").replace("f0e5", "f0e6"))
            .on(
                Hosts.fourNodes(),
                sized(10, bound("0")).replace("foreseen", "other").replace("f0e5", "f0e6"),
                sized(10, bound("0")))
            .notShown(large),
        of(
                "a cell of a node that the common rule leaves out",
                Plain.celled(
                    "<numatune><memory mode='strict' nodeset='0'/>",
                    "<memnode cellid='1' mode='strict' nodeset='1'/></numatune>"),
                "N-34")
            .as(Severity.WARNING)
            .notShown("one node; libvirt from 9.5 starts it, so it is a warning"),
        of(
                "memory and vCPUs left to numad, which is not there",
                Plain.GUEST.replace(Plain.VCPU, "<vcpu placement='auto'>2</vcpu>"),
                "N-22")
            .as(Severity.INFO)
            .shownBy("numad"),
        of(
                "a cell without memory",
                Plain.with(
                    Plain.cells(
                        "<cell id='0' cpus='0-1' memory='65536'/>", "<cell id='1' memory='0'/>")),
                "N-36")
            .shownBy("memory"),
        of(
                "a memory cache without a latency",
                Plain.with(
                    Plain.cells(
                        "<cell id='0' cpus='0-1' memory='65536'>",
                        "<cache level='1' associativity='direct' policy='writeback'>",
                        "<size value='10' unit='KiB'/><line value='8' unit='B'/></cache></cell>")),
                "N-37")
            .shownBy("hmat"),
        of(
                "a guest that is killed at its limit",
                Plain.with("<memtune><hard_limit unit='KiB'>65536</hard_limit></memtune>"),
                "N-39")
            .notShown("control groups end it when it has used that much, not at once"));
  }

  private static String bound(String nodes) {
    return "<numatune><memory mode='strict' nodeset='" + nodes + "'/></numatune>";
  }

  private static String sized(int gib, String... more) {
    return Plain.with(more).replace(Plain.MEMORY, "<memory unit='GiB'>" + gib + "</memory>");
  }

  /// `qemuGetDomainHupageMemPath`, and QEMU's allocation.
  private static List<RefusedAtStart> pages() {
    String none = "the machine has no huge pages to be short of";
    return List.of(
        of("pages of a size that the host has not got", paged("16777216", 64, "0"), "H-05")
            .shownBy("hugetlbfs"),
        of("more huge pages than the node has", paged("1048576", 24, "1"), "H-02").notShown(none),
        of("more huge pages than all nodes have", paged("1048576", 60, "0-1"), "H-02")
            .notShown(none),
        of("two guests with more huge pages than the node has", paged("1048576", 10, "1"), "H-10")
            .beside(paged("1048576", 10, "1").replace("foreseen", "other").replace("f0e5", "f0e6"))
            .notShown(none),
        of(
                "a cell that is no whole number of pages",
                paged("2048", 1, "2").replace("unit='GiB'>1<", "unit='KiB'>65537<"),
                "H-04")
            .notShown(none),
        of(
                "huge pages of a node that the emulator may not use",
                paged("2048", 1, "2")
                    .replace("</domain>", Plain.tuned("<emulatorpin cpuset='0'/>") + "</domain>"),
                "H-19")
            .notShown(none));
  }

  private static String paged(String kib, int gib, String nodes) {
    return sized(
        gib,
        bound(nodes),
        "<memoryBacking><hugepages><page size='" + kib + "'/></hugepages></memoryBacking>");
  }

  /// `virProcessSetScheduler`, `virCgroupSetCpuShares`
  private static List<RefusedAtStart> tuning() {
    return List.of(
        of(
                "a real-time priority of 0",
                Plain.with(Plain.tuned("<vcpusched vcpus='0' scheduler='fifo' priority='0'/>")),
                "E-14")
            .shownBy("priority"),
        of(
                "a real-time priority of 100",
                Plain.with(Plain.tuned("<emulatorsched scheduler='rr' priority='100'/>")),
                "E-14")
            .shownBy("priority"),
        of("a share of 0", Plain.with(Plain.tuned("<shares>0</shares>")), "E-16")
            .shownBy("shares"));
  }

  private static List<RefusedAtStart> devices() {
    String none = "the machine has no device to hand over";
    return List.of(
        of("a device that two guests have", handed("0000:81:00.0"), "D-08")
            .as(Severity.WARNING)
            .beside(handed("0000:81:00.0").replace("foreseen", "other").replace("f0e5", "f0e6"))
            .on(MoreHosts.withDevices())
            .notShown(none + "; an error where one of them runs or starts by itself"),
        of("a device without an IOMMU group", handed("0000:81:00.0"), "D-11")
            .on(MoreHosts.withDevices())
            .notShown(none),
        of(
                "a device left to its driver",
                handed("0000:17:00.0").replace("managed='yes'", "managed='no'"),
                "D-11")
            .as(Severity.WARNING)
            .on(MoreHosts.withDevices())
            .notShown(none + "; it starts where somebody gave it to vfio-pci, so it is a warning"),
        of(
                "a node for a device that has no property for it",
                Plain.with(
                        "<qemu:commandline><qemu:arg value='-device'/>",
                        "<qemu:arg value='virtio-balloon-pci,numa_node=0'/></qemu:commandline>")
                    .replace(
                        "type='qemu'",
                        "type='qemu' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'"),
                "D-09")
            .shownBy("numa_node' not found"),
        of(
                "a vhost-user interface without shared memory",
                Plain.with(
                    "<devices><interface type='vhostuser'><source type='unix' path='/tmp/s' mode='server'/>",
                    "<model type='virtio'/></interface></devices>"),
                "H-15")
            .as(Severity.WARNING)
            .notShown("QEMU waits for the other process, and fails when that maps the memory"));
  }

  private static String handed(String address) {
    var parts = address.split("[:.]", -1);
    return Plain.with(
        "<devices><hostdev mode='subsystem' type='pci' managed='yes'><source>",
        "<address domain='0x%s' bus='0x%s' slot='0x%s' function='0x%s'/>"
            .formatted(parts[0], parts[1], parts[2], parts[3]),
        "</source></hostdev></devices>");
  }
}

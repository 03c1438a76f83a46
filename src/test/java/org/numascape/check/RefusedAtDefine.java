package org.numascape.check;

import java.util.List;
import java.util.stream.Stream;

/// Definitions that libvirt refuses, one for each condition under which 9.0 to 11.3 do, and who
/// foresees each. Source: libvirt 9.0, the function named beside each group.
///
/// A distance that is refused ends libvirt before 11.3, so it is not here: see `FatalCellsTest`.
///
/// @param code libvirt's `virErrorNumber`, as 9.0 tells it
/// @param since the first libvirt that refuses it, as `major * 1,000,000 + minor * 1,000`; 0 for
///   all
record RefusedAtDefine(String what, int code, long since, String xml, Foreseen by) {

  /// The guest each of them is a change of.
  static String plain() {
    return Plain.GUEST;
  }

  @Override
  public String toString() {
    return what;
  }

  private RefusedAtDefine since(long version) {
    return new RefusedAtDefine(what, code, version, xml, by);
  }

  private static RefusedAtDefine read(String what, int code, String xml, String blamed) {
    return new RefusedAtDefine(what, code, 0, xml, new Foreseen.ByReader(blamed));
  }

  private static RefusedAtDefine ruled(String what, int code, String xml, String rule) {
    return new RefusedAtDefine(what, code, 0, xml, Foreseen.by(rule));
  }

  private static String vcpu(String element) {
    return Plain.GUEST.replace(Plain.VCPU, element);
  }

  /// All of them.
  static Stream<RefusedAtDefine> all() {
    return Stream.of(
            lists(), vcpus(), pins(), tuning(), modes(), cells(), links(), memory(), pages(),
            devices())
        .flatMap(List::stream);
  }

  /// `virBitmapParseInternal`, `virDomainVcpuParse`, `virDomainVcpuPinDefParseXML`
  private static List<RefusedAtDefine> lists() {
    return List.of(
        read("a list that ends early", 8, vcpu("<vcpu cpuset='0-'>2</vcpu>"), "cpuset='0-'"),
        read("a list that goes backwards", 8, vcpu("<vcpu cpuset='3-1'>2</vcpu>"), "cpuset='3-1'"),
        read(
            "a list that names nothing", 67, vcpu("<vcpu cpuset='0,^0'>2</vcpu>"), "cpuset='0,^0'"),
        read(
            "a CPU beyond 16383",
            8,
            Plain.with(Plain.tuned("<vcpupin vcpu='0' cpuset='16384'/>")),
            "16384"),
        read(
            "a list of nodes that is none",
            8,
            Plain.with("<numatune><memory mode='strict' nodeset='one'/></numatune>"),
            "nodeset='one'"),
        read(
            "nodes that are none",
            67,
            Plain.with("<numatune><memory mode='strict' nodeset='0,^0'/></numatune>"),
            "nodeset='0,^0'"));
  }

  /// `virDomainDefSetVcpus`, `qemuDomainDefVcpusPostParse`, `virDomainVcpuParse`,
  /// `virDomainVcpuDefPostParse`, `qemuValidateDomainVCpuTopology`
  private static List<RefusedAtDefine> vcpus() {
    return List.of(
        read(
            "more vCPUs at start than at most",
            67,
            vcpu("<vcpu current='3'>2</vcpu>"),
            "current='3'"),
        read("no vCPU", 1, vcpu("<vcpu>0</vcpu>"), "<vcpu>0"),
        read("a placement nobody knows", 27, vcpu("<vcpu placement='here'>2</vcpu>"), "'here'"),
        read(
            "a vCPU of which nothing is said",
            27,
            each("id='0' enabled='yes' hotpluggable='no'", "id='1'"),
            "id='1'"),
        ruled(
            "vCPU 0 is not there at start",
            67,
            each(
                "id='0' enabled='no' hotpluggable='yes'", "id='1' enabled='yes' hotpluggable='no'"),
            "P-30"),
        ruled(
            "vCPU 0 can be unplugged",
            67,
            each(
                "id='0' enabled='yes' hotpluggable='yes'",
                "id='1' enabled='yes' hotpluggable='no'"),
            "P-30"),
        ruled(
            "vCPU 0 is not the first",
            67,
            each(
                "id='0' enabled='yes' hotpluggable='no' order='2'",
                "id='1' enabled='yes' hotpluggable='no' order='1'"),
            "P-30"),
        ruled(
            "only some vCPUs have an order",
            67,
            each(
                "id='0' enabled='yes' hotpluggable='no' order='1'",
                "id='1' enabled='yes' hotpluggable='no'"),
            "P-30"),
        ruled(
            "vCPUs beyond the last",
            27,
            each(
                "id='0' enabled='yes' hotpluggable='no'", "id='7' enabled='yes' hotpluggable='no'"),
            "P-30"),
        read(
            "a vCPU that is not there and has no plug",
            67,
            each("id='0' enabled='yes' hotpluggable='no'", "id='1' enabled='no' hotpluggable='no'"),
            "id='1'"),
        ruled("more vCPUs than the machine takes", 67, vcpu("<vcpu>300</vcpu>"), "P-22"),
        ruled(
            "a topology that does not add up",
            67,
            Plain.with("<cpu><topology sockets='1' cores='1' threads='3'/></cpu>"),
            "P-23"),
        read(
            "a topology with a zero",
            27,
            Plain.with("<cpu><topology sockets='0' cores='1' threads='2'/></cpu>"),
            "sockets='0'"),
        read(
            "a topology without threads",
            27,
            Plain.with("<cpu><topology sockets='1' cores='2'/></cpu>"),
            "<topology"),
        ruled(
            "a cache emulated on level 2",
            67,
            Plain.with("<cpu mode='host-model'><cache level='2' mode='emulate'/></cpu>"),
            "P-29"),
        ruled(
            "a cache emulated on no level",
            67,
            Plain.with("<cpu mode='host-model'><cache mode='emulate'/></cpu>"),
            "P-29"),
        ruled(
            "a cache switched off on one level",
            67,
            Plain.with("<cpu mode='host-model'><cache level='3' mode='disable'/></cpu>"),
            "P-29"),
        ruled(
            "a cache of one level passed through",
            67,
            Plain.with("<cpu mode='host-passthrough'><cache level='3' mode='passthrough'/></cpu>"),
            "P-29"),
        read(
            "a cache treated as nobody knows",
            27,
            Plain.with("<cpu mode='host-model'><cache mode='all'/></cpu>"),
            "'all'"),
        read("a mode of the CPU nobody knows", 67, Plain.with("<cpu mode='fast'/>"), "'fast'"),
        read(
            "a feature treated as nobody knows",
            67,
            Plain.with("<cpu mode='host-model'><feature policy='maybe' name='x2apic'/></cpu>"),
            "'maybe'"),
        read(
            "a feature told twice",
            27,
            Plain.with(
                "<cpu mode='host-model'><feature policy='require' name='x2apic'/>",
                "<feature policy='disable' name='x2apic'/></cpu>"),
            "'disable'"),
        ruled(
            "a cache passed through to a CPU that is not",
            67,
            Plain.with("<cpu mode='host-model'><cache mode='passthrough'/></cpu>"),
            "P-29"));
  }

  private static String each(String... vcpus) {
    var elements = Stream.of(vcpus).map(vcpu -> "<vcpu " + vcpu + "/>").toList();
    return Plain.with("<vcpus>\n    " + String.join("\n    ", elements) + "\n  </vcpus>");
  }

  /// `virDomainVcpuPinDefParseXML`, `virDomainIOThreadPinDefParseXML`, `virDomainDefTunablesParse`
  private static List<RefusedAtDefine> pins() {
    return List.of(
        read(
            "a vCPU pinned twice",
            1,
            Plain.with(
                Plain.tuned("<vcpupin vcpu='1' cpuset='0'/>", "<vcpupin vcpu='1' cpuset='1'/>")),
            "cpuset='1'"),
        read(
            "a vCPU pinned to nothing said",
            1,
            Plain.with(Plain.tuned("<vcpupin vcpu='1'/>")),
            "<vcpupin vcpu='1'/>"),
        read(
            "an I/O thread pinned twice",
            1,
            Plain.with(
                "<iothreads>1</iothreads>",
                Plain.tuned(
                    "<iothreadpin iothread='1' cpuset='0'/>",
                    "<iothreadpin iothread='1' cpuset='1'/>")),
            "cpuset='1'"),
        read(
            "an I/O thread pinned that is not there",
            67,
            Plain.with(Plain.tuned("<iothreadpin iothread='3' cpuset='0'/>")),
            "iothread='3'"),
        read(
            "I/O thread 0",
            27,
            Plain.with("<iothreadids>", "<iothread id='0'/>", "</iothreadids>"),
            "id='0'"),
        read(
            "two I/O threads of one id",
            27,
            Plain.with(
                "<iothreadids>", "<iothread id='1'/>", "<iothread id='1' />", "</iothreadids>"),
            "id='1' />"),
        read(
            "an I/O thread with fewer workers at most than at least",
            67,
            Plain.with(
                "<iothreadids><iothread id='1' thread_pool_min='5' thread_pool_max='2'/></iothreadids>"),
            "thread_pool_min='5'"),
        read(
            "an I/O thread without workers",
            67,
            Plain.with("<iothreadids><iothread id='1' thread_pool_max='0'/></iothreadids>"),
            "thread_pool_max='0'"),
        read(
            "a main loop with fewer workers at most than at least",
            67,
            Plain.with("<defaultiothread thread_pool_min='5' thread_pool_max='2'/>"),
            "thread_pool_min='5'"),
        read(
            "the emulator pinned twice",
            27,
            Plain.with(Plain.tuned("<emulatorpin cpuset='0'/>", "<emulatorpin cpuset='1'/>")),
            "cpuset='1'"),
        read(
            "the emulator pinned to nothing said",
            1,
            Plain.with(Plain.tuned("<emulatorpin/>")),
            "<emulatorpin/>"));
  }

  /// `virDomainThreadSchedParseHelper`, `virDomainDefGetIOThreadSched`,
  /// `virDomainDefCputuneValidate`
  private static List<RefusedAtDefine> tuning() {
    return List.of(
        ruled(
            "a class for an I/O thread that is not there",
            67,
            Plain.with(Plain.tuned("<iothreadsched iothreads='9' scheduler='batch'/>")),
            "E-08"),
        ruled(
            "a class for a vCPU that is not there",
            67,
            tune("<vcpusched vcpus='9' scheduler='batch'/>"),
            "N-09"),
        ruled(
            "an I/O thread in two classes",
            35,
            Plain.with(
                "<iothreads>2</iothreads>",
                Plain.tuned(
                    "<iothreadsched iothreads='1' scheduler='batch'/>",
                    "<iothreadsched iothreads='1-2' scheduler='idle'/>")),
            "E-15"),
        ruled(
            "a real-time class without a priority",
            27,
            tune("<vcpusched vcpus='0' scheduler='fifo'/>"),
            "E-14"),
        read(
            "a class nobody knows",
            27,
            tune("<vcpusched vcpus='0' scheduler='deadline'/>"),
            "'deadline'"),
        ruled("a disk that no I/O thread serves", 67, disk("sda", "sata", 1), "E-08"),
        ruled("a disk on a controller for itself", 67, disk("sda", "scsi", 1), "E-08"),
        ruled("a disk for I/O thread 0", 27, disk("vda", "virtio", 0), "E-08"),
        ruled(
            "a controller that no I/O thread serves",
            27,
            Plain.with(
                "<iothreads>1</iothreads>",
                "<devices><controller type='scsi' index='0' model='lsilogic'>",
                "<driver iothread='1'/></controller></devices>"),
            "E-08"),
        ruled(
            "a disk for an I/O thread that is not there",
            67,
            Plain.with(
                "<devices><disk type='file' device='disk'>",
                "<driver name='qemu' type='raw' iothread='9'/><source file='/none.img'/>",
                "<target dev='vda' bus='virtio'/></disk></devices>"),
            "E-08"),
        ruled(
            "a controller for an I/O thread that is not there",
            67,
            Plain.with(
                "<devices><controller type='scsi' index='0' model='virtio-scsi'>",
                "<driver iothread='9'/></controller></devices>"),
            "E-08"),
        ruled(
            "a vCPU in two classes",
            35,
            Plain.with(
                Plain.tuned(
                    "<vcpusched vcpus='0-1' scheduler='batch'/>",
                    "<vcpusched vcpus='1' scheduler='idle'/>")),
            "E-15"),
        read(
            "a class for nobody",
            27,
            Plain.with(Plain.tuned("<vcpusched scheduler='batch'/>")),
            "<vcpusched"),
        read(
            "two classes for the emulator",
            27,
            Plain.with(
                Plain.tuned(
                    "<emulatorsched scheduler='batch'/>", "<emulatorsched scheduler='idle'/>")),
            "scheduler='idle'"),
        ruled(
            "a share of cache without KVM",
            67,
            Plain.with(Plain.tuned(CACHE_SHARE.formatted("0", 0))),
            "E-17"),
        ruled(
            "shares of cache that overlap",
            27,
            Plain.with(Plain.tuned(CACHE_SHARE.formatted("0-1", 0), CACHE_SHARE.formatted("1", 1))),
            "E-17"),
        ruled(
            "a share of cache told twice",
            27,
            Plain.with(Plain.tuned(CACHE_SHARE.formatted("0", 0), CACHE_SHARE.formatted("0", 1))),
            "E-17"),
        ruled(
            "shares of bandwidth that overlap",
            27,
            Plain.with(
                Plain.tuned(
                    "<memorytune vcpus='0-1'><node id='0' bandwidth='50'/></memorytune>",
                    "<memorytune vcpus='1'><node id='1' bandwidth='50'/></memorytune>")),
            "E-17"),
        ruled("a period of 0.5 ms", 67, tune("<period>500</period>"), "E-16"),
        ruled("a period of 2 s", 67, tune("<emulator_period>2000000</emulator_period>"), "E-16"),
        ruled("a quota of 0.5 ms", 67, tune("<iothread_quota>500</iothread_quota>"), "E-16"),
        ruled("a share of 1", 67, tune("<shares>1</shares>"), "E-16"),
        ruled("a share beyond 262,144", 67, tune("<shares>262145</shares>"), "E-16"));
  }

  private static final String CACHE_SHARE =
      "<cachetune vcpus='%s'><cache id='%d' level='3' type='both' size='1' unit='MiB'/></cachetune>";

  private static String disk(String target, String bus, int thread) {
    return Plain.with(
        "<iothreads>1</iothreads>",
        "<devices><disk type='file' device='disk'>",
        "<driver name='qemu' type='raw' iothread='%d'/><source file='/none.img'/>"
            .formatted(thread),
        "<target dev='%s' bus='%s'/></disk></devices>".formatted(target, bus));
  }

  private static String tune(String element) {
    return Plain.with(Plain.tuned(element));
  }

  /// `virDomainNumatuneParseXML`, `virDomainNumatuneNodeParseXML`, `virDomainNumatuneSet`,
  /// `virDomainNumaDefValidate`
  private static List<RefusedAtDefine> modes() {
    return List.of(
        read(
            "memory bound to no node",
            67,
            Plain.with("<numatune><memory mode='strict' placement='static'/></numatune>"),
            "placement='static'"),
        read(
            "a mode nobody knows",
            67,
            Plain.with("<numatune><memory mode='tight' nodeset='0'/></numatune>"),
            "mode='tight'"),
        new RefusedAtDefine(
            "two numatune",
            27,
            0,
            Plain.with(
                "<numatune><memory mode='strict' nodeset='0'/></numatune>",
                "<numatune><memory mode='strict' nodeset='0'/></numatune>"),
            new Foreseen.ByLint("I-11")),
        ruled(
            "cells bound while numad chooses",
            67,
            Plain.celled(
                "<numatune><memory mode='strict' placement='auto'/>",
                "<memnode cellid='0' mode='strict' nodeset='0'/></numatune>"),
            "N-22"),
        read(
            "a cell bound twice",
            27,
            Plain.celled(
                "<numatune><memory mode='strict' nodeset='0'/>",
                "<memnode cellid='1' mode='strict' nodeset='0'/>",
                "<memnode cellid='1' mode='preferred' nodeset='0'/></numatune>"),
            "mode='preferred'"),
        read(
            "a cell bound to nothing said",
            27,
            Plain.celled(
                "<numatune><memory mode='strict' nodeset='0'/>",
                "<memnode cellid='1' mode='strict'/></numatune>"),
            "<memnode"),
        ruled(
            "a cell bound without cells",
            27,
            Plain.with(
                "<numatune><memory mode='strict' nodeset='0'/>",
                "<memnode cellid='0' mode='strict' nodeset='0'/></numatune>"),
            "N-09"),
        ruled(
            "a cell bound that is not there",
            27,
            Plain.celled(
                "<numatune><memory mode='strict' nodeset='0'/>",
                "<memnode cellid='4' mode='strict' nodeset='0'/></numatune>"),
            "N-09"),
        ruled(
            "a restrictive guest with a strict cell",
            27,
            Plain.celled(
                "<numatune><memory mode='restrictive' nodeset='0'/>",
                "<memnode cellid='0' mode='strict' nodeset='0'/></numatune>"),
            "N-21"),
        ruled(
                "a strict guest with a restrictive cell",
                27,
                Plain.celled(
                    "<numatune><memory mode='strict' nodeset='0'/>",
                    "<memnode cellid='0' mode='restrictive' nodeset='0'/></numatune>"),
                "N-21")
            .since(9_004_000));
  }

  /// `virDomainNumaDefParseXML`, `virDomainDefParseXML`
  private static List<RefusedAtDefine> cells() {
    return List.of(
        read(
            "a gap in the ids of cells",
            27,
            celled(
                "<cell id='0' cpus='0' memory='32768'/>", "<cell id='2' cpus='1' memory='32768'/>"),
            "id='2'"),
        read(
            "two cells of one id",
            27,
            celled(
                "<cell id='0' cpus='0' memory='32768'/>", "<cell id='0' cpus='1' memory='32767'/>"),
            "cpus='1'"),
        read("numa without cells", 27, Plain.with("<cpu><numa/></cpu>"), "<numa/>"),
        read(
            "a cell without a size",
            27,
            celled("<cell id='0' cpus='0' memory='32768'/>", "<cell id='1' cpus='1'/>"),
            "cpus='1'/>"),
        read(
            "a cell shared as nobody knows",
            27,
            celled("<cell id='0' cpus='0-1' memory='65536' memAccess='mine'/>"),
            "'mine'"),
        read(
            "a cell thrown away as nobody knows",
            27,
            celled("<cell id='0' cpus='0-1' memory='65536' discard='later'/>"),
            "'later'"),
        ruled(
            "a vCPU in two cells",
            67,
            celled(
                "<cell id='0' cpus='0-1' memory='32768'/>",
                "<cell id='1' cpus='1' memory='32768'/>"),
            "N-08"),
        ruled(
            "a cell with a vCPU that is not there",
            1,
            celled(
                "<cell id='0' cpus='0' memory='32768'/>",
                "<cell id='1' cpus='1-5' memory='32768'/>"),
            "N-09"));
  }

  private static String celled(String... cells) {
    return Plain.with(Plain.cells(cells));
  }

  /// `virDomainNumaDefValidate`
  private static List<RefusedAtDefine> links() {
    return List.of(
        ruled(
            "a latency from a cell that is not there",
            27,
            linked("<latency initiator='5' target='0' type='access' value='5'/>"),
            "N-37"),
        ruled(
            "a latency to a cell that is not there",
            27,
            linked("<latency initiator='0' target='5' type='access' value='5'/>"),
            "N-37"),
        ruled(
            "a latency told both ways",
            27,
            linked(
                "<latency initiator='0' target='1' type='access' value='5'/>"
                    + "<latency initiator='1' target='0' type='access' value='5'/>"),
            "N-37"),
        ruled(
            "a latency told twice",
            27,
            linked(
                "<latency initiator='0' target='1' type='access' value='5'/>"
                    + "<latency initiator='0' target='1' type='access' value='6'/>"),
            "N-37"),
        ruled(
            "a latency of a cache that is not there",
            27,
            linked("<latency initiator='0' target='1' cache='1' type='access' value='5'/>"),
            "N-37"),
        ruled(
            "a latency from a cell without vCPUs",
            27,
            celled(
                "<cell id='0' cpus='0-1' memory='32768'/>",
                "<cell id='1' memory='32768'/>",
                "<interconnects><latency initiator='1' target='0' type='access' value='5'/></interconnects>"),
            "N-37"),
        ruled(
            "a latency one way and a bandwidth the other",
            27,
            linked(
                "<latency initiator='0' target='1' type='access' value='5'/>"
                    + "<bandwidth initiator='1' target='0' type='read' value='204800' unit='KiB'/>"),
            "N-37"),
        read(
            "a latency of nothing",
            27,
            linked("<latency initiator='0' target='1' type='access'/>"),
            "<latency"),
        read(
            "a latency of what nobody knows",
            27,
            linked("<latency initiator='0' target='1' type='see' value='5'/>"),
            "'see'"),
        read(
            "a latency of nothing said",
            27,
            linked("<latency initiator='0' target='1' value='5'/>"),
            "<latency"),
        read("a memory cache of level 0", 27, cached("level='0'"), "level='0'"),
        read(
            "a memory cache without a size",
            27,
            celled(
                "<cell id='0' cpus='0-1' memory='65536'>",
                "<cache level='1' associativity='direct' policy='writeback'><line value='8' unit='B'/></cache>",
                "</cell>"),
            "<cache"),
        ruled("a memory cache of level 4", 27, cached("level='4'"), "N-37"),
        ruled(
            "two memory caches of one level",
            27,
            celled(
                "<cell id='0' cpus='0-1' memory='32768'>",
                CACHE.formatted("level='1'") + CACHE.formatted("level='1'"),
                "</cell>",
                "<interconnects><latency initiator='0' target='0' type='access' value='5'/></interconnects>"),
            "N-37"));
  }

  private static final String CACHE =
      "<cache %s associativity='direct' policy='writeback'><size value='10' unit='KiB'/><line value='8' unit='B'/></cache>";

  private static String cached(String attributes) {
    return celled(
        "<cell id='0' cpus='0-1' memory='32768'>",
        CACHE.formatted(attributes),
        "</cell>",
        "<interconnects><latency initiator='0' target='0' type='access' value='5'/></interconnects>");
  }

  private static String linked(String links) {
    return celled(
        "<cell id='0' cpus='0' memory='32768'/>",
        "<cell id='1' cpus='1' memory='32768'/>",
        "<interconnects>" + links + "</interconnects>");
  }

  /// `virDomainDefPostParseMemory`
  private static List<RefusedAtDefine> memory() {
    return List.of(
        read("no memory", 27, Plain.GUEST.replace(Plain.MEMORY, "<memory>0</memory>"), "<memory>0"),
        ruled(
            "a maximum below the memory",
            27,
            Plain.celled("<maxMemory slots='2' unit='KiB'>4096</maxMemory>"),
            "N-29"),
        ruled(
            "a maximum without a slot",
            27,
            Plain.celled("<maxMemory unit='KiB'>1048576</maxMemory>"),
            "N-29"),
        ruled(
            "a maximum without a cell",
            67,
            Plain.with("<maxMemory slots='2' unit='KiB'>1048576</maxMemory>"),
            "N-29"));
  }

  /// `virDomainHugepagesParseXML`, `virDomainDefMemtuneValidate`, `qemuValidateDomainDefMemory`
  private static List<RefusedAtDefine> pages() {
    return List.of(
        read("pages of size 0", 35, paged("<page size='0'/>"), "size='0'"),
        ruled(
            "two page sizes for all",
            35,
            paged("<page size='2048'/><page size='1048576'/>"),
            "H-20"),
        ruled(
            "two page sizes for one cell",
            35,
            Plain.celled(
                "<memoryBacking><hugepages><page size='2048' nodeset='0-1'/>",
                "<page size='1048576' nodeset='1'/></hugepages></memoryBacking>"),
            "H-20"),
        ruled(
            "pages of a cell that is not there",
            35,
            Plain.celled(
                "<memoryBacking><hugepages><page size='2048' nodeset='5'/></hugepages></memoryBacking>"),
            "H-09"),
        ruled(
            "pages of a cell that is not there, without cells",
            35,
            paged("<page size='2048' nodeset='1'/>"),
            "H-09"),
        read(
            "memory from a source nobody knows",
            67,
            Plain.with("<memoryBacking><source type='disk'/></memoryBacking>"),
            "'disk'"),
        read(
            "memory allocated as nobody knows",
            67,
            Plain.with("<memoryBacking><allocation mode='later'/></memoryBacking>"),
            "'later'"),
        ruled(
            "a shared file system without shared memory",
            67,
            Plain.with(
                "<devices><filesystem type='mount'><driver type='virtiofs'/>",
                "<source dir='/tmp'/><target dir='x'/></filesystem></devices>"),
            "H-15"),
        ruled(
            "a vhost-user disk without shared memory",
            67,
            Plain.with(
                "<devices><disk type='vhostuser' device='disk'><driver name='qemu' type='raw'/>",
                "<source type='unix' path='/tmp/s'/><target dev='vda' bus='virtio'/></disk></devices>"),
            "H-15"),
        ruled(
            "huge pages on demand",
            67,
            Plain.with("<memoryBacking><hugepages/><allocation mode='ondemand'/></memoryBacking>"),
            "H-21"),
        ruled(
            "huge pages of anonymous memory",
            67,
            Plain.with("<memoryBacking><hugepages/><source type='anonymous'/></memoryBacking>"),
            "H-21"));
  }

  private static String paged(String pages) {
    return Plain.with("<memoryBacking><hugepages>" + pages + "</hugepages></memoryBacking>");
  }

  /// `qemuDomainDefValidateMemoryHotplug`, `virDomainMemoryDefValidate`,
  /// `qemuDomainControllerDefPostParse`, `qemuValidateDomainDeviceDefControllerPCI`,
  /// `qemuValidateDomainDeviceDefVideo`
  private static List<RefusedAtDefine> devices() {
    return List.of(
        ruled("a memory device without a maximum", 67, plugged("", dimm("<node>0</node>")), "N-29"),
        ruled(
            "more memory devices than slots",
            1,
            plugged(ROOM.formatted(1), dimm("<node>0</node>") + dimm("<node>1</node>")),
            "N-29"),
        ruled("a memory device on no cell", 67, plugged(ROOM.formatted(2), dimm("")), "N-38"),
        ruled(
            "a memory device on a cell that is not there",
            35,
            plugged(ROOM.formatted(2), dimm("<node>7</node>")),
            "N-38"),
        ruled(
            "a memory device whose blocks are no power of two",
            35,
            plugged(ROOM.formatted(2), blocks(131_072, 3_072, 0)),
            "N-38"),
        ruled(
            "a memory device that shall give more than it has",
            35,
            plugged(ROOM.formatted(2), blocks(131_072, 2_048, 262_144)),
            "N-38"),
        ruled(
            "a memory device that is no whole number of blocks",
            35,
            plugged(ROOM.formatted(2), blocks(131_072, 2_048, 1_024)),
            "N-38"),
        ruled(
            "a memory device without a size",
            27,
            plugged(
                ROOM.formatted(2), "<memory model='dimm'><target><node>0</node></target></memory>"),
            "N-38"),
        ruled(
            "a memory device without its file",
            35,
            plugged(ROOM.formatted(2), dimm("<node>0</node>").replace("dimm", "nvdimm")),
            "N-38"),
        ruled(
            "persistent memory over virtio on a cell",
            67,
            plugged(
                ROOM.formatted(2),
                "<memory model='virtio-pmem'><source><path>/tmp/x</path></source><target>"
                    + "<size unit='KiB'>131072</size><node>0</node></target></memory>"),
            "N-38"),
        ruled(
            "memory devices beyond the maximum",
            27,
            plugged("<maxMemory slots='2' unit='KiB'>131072</maxMemory>", dimm("<node>0</node>")),
            "N-29"),
        ruled(
            "blocks of a memory device below a huge page",
            35,
            plugged(ROOM.formatted(2), blocks(131_072, 1_024, 0)),
            "N-38"),
        ruled(
            "a memory device without blocks",
            35,
            plugged(
                ROOM.formatted(2),
                "<memory model='virtio-mem'><target><size unit='KiB'>131072</size>"
                    + "<node>0</node><requested>0</requested></target></memory>"),
            "N-38"),
        read(
            "a memory device on nodes that are none",
            8,
            plugged(
                ROOM.formatted(2),
                dimm("<node>0</node>")
                    .replace("<target>", "<source><nodemask>x</nodemask></source><target>")),
            "<nodemask>x"),
        ruled("an expander bus of number 0", 67, expander("index='1'", "busNr='0'"), "D-03"),
        ruled("an expander bus of number 255", 67, expander("index='1'", "busNr='255'"), "D-03"),
        ruled("an expander bus at the root", 27, expander("index='0'", "busNr='220'"), "D-03"),
        ruled(
            "a root port on a cell",
            67,
            Plain.celled(
                "<devices><controller type='pci' index='1' model='pcie-root-port'>",
                "<target><node>1</node></target></controller></devices>"),
            "D-03"),
        ruled(
            "a device on an expander bus itself",
            27,
            expander("index='1'", "busNr='200'")
                .replace(
                    "</devices>",
                    "<hostdev mode='subsystem' type='pci' managed='yes'><source>"
                        + "<address domain='0' bus='0x17' slot='0' function='0'/></source>"
                        + "<address type='pci' domain='0' bus='1' slot='0' function='0'/></hostdev></devices>"),
            "D-03"),
        ruled(
            "an expander bus without PCI Express on a board with it",
            67,
            expander("index='1'", "busNr='200'").replace("pcie-expander", "pci-expander"),
            "D-03"),
        ruled(
            "an expander bus of a cell that is not there",
            27,
            Plain.celled(
                "<devices><controller type='pci' index='1' model='pcie-expander-bus'>",
                "<target busNr='220'><node>5</node></target></controller></devices>"),
            "D-03"),
        ruled(
            "an expander bus of PCI Express on a board without",
            67,
            Plain.celled(
                    "<devices><controller type='pci' index='1' model='pcie-expander-bus'>",
                    "<target busNr='220'><node>1</node></target></controller></devices>")
                .replace("machine='q35'", "machine='pc'"),
            "D-03"),
        ruled(
            "a device handed over twice",
            27,
            Plain.with("<devices>", handed("", ""), handed("", ""), "</devices>"),
            "D-08"),
        ruled(
            "two devices at one address of the guest",
            27,
            Plain.with(
                "<devices>",
                handed("<address type='pci' bus='0' slot='0x09'/>", "0x17"),
                handed("<address type='pci' bus='0' slot='0x09'/>", "0x18"),
                "</devices>"),
            "D-10"),
        new RefusedAtDefine(
            "QXL's memory on another video model",
            67,
            0,
            Plain.with("<devices><video><model type='virtio' ram='65536'/></video></devices>"),
            new Foreseen.ByLint("I-13")));
  }

  private static final String ROOM = "<maxMemory slots='%d' unit='KiB'>4194304</maxMemory>";

  private static String plugged(String room, String devices) {
    return Plain.celled(room, "<devices>" + devices + "</devices>");
  }

  private static String handed(String place, String bus) {
    return "<hostdev mode='subsystem' type='pci' managed='yes'><source><address domain='0' bus='%s' slot='0' function='0'/></source>%s</hostdev>"
        .formatted(bus.isEmpty() ? "0x17" : bus, place);
  }

  private static String expander(String index, String number) {
    return Plain.celled(
        "<devices><controller type='pci' %s model='pcie-expander-bus'>".formatted(index),
        "<target %s><node>1</node></target></controller></devices>".formatted(number));
  }

  private static String dimm(String node) {
    return "<memory model='dimm'><target><size unit='KiB'>131072</size>"
        + node
        + "</target></memory>";
  }

  private static String blocks(long size, long block, long requested) {
    return "<memory model='virtio-mem'><target><size unit='KiB'>%d</size><node>0</node><block unit='KiB'>%d</block><requested unit='KiB'>%d</requested></target></memory>"
        .formatted(size, block, requested);
  }
}

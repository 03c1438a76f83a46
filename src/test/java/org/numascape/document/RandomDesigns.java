package org.numascape.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.numascape.design.AccessPattern;
import org.numascape.design.CheckSettings;
import org.numascape.design.CostSettings;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.ExclusiveGroup;
import org.numascape.design.Guest;
import org.numascape.design.HostSource;
import org.numascape.design.Lane;
import org.numascape.design.LaneKind;
import org.numascape.design.MeasuredBandwidth;
import org.numascape.design.MeasuredLatency;
import org.numascape.design.Mute;
import org.numascape.design.PoolPlan;
import org.numascape.design.Snapshot;
import org.numascape.design.Thresholds;
import org.numascape.domain.Allocations;
import org.numascape.domain.Bandwidth;
import org.numascape.domain.CellCache;
import org.numascape.domain.Controller;
import org.numascape.domain.Cpu;
import org.numascape.domain.CpuCache;
import org.numascape.domain.CpuMode;
import org.numascape.domain.CpuTopology;
import org.numascape.domain.CpuTune;
import org.numascape.domain.Disk;
import org.numascape.domain.Domain;
import org.numascape.domain.DomainState;
import org.numascape.domain.GuestCell;
import org.numascape.domain.Hardware;
import org.numascape.domain.HostDevice;
import org.numascape.domain.Interconnect;
import org.numascape.domain.IoThread;
import org.numascape.domain.Iommu;
import org.numascape.domain.MaxMemory;
import org.numascape.domain.Memory;
import org.numascape.domain.MemoryAccess;
import org.numascape.domain.MemoryAllocation;
import org.numascape.domain.MemoryBacking;
import org.numascape.domain.MemoryDevice;
import org.numascape.domain.MemoryMode;
import org.numascape.domain.MemorySource;
import org.numascape.domain.MemoryTune;
import org.numascape.domain.Nic;
import org.numascape.domain.NumaTune;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.domain.PciSlot;
import org.numascape.domain.Platform;
import org.numascape.domain.Scheduling;
import org.numascape.domain.ThreadPool;
import org.numascape.domain.ThreadScheduler;
import org.numascape.domain.VcpuState;
import org.numascape.domain.Vcpus;
import org.numascape.topology.Bridge;
import org.numascape.topology.Cache;
import org.numascape.topology.CacheBank;
import org.numascape.topology.CacheType;
import org.numascape.topology.Contents;
import org.numascape.topology.Contradiction;
import org.numascape.topology.Core;
import org.numascape.topology.CpuKind;
import org.numascape.topology.CpuPackage;
import org.numascape.topology.CpuSet;
import org.numascape.topology.Die;
import org.numascape.topology.DistanceMatrix;
import org.numascape.topology.Group;
import org.numascape.topology.Guess;
import org.numascape.topology.HostChange;
import org.numascape.topology.HostFacts;
import org.numascape.topology.HostSettings;
import org.numascape.topology.HostTopology;
import org.numascape.topology.HugePagePool;
import org.numascape.topology.Machine;
import org.numascape.topology.MemoryAttribute;
import org.numascape.topology.MemoryCache;
import org.numascape.topology.Misc;
import org.numascape.topology.NodeSet;
import org.numascape.topology.NumaNode;
import org.numascape.topology.ObjectId;
import org.numascape.topology.ObjectKind;
import org.numascape.topology.ObjectMatrix;
import org.numascape.topology.Observation;
import org.numascape.topology.OsDevice;
import org.numascape.topology.PageSize;
import org.numascape.topology.PciDevice;
import org.numascape.topology.Pu;
import org.numascape.topology.PuState;
import org.numascape.topology.Setting;
import org.numascape.topology.SettingChange;
import org.numascape.topology.TopologyObject;

/// Designs with every kind of object and every optional member now present, now absent. One seed
/// always gives the same design.
final class RandomDesigns {
  private static final String[] WORDS = {
    "",
    "db-server",
    "Zürich \"west\"",
    "数据库",
    "a\\b",
    "tab\there",
    "two\nlines",
    "\uD83D\uDC18",
    "it's"
  };

  private final Random random;
  private int next;

  private RandomDesigns(long seed) {
    random = new Random(seed);
  }

  static Design of(long seed) {
    return new RandomDesigns(seed).design();
  }

  private Design design() {
    var host = new HostTopology(machine(), distances(), chance() ? facts() : HostFacts.NONE);
    var guests = new ArrayList<Guest>();
    for (int i = random.nextInt(4); i > 0; i--) {
      guests.add(guest());
    }
    return new Design(
        word(),
        host,
        source(),
        guests,
        some(3, this::lane),
        some(3, i -> new PoolPlan(i, page(), random.nextInt(999))),
        maybe(this::cpus),
        chance() ? checking() : CheckSettings.STANDARD,
        chance() ? costs() : CostSettings.STANDARD,
        some(3, i -> snapshot("state " + i, guests)));
  }

  /// Guests as the design has them, with other wishes, and some it no longer has.
  private Snapshot snapshot(String name, List<Guest> present) {
    var guests = new ArrayList<Guest>();
    for (var guest : present) {
      if (chance()) {
        guests.add(guest.wanting(guest.wanted().withEmulatorPin(maybe(this::cpus))));
      }
    }
    if (chance()) {
      guests.add(guest());
    }
    return new Snapshot(
        name,
        Instant.ofEpochSecond(random.nextInt(999_999)),
        guests,
        some(2, i -> new Lane("lane " + i, cpus(), Map.of())),
        some(2, i -> new PoolPlan(i, page(), random.nextInt(999))),
        maybe(this::cpus),
        chance() ? checking() : CheckSettings.STANDARD);
  }

  private Lane lane(int i) {
    return new Lane(
        "lane " + i,
        List.of(LaneKind.values()).get(random.nextInt(LaneKind.values().length)),
        cpus(),
        chance() ? Map.of(i, 4_096L) : Map.of(),
        chance() ? List.of(new Lane.Pages(i, page(), 1 + random.nextInt(99))) : List.of());
  }

  private CostSettings costs() {
    var row = Map.of(0, 78.4, 3, 143 + random.nextInt(99) / 7.0);
    return new CostSettings(
        maybe(() ->
            new MeasuredLatency(
                Map.of(random.nextInt(4), row, 5, Map.of(5, 1e-3)),
                word(),
                word(),
                chance() ? "" : "2026-11-21")),
        maybe(() ->
            new MeasuredBandwidth(
                Map.of(random.nextInt(4), Map.of(0, 111_445.8, 3, 1 + random.nextInt(99) / 7.0)),
                word(),
                word(),
                chance() ? "" : "2026-11-21")),
        Map.of(new DomainId("guest"), new AccessPattern(random.nextInt(100) / 100.0)),
        chance() ? Map.of() : Map.of(new DomainId("guest"), (1 + random.nextInt(9_999)) / 100.0));
  }

  private CheckSettings checking() {
    return new CheckSettings(
        new Thresholds(
            random.nextInt(999),
            random.nextInt(999),
            random.nextInt(999),
            7,
            80,
            20,
            1 + random.nextInt(9)),
        some(
            3,
            i ->
                new Mute(
                    "P-0" + i,
                    chance() ? Optional.of(new DomainId("g" + i)) : Optional.empty(),
                    "because " + i)),
        some(2, i -> new ExclusiveGroup(Set.of(new DomainId("a" + i), new DomainId("b" + i)))));
  }

  private HostSource source() {
    return switch (random.nextInt(7)) {
      case 0 -> new HostSource.Connection("qemu+ssh://root@host.example/system?keyfile=/k");
      case 1 -> new HostSource.File("C:\\hosts\\" + word());
      case 2 -> new HostSource.Files(List.of("/a/" + word(), "b"));
      case 3 -> new HostSource.Synthetic("numa:2 pu:4");
      case 4 -> new HostSource.Pasted("lscpu, numactl");
      case 5 -> new HostSource.ThisMachine();
      default -> new HostSource.Sample("two-sockets");
    };
  }

  private Machine machine() {
    return new Machine(
        word(),
        cpus(),
        new Contents(some(2, i -> node()), some(3, i -> outer(3)), some(2, i -> device(2))));
  }

  private TopologyObject outer(int depth) {
    var inside =
        depth == 0
            ? new Contents(List.of(), some(2, i -> pu()), List.of())
            : new Contents(
                some(
                    2,
                    i ->
                        chance()
                            ? node()
                            : new MemoryCache(
                                next++,
                                random.nextInt(99),
                                cpus(),
                                new Contents(some(1, n -> node()), List.of(), List.of()))),
                some(3, i -> outer(depth - 1)),
                some(1, i -> device(1)));
    return switch (random.nextInt(6)) {
      case 0 -> new CpuPackage(next++, index(), word(), cpus(), inside);
      case 1 -> new Die(next++, index(), cpus(), inside);
      case 2 -> new Group(next++, word(), cpus(), inside);
      case 3 -> new Core(next++, index(), cpus(), inside);
      case 4 ->
          new Cache(
              next++,
              1 + random.nextInt(3),
              CacheType.INSTRUCTION,
              random.nextInt(99),
              cpus(),
              inside);
      default ->
          new Cache(
              next++,
              1 + random.nextInt(5),
              chance() ? CacheType.DATA : CacheType.UNIFIED,
              random.nextLong(1L << 40),
              cpus(),
              inside);
    };
  }

  private TopologyObject pu() {
    return new Pu(next, next++, any(PuState.values()));
  }

  private TopologyObject node() {
    var pools = new ArrayList<HugePagePool>();
    if (chance()) {
      pools.add(new HugePagePool(PageSize.TWO_MIB, random.nextLong(1L << 40), free()));
    }
    if (chance()) {
      pools.add(new HugePagePool(PageSize.ONE_GIB, random.nextInt(64), free()));
    }
    return new NumaNode(next, next++, word(), random.nextLong(1L << 50), free(), pools, cpus());
  }

  private TopologyObject device(int depth) {
    var inside =
        depth == 0
            ? Contents.NONE
            : new Contents(List.of(), List.of(), some(2, i -> device(depth - 1)));
    double speed = chance() ? 0 : random.nextDouble() * 64;
    return switch (random.nextInt(4)) {
      case 0 -> new Bridge(next++, chance(), word(), speed, cpus(), inside);
      case 1 ->
          new PciDevice(next++, "0000:3b:00.1", index(), word(), speed, index(), cpus(), inside);
      case 2 -> new OsDevice(next++, word(), word(), cpus(), inside);
      default -> new Misc(next++, word(), cpus(), inside);
    };
  }

  private DistanceMatrix distances() {
    var rows = new TreeMap<Integer, Map<Integer, Integer>>();
    for (int from : new int[] {0, 1, 255}) {
      if (chance()) {
        rows.put(from, Map.of(0, 10 + random.nextInt(245), 255, 10 + random.nextInt(245)));
      }
    }
    return new DistanceMatrix(rows);
  }

  private HostFacts facts() {
    var infos = new HashMap<ObjectId, Map<String, String>>();
    some(4, i -> infos.put(id(), words()));
    var groups = new HashMap<String, Integer>();
    some(3, i -> groups.put("0000:3b:00." + i, random.nextInt(99)));
    return new HostFacts(
        infos,
        some(2, i -> attribute()),
        some(2, i -> matrix()),
        some(3, i -> new CpuKind(cpus(), words())),
        some(2, i -> bank()),
        groups,
        some(2, i -> new Guess(id(), word())),
        some(2, i -> new Contradiction(word(), List.of(claim(), claim()))),
        settings(),
        some(2, i -> new HostChange(word(), word(), word())));
  }

  private HostSettings settings() {
    var found = new EnumMap<Setting, Observation>(Setting.class);
    some(6, i -> found.put(any(Setting.values()), observation()));
    Optional<Instant> at =
        random.nextBoolean()
            ? Optional.of(Instant.ofEpochSecond(random.nextInt()))
            : Optional.empty();
    return new HostSettings(
        found, word(), at, some(2, i -> new SettingChange(any(Setting.values()), word(), word())));
  }

  private Observation observation() {
    return switch (random.nextInt(5)) {
      case 0 -> new Observation.Value(word(), word());
      case 1 -> new Observation.ByCpu(new TreeMap<>(Map.of(word(), cpus())), word());
      case 2 -> new Observation.ByName(new TreeMap<>(words()), word());
      case 3 -> new Observation.Absent(word());
      default -> new Observation.Refused(word(), word());
    };
  }

  private Contradiction.Claim claim() {
    return new Contradiction.Claim(word(), word());
  }

  private MemoryAttribute attribute() {
    return new MemoryAttribute(
        word(),
        any(MemoryAttribute.Order.values()),
        some(
            3,
            i ->
                new MemoryAttribute.Value(
                    i, cpus(), random.nextInt(3), random.nextLong(1L << 60))));
  }

  private ObjectMatrix matrix() {
    List<ObjectId> objects = some(4, i -> id());
    var values = new ArrayList<Long>();
    for (int i = objects.size() * objects.size(); i > 0; i--) {
      values.add(random.nextLong());
    }
    return new ObjectMatrix(word(), any(ObjectMatrix.Means.values()), objects, values);
  }

  private CacheBank bank() {
    return new CacheBank(
        random.nextInt(9),
        1 + random.nextInt(5),
        any(CacheType.values()),
        random.nextInt(1 << 20),
        cpus(),
        some(2, i -> new CacheBank.Control(any(CacheType.values()), 1_536, i, 4)));
  }

  private ObjectId id() {
    return new ObjectId(any(ObjectKind.values()), random.nextInt(500));
  }

  private Map<String, String> words() {
    var words = new HashMap<String, String>();
    some(3, i -> words.put(word(), word()));
    return words;
  }

  private Guest guest() {
    var stored = domain("guest-" + next++);
    var wanted = chance() ? stored : chance() ? replaced(stored) : domain(stored.name());
    return new Guest(
        stored,
        wanted,
        xml(),
        maybe(() -> domain(stored.name())),
        any(DomainState.values()),
        chance(),
        random.nextInt(20),
        chance());
  }

  private Domain replaced(Domain stored) {
    return stored.withVcpuPins(pins()).withEmulatorPin(maybe(this::cpus)).withNumaTune(tune());
  }

  private Domain domain(String name) {
    int most = 1 + random.nextInt(16);
    return new Domain(
        chance() ? "kvm" : "test",
        name,
        chance() ? Optional.of("uuid-of-" + name) : Optional.empty(),
        new Vcpus(most, 1 + random.nextInt(most), maybe(this::cpus), chance(), some(2, this::vcpu)),
        some(3, i -> new IoThread(i + 1, maybe(this::cpus), pool())),
        pool(),
        cpuTune(),
        tune(),
        new Memory(
            random.nextLong(1L << 40),
            free(),
            maybe(() -> new MaxMemory(random.nextInt(99), 16)),
            new MemoryTune(free(), free(), free()),
            chance() ? MemoryBacking.NORMAL : backing()),
        cpu(),
        hardware());
  }

  private VcpuState vcpu(int id) {
    return new VcpuState(id, chance(), chance(), number());
  }

  private ThreadPool pool() {
    return new ThreadPool(number(), number());
  }

  private CpuTune cpuTune() {
    var tune =
        new CpuTune(
            pins(),
            maybe(this::cpus),
            some(2, i -> scheduler()),
            some(2, i -> scheduler()),
            maybe(() -> Scheduling.fifo(1 + random.nextInt(99))),
            free(),
            Map.of(),
            new Allocations(
                some(
                    2,
                    i ->
                        new Allocations.CacheGroup(
                            cpus(),
                            List.of(
                                new Allocations.CacheShare(
                                    3, i, any(Allocations.CacheShare.Type.values()), 1L << 20)))),
                some(1, i -> new Allocations.BandwidthGroup(cpus(), Map.of(i, 60)))));
    return tune.withBandwidth(
        any(Bandwidth.Scope.values()), new Bandwidth(free(), OptionalLong.of(-1)));
  }

  private ThreadScheduler scheduler() {
    return new ThreadScheduler(cpus(), "fifo", chance() ? OptionalInt.of(7) : OptionalInt.empty());
  }

  private MemoryBacking backing() {
    return new MemoryBacking(
        chance(),
        some(2, i -> new MemoryBacking.Page(page(), maybe(this::cpus))),
        chance(),
        chance(),
        maybe(() -> any(MemorySource.values())),
        maybe(() -> any(MemoryAccess.values())),
        maybe(
            () -> new MemoryAllocation(maybe(() -> any(MemoryAllocation.Mode.values())), number())),
        chance());
  }

  private Cpu cpu() {
    return new Cpu(
        maybe(() -> any(CpuMode.values())),
        maybe(() -> "EPYC-Milan"),
        chance() ? Map.of("pdpe1gb", "require") : Map.of(),
        maybe(() -> new CpuCache(number(), "passthrough")),
        maybe(() -> new CpuTopology(1 + random.nextInt(4), 1, 2, 3, 1 + random.nextInt(2))),
        some(3, this::cell),
        some(2, i -> link()));
  }

  private GuestCell cell(int id) {
    return new GuestCell(
        id,
        cpus(),
        random.nextInt(1 << 30),
        maybe(() -> any(MemoryAccess.values())),
        maybe(this::chance),
        chance() ? Map.of(0, 10, 1, 21) : Map.of(),
        some(1, i -> new CellCache(1, "direct", "writeback", 10, 8, chance())));
  }

  private Interconnect link() {
    return new Interconnect(
        any(Interconnect.Kind.values()),
        0,
        random.nextInt(3),
        number(),
        any(Interconnect.Access.values()),
        random.nextInt(1 << 20));
  }

  private Hardware hardware() {
    return new Hardware(
        new Platform(
            "x86_64",
            chance() ? "q35" : "",
            maybe(() -> "qemu"),
            maybe(this::chance),
            maybe(() -> new Iommu("intel", chance(), chance())),
            maybe(() -> "none")),
        some(2, this::controller),
        some(2, this::hostDevice),
        some(2, i -> memoryDevice()),
        some(2, i -> new Disk("vd" + i, "virtio", word(), some(2, t -> t + 1), number())),
        some(1, i -> new Nic("network", "virtio", word(), number())),
        some(1, i -> "virtiofs"));
  }

  private HostDevice hostDevice(int number) {
    String address = "0000:3b:00." + number;
    return chance()
        ? new HostDevice(address)
        : new HostDevice(
            address,
            any(HostDevice.Form.values()),
            maybe(() -> PciSlot.first(3)),
            chance(),
            maybe(() -> "vfio"));
  }

  private Controller controller(int index) {
    return new Controller(
        "pci",
        OptionalInt.of(index),
        "pcie-expander-bus",
        maybe(() -> new PciSlot(0, 1, 2, 3)),
        number(),
        number(),
        number());
  }

  private MemoryDevice memoryDevice() {
    return new MemoryDevice(
        "virtio-mem",
        random.nextLong(1L << 40),
        number(),
        maybe(() -> NodeSet.of(1)),
        maybe(this::page),
        maybe(() -> "/a path"),
        free(),
        free(),
        maybe(() -> any(MemoryAccess.values())),
        maybe(this::chance));
  }

  private OptionalInt number() {
    return chance() ? OptionalInt.of(random.nextInt(9)) : OptionalInt.empty();
  }

  private Map<Integer, CpuSet> pins() {
    var pins = new TreeMap<Integer, CpuSet>();
    for (int vcpu = 0; vcpu < random.nextInt(40); vcpu++) {
      pins.put(vcpu, cpus());
    }
    return pins;
  }

  private NumaTune tune() {
    if (chance()) {
      return NumaTune.NONE;
    }
    var cells = new TreeMap<Integer, MemoryBinding>();
    some(3, i -> i).forEach(cell -> cells.put(cell, binding()));
    return new NumaTune(maybe(this::binding), chance(), cells, any(MemoryMode.values()));
  }

  private MemoryBinding binding() {
    return new MemoryBinding(
        any(MemoryMode.values()), NodeSet.of(random.nextInt(8), random.nextInt(256)));
  }

  private String xml() {
    String end = chance() ? "\r\n" : "\n";
    return "<domain>"
        + end
        + "  <name>"
        + word()
        + "\r</name>"
        + end
        + end
        + "</domain>"
        + (chance() ? end : "");
  }

  private CpuSet cpus() {
    return CpuSet.of(some(6, i -> random.nextInt(20_000)));
  }

  private PageSize page() {
    return chance() ? PageSize.TWO_MIB : PageSize.ONE_GIB;
  }

  private int index() {
    return random.nextInt(50) - 1;
  }

  private OptionalLong free() {
    return chance() ? OptionalLong.of(random.nextInt(1000)) : OptionalLong.empty();
  }

  private String word() {
    return any(WORDS);
  }

  private <T> T any(T[] choices) {
    return choices[random.nextInt(choices.length)];
  }

  private boolean chance() {
    return random.nextBoolean();
  }

  private <T> Optional<T> maybe(Supplier<T> value) {
    return chance() ? Optional.of(value.get()) : Optional.empty();
  }

  private <T> List<T> some(int most, IntFunction<? extends T> make) {
    var list = new ArrayList<T>();
    int count = random.nextInt(most + 1);
    for (int i = 0; i < count; i++) {
      list.add(make.apply(i));
    }
    return list;
  }
}

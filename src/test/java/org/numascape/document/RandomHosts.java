package org.numascape.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.numascape.topology.Bridge;
import org.numascape.topology.Cache;
import org.numascape.topology.CacheBank;
import org.numascape.topology.CacheType;
import org.numascape.topology.Contents;
import org.numascape.topology.Contradiction;
import org.numascape.topology.Core;
import org.numascape.topology.CpuKind;
import org.numascape.topology.CpuPackage;
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

/// Hosts with every kind of object, fact and setting, each now present, now absent.
final class RandomHosts {

  private final Dice dice;

  RandomHosts(Dice dice) {
    this.dice = dice;
  }

  HostTopology host() {
    return new HostTopology(machine(), distances(), dice.chance() ? facts() : HostFacts.NONE);
  }

  private Machine machine() {
    return new Machine(
        dice.word(),
        dice.cpus(),
        new Contents(
            dice.some(2, i -> node()), dice.some(3, i -> outer(3)), dice.some(2, i -> device(2))));
  }

  private TopologyObject outer(int depth) {
    var inside =
        depth == 0
            ? new Contents(List.of(), dice.some(2, i -> pu()), List.of())
            : new Contents(
                dice.some(
                    2,
                    i ->
                        dice.chance()
                            ? node()
                            : new MemoryCache(
                                dice.next(),
                                dice.random().nextInt(99),
                                dice.cpus(),
                                new Contents(dice.some(1, n -> node()), List.of(), List.of()))),
                dice.some(3, i -> outer(depth - 1)),
                dice.some(1, i -> device(1)));
    return switch (dice.random().nextInt(6)) {
      case 0 -> new CpuPackage(dice.next(), dice.index(), dice.word(), dice.cpus(), inside);
      case 1 -> new Die(dice.next(), dice.index(), dice.cpus(), inside);
      case 2 -> new Group(dice.next(), dice.word(), dice.cpus(), inside);
      case 3 -> new Core(dice.next(), dice.index(), dice.cpus(), inside);
      case 4 ->
          new Cache(
              dice.next(),
              1 + dice.random().nextInt(3),
              CacheType.INSTRUCTION,
              dice.random().nextInt(99),
              dice.cpus(),
              inside);
      default ->
          new Cache(
              dice.next(),
              1 + dice.random().nextInt(5),
              dice.chance() ? CacheType.DATA : CacheType.UNIFIED,
              dice.random().nextLong(1L << 40),
              dice.cpus(),
              inside);
    };
  }

  private TopologyObject pu() {
    int number = dice.next();
    return new Pu(number, number, dice.any(PuState.values()));
  }

  private TopologyObject node() {
    var pools = new ArrayList<HugePagePool>();
    if (dice.chance()) {
      pools.add(new HugePagePool(PageSize.TWO_MIB, dice.random().nextLong(1L << 40), dice.free()));
    }
    if (dice.chance()) {
      pools.add(new HugePagePool(PageSize.ONE_GIB, dice.random().nextInt(64), dice.free()));
    }
    int number = dice.next();
    return new NumaNode(
        number,
        number,
        dice.word(),
        dice.random().nextLong(1L << 50),
        dice.free(),
        pools,
        dice.cpus());
  }

  private TopologyObject device(int depth) {
    var inside =
        depth == 0
            ? Contents.NONE
            : new Contents(List.of(), List.of(), dice.some(2, i -> device(depth - 1)));
    double speed = dice.chance() ? 0 : dice.random().nextDouble() * 64;
    return switch (dice.random().nextInt(4)) {
      case 0 -> new Bridge(dice.next(), dice.chance(), dice.word(), speed, dice.cpus(), inside);
      case 1 ->
          new PciDevice(
              dice.next(),
              "0000:3b:00.1",
              dice.index(),
              dice.word(),
              speed,
              dice.index(),
              dice.cpus(),
              inside);
      case 2 -> new OsDevice(dice.next(), dice.word(), dice.word(), dice.cpus(), inside);
      default -> new Misc(dice.next(), dice.word(), dice.cpus(), inside);
    };
  }

  private DistanceMatrix distances() {
    var rows = new TreeMap<Integer, Map<Integer, Integer>>();
    for (int from : new int[] {0, 1, 255}) {
      if (dice.chance()) {
        rows.put(
            from, Map.of(0, 10 + dice.random().nextInt(245), 255, 10 + dice.random().nextInt(245)));
      }
    }
    return new DistanceMatrix(rows);
  }

  private HostFacts facts() {
    var infos = new HashMap<ObjectId, Map<String, String>>();
    dice.some(4, i -> infos.put(id(), dice.words()));
    var groups = new HashMap<String, Integer>();
    dice.some(3, i -> groups.put("0000:3b:00." + i, dice.random().nextInt(99)));
    return new HostFacts(
        infos,
        dice.some(2, i -> attribute()),
        dice.some(2, i -> matrix()),
        dice.some(3, i -> new CpuKind(dice.cpus(), dice.words())),
        dice.some(2, i -> bank()),
        groups,
        dice.some(2, i -> new Guess(id(), dice.word())),
        dice.some(2, i -> new Contradiction(dice.word(), List.of(claim(), claim()))),
        settings(),
        dice.some(2, i -> new HostChange(dice.word(), dice.word(), dice.word())));
  }

  private HostSettings settings() {
    var found = new EnumMap<Setting, Observation>(Setting.class);
    dice.some(6, i -> found.put(dice.any(Setting.values()), observation()));
    Optional<Instant> at =
        dice.random().nextBoolean()
            ? Optional.of(Instant.ofEpochSecond(dice.random().nextInt()))
            : Optional.empty();
    return new HostSettings(
        found,
        dice.word(),
        at,
        dice.some(2, i -> new SettingChange(dice.any(Setting.values()), dice.word(), dice.word())));
  }

  private Observation observation() {
    return switch (dice.random().nextInt(5)) {
      case 0 -> new Observation.Value(dice.word(), dice.word());
      case 1 -> new Observation.ByCpu(new TreeMap<>(Map.of(dice.word(), dice.cpus())), dice.word());
      case 2 -> new Observation.ByName(new TreeMap<>(dice.words()), dice.word());
      case 3 -> new Observation.Absent(dice.word());
      default -> new Observation.Refused(dice.word(), dice.word());
    };
  }

  private Contradiction.Claim claim() {
    return new Contradiction.Claim(dice.word(), dice.word());
  }

  private MemoryAttribute attribute() {
    return new MemoryAttribute(
        dice.word(),
        dice.any(MemoryAttribute.Order.values()),
        dice.some(
            3,
            i ->
                new MemoryAttribute.Value(
                    i, dice.cpus(), dice.random().nextInt(3), dice.random().nextLong(1L << 60))));
  }

  private ObjectMatrix matrix() {
    List<ObjectId> objects = dice.some(4, i -> id());
    var values = new ArrayList<Long>();
    for (int i = objects.size() * objects.size(); i > 0; i--) {
      values.add(dice.random().nextLong());
    }
    return new ObjectMatrix(dice.word(), dice.any(ObjectMatrix.Means.values()), objects, values);
  }

  private CacheBank bank() {
    return new CacheBank(
        dice.random().nextInt(9),
        1 + dice.random().nextInt(5),
        dice.any(CacheType.values()),
        dice.random().nextInt(1 << 20),
        dice.cpus(),
        dice.some(2, i -> new CacheBank.Control(dice.any(CacheType.values()), 1_536, i, 4)));
  }

  private ObjectId id() {
    return new ObjectId(dice.any(ObjectKind.values()), dice.random().nextInt(500));
  }
}

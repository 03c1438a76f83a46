package org.numascape.drawing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.numascape.drawing.Hanging.Bus;
import org.numascape.drawing.Hanging.Chip;
import org.numascape.drawing.Hanging.Stack;
import org.numascape.drawing.Sketch.Lettering;
import org.numascape.topology.Bridge;
import org.numascape.topology.Misc;
import org.numascape.topology.ObjectId;
import org.numascape.topology.OsDevice;
import org.numascape.topology.PciDevice;
import org.numascape.topology.TopologyObject;

/// Finds what is to be said of the devices of a host and how much room that takes.
final class DeviceTree {

  /// Words on a device, on what the system makes of it, and on a link.
  static final Lettering CHIP = Lettering.plain(10, Ink.of(Role.MUTED));

  static final Lettering INSIDE = Lettering.plain(10, Ink.of(Role.TEXT));

  static final Lettering SPEED = Lettering.plain(10, Ink.of(Role.MUTED));

  /// Around the words on a chip and between the boxes in it.
  static final double PAD = 5;

  private static final double NARROWEST = 30;
  private static final double WIDEST = 260;
  private static final double INSIDE_WIDEST = 84;

  /// Fewer alike devices than this are drawn each.
  private static final int ALIKE = 3;

  private final Told told;
  private final Folding folding;
  private final Sketch sketch;
  private final Set<ObjectId> foldable = new HashSet<>();

  DeviceTree(Told told, Folding folding, Sketch sketch) {
    this.told = told;
    this.folding = folding;
    this.sketch = sketch;
  }

  /// The objects some of whose devices are alike, folded or not. Complete once the boxes are made.
  Set<ObjectId> foldable() {
    return Set.copyOf(foldable);
  }

  /// What hangs off the box of an object.
  ///
  /// @param devices attached to it, or to what it stands for
  DeviceBay bay(ObjectId owner, List<TopologyObject> devices) {
    return devices.isEmpty() ? DeviceBay.NONE : new DeviceBay(hanging(owner, devices, ""));
  }

  private List<Hanging> hanging(ObjectId parent, List<TopologyObject> devices, String said) {
    var all = devices.stream().flatMap(device -> hanging(device, said)).toList();
    return folded(parent, all);
  }

  private Stream<Hanging> hanging(TopologyObject object, String said) {
    return switch (object) {
      case Bridge bridge -> {
        String speed = speed(bridge.linkGbs(), said);
        String now = speed.isEmpty() ? said : speed;
        var behind = hanging(bridge.id(), bridge.contents().devices(), now);
        yield Stream.of(new Bus(bridge, speed, lead(speed), behind));
      }
      case PciDevice device ->
          Stream.concat(
              Stream.of(pci(device, speed(device.linkGbs(), said))),
              device
                  .walk()
                  .filter(Misc.class::isInstance)
                  .map(Misc.class::cast)
                  .map(misc -> plain(misc, misc.name(), "")));
      case OsDevice device ->
          Stream.concat(Stream.of(plain(device, device.name(), device.type())), deeper(device));
      case Misc misc -> Stream.concat(Stream.of(plain(misc, misc.name(), "")), deeper(misc));
      default -> deeper(object);
    };
  }

  private Stream<Hanging> deeper(TopologyObject object) {
    return object.contents().all().flatMap(inner -> hanging(inner, ""));
  }

  /// A link is said where it begins: a device on a bridge of the same speed does not repeat it.
  private static String speed(double linkGbs, String said) {
    if (linkGbs <= 0) {
      return "";
    }
    String words = String.format(Locale.ROOT, linkGbs < 10 ? "%.1f GB/s" : "%.0f GB/s", linkGbs);
    return words.equals(said) ? "" : words;
  }

  private double lead(String speed) {
    return speed.isEmpty() ? 0 : sketch.width(speed, SPEED) + 6;
  }

  private Chip pci(PciDevice device, String speed) {
    var inside =
        device.walk().filter(OsDevice.class::isInstance).map(OsDevice.class::cast).toList();
    String address = Words.shortAddress(device.address());
    String group =
        Optional.ofNullable(told.host().facts().iommuGroups().get(device.address()))
            .map(number -> " · IOMMU " + number)
            .orElse("");
    var kind = Words.deviceKind(device);
    var wordings = new ArrayList<String>();
    if (!device.name().isBlank()) {
      wordings.add(address + " " + device.name() + group);
    }
    if (!kind.isEmpty()) {
      wordings.add(address + " " + kind + group);
    }
    wordings.add(address + group);
    wordings.add(address);
    return chip(device, speed, wordings, inside, Optional.empty());
  }

  private Chip plain(TopologyObject object, String name, String type) {
    String own = name.isBlank() ? object.id().kind().hwlocName() : name;
    var wordings = type.isBlank() ? List.of(own) : List.of(own + " · " + type, own);
    return chip(object, "", wordings, List.of(), Optional.empty());
  }

  private Chip chip(
      TopologyObject object,
      String speed,
      List<String> wordings,
      List<OsDevice> inside,
      Optional<Stack> stack) {
    double boxes = inside.stream().mapToDouble(os -> inside(os) + 3).sum();
    boolean named = !inside.isEmpty();
    String shortest = wordings.get(Math.max(0, wordings.size() - (named ? 2 : 3)));
    double narrow = sketch.width(shortest, CHIP) + 2 * PAD + boxes;
    double wide = sketch.width(wordings.getFirst(), CHIP) + 2 * PAD + boxes;
    return new Chip(
        object,
        speed,
        lead(speed),
        List.copyOf(wordings),
        inside,
        Math.clamp(narrow, NARROWEST, WIDEST),
        Math.clamp(wide, Math.clamp(narrow, NARROWEST, WIDEST), WIDEST + boxes),
        stack);
  }

  /// The width of the box of something inside a device.
  private double inside(OsDevice device) {
    return Math.min(INSIDE_WIDEST, sketch.width(Words.osDevice(device), INSIDE) + 2 * 3);
  }

  private List<Hanging> folded(ObjectId parent, List<Hanging> all) {
    var kept = new ArrayList<Hanging>();
    int at = 0;
    while (at < all.size()) {
      int end = at + 1;
      while (end < all.size() && alike(all.get(at), all.get(end))) {
        end++;
      }
      boolean several = end - at >= ALIKE;
      if (several) {
        foldable.add(parent);
      }
      if (several && folding.folds(parent) && all.get(at) instanceof Chip first) {
        kept.add(standingFor(first, new Stack(parent, objects(all.subList(at + 1, end)))));
      } else {
        kept.addAll(all.subList(at, end));
      }
      at = end;
    }
    return List.copyOf(kept);
  }

  private static List<TopologyObject> objects(List<Hanging> devices) {
    return devices.stream()
        .flatMap(device -> device instanceof Chip chip ? Stream.of(chip.object()) : Stream.empty())
        .toList();
  }

  private boolean alike(Hanging one, Hanging other) {
    return one instanceof Chip first
        && other instanceof Chip second
        && first.object() instanceof PciDevice a
        && second.object() instanceof PciDevice b
        && a.classId() == b.classId()
        && a.name().equals(b.name())
        && first.speed().equals(second.speed())
        && free(first, a)
        && free(second, b);
  }

  /// Whether nothing is told of a device but what it is: the system has no name for it, no guest
  /// has it, nothing about it is a guess.
  private boolean free(Chip chip, PciDevice device) {
    return chip.inside().isEmpty()
        && device.contents().all().findAny().isEmpty()
        && !told.given().contains(device.address())
        && !told.guessed().contains(device.id());
  }

  private Chip standingFor(Chip first, Stack stack) {
    int count = stack.more() + 1;
    var wordings = first.wordings().stream().map(words -> count + " × " + words).toList();
    return chip(first.object(), first.speed(), wordings, first.inside(), Optional.of(stack));
  }
}

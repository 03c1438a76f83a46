package org.numascape.drawing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.numascape.drawing.LstopoBox.Sort;
import org.numascape.topology.HostTopology;
import org.numascape.topology.InfoName;
import org.numascape.topology.ObjectId;
import org.numascape.topology.ObjectKind;
import org.numascape.topology.PciDevice;
import org.numascape.topology.Pu;

/// Leaves out most of many alike neighbours, as lstopo does where it is not told otherwise: of more
/// than four alike CPU objects the first two and the last are drawn, of alike PCI functions one.
///
/// What guests use is never left out.
final class LstopoFolding {

  private static final int MANY = 4;
  private static final int FIRST = 2;

  private final HostTopology host;
  private final Folding folding;
  private final Predicate<Pu> used;
  private final LstopoLabels labels;
  private final Map<LstopoBox, Look> looks = new HashMap<>();
  private final Set<ObjectId> folded = new HashSet<>();

  private LstopoFolding(HostTopology host, Folding folding, Predicate<Pu> used) {
    this.host = host;
    this.folding = folding;
    this.used = used;
    this.labels = new LstopoLabels(host, LabelMode.BOTH, LstopoLabels.hasDomains(host));
  }

  /// What a CPU object looks like without its names: two are alike when these are equal.
  ///
  /// @param inside what each part looks like; empty for a PU
  private record Look(ObjectKind kind, int parts, Optional<Look> inside) {}

  /// Folds what `folding` says in a tree of boxes.
  ///
  /// @param used whether something sits on a PU
  /// @return the objects some of whose parts are left out now
  static Set<ObjectId> fold(
      LstopoBox root, HostTopology host, Folding folding, Predicate<Pu> used) {
    var all = new LstopoFolding(host, folding, used);
    all.fold(root);
    all.collapse(root);
    return Set.copyOf(all.folded);
  }

  private void fold(LstopoBox box) {
    box.memory.forEach(this::fold);
    box.parts.forEach(this::fold);
    box.devices.forEach(this::fold);
    box.shown = box.parts;
    var alike = alike(box);
    alike.ifPresent(look -> looks.put(box, look));
    boolean folds = box.parts.size() > MANY && folding.folds(box.object.id()) && alike.isPresent();
    if (folds && ofOneKind(box)) {
      shorten(box);
    }
  }

  /// What a box looks like, if all in it are alike all the way down.
  private Optional<Look> alike(LstopoBox box) {
    var kind = box.object.id().kind();
    if (box.parts.isEmpty()) {
      return Optional.of(new Look(kind, 0, Optional.empty()));
    }
    var first = Optional.ofNullable(looks.get(box.parts.getFirst()));
    boolean same =
        box.parts.stream().allMatch(part -> Objects.equals(looks.get(part), first.orElse(null)));
    return first.isPresent() && same
        ? Optional.of(new Look(kind, box.parts.size(), first))
        : Optional.empty();
  }

  private boolean ofOneKind(LstopoBox box) {
    return host.facts().cpuKinds().isEmpty()
        || box.object.cpus().stream().mapToObj(cpu -> host.facts().cpuKind(cpu)).distinct().count()
            == 1;
  }

  private void shorten(LstopoBox box) {
    var hidden = box.parts.subList(FIRST, box.parts.size() - 1);
    if (hidden.stream().anyMatch(this::isUsed)) {
      return;
    }
    var others = new LstopoBox(hidden.getFirst().object, Sort.OTHERS);
    others.lines = List.of(box.parts.size() + "x total");
    var shown = new ArrayList<>(box.parts.subList(0, FIRST));
    shown.add(others);
    shown.add(box.parts.getLast());
    box.shown = shown;
    box.row = true;
    folded.add(box.object.id());
  }

  private boolean isUsed(LstopoBox box) {
    return (box.object instanceof Pu pu && used.test(pu))
        || box.parts.stream().anyMatch(this::isUsed);
  }

  /// Puts alike PCI functions behind the first of them. As in lstopo, one with something on it
  /// between the first and the second does not part them.
  private void collapse(LstopoBox root) {
    var functions = new ArrayList<Function>();
    functions(root, functions);
    var behind = new ArrayList<Function>();
    for (var function : functions) {
      if (!behind.isEmpty() && isAlike(behind.getFirst(), function)) {
        behind.add(function);
        continue;
      }
      if (behind.size() > 1) {
        collapse(behind);
        behind.clear();
      }
      if (function.box.devices.isEmpty() && folding.folds(function.around.object.id())) {
        behind.clear();
        behind.add(function);
      }
    }
    if (behind.size() > 1) {
      collapse(behind);
    }
  }

  /// A PCI function and the box it is in.
  private record Function(LstopoBox around, LstopoBox box, PciDevice device) {}

  private void functions(LstopoBox box, List<Function> functions) {
    for (var device : box.devices) {
      if (device.object instanceof PciDevice pci) {
        functions.add(new Function(box, device, pci));
      }
      functions(device, functions);
    }
    box.memory.forEach(inner -> functions(inner, functions));
    box.parts.forEach(inner -> functions(inner, functions));
  }

  /// Keeps the first of alike functions. As in lstopo, the words name the last of as many
  /// neighbours, whether it is among them or not.
  private void collapse(List<Function> alike) {
    var first = alike.getFirst();
    folded.add(first.around.object.id());
    var siblings = first.around.devices;
    int last = siblings.indexOf(first.box) + alike.size() - 1;
    String address =
        siblings.get(Math.min(last, siblings.size() - 1)).object instanceof PciDevice named
            ? named.address()
            : alike.getLast().device.address();
    first.box.alike = alike.size();
    first.box.lines = List.of(labels.pci(first.device, alike.size(), address));
    alike.stream().skip(1).forEach(function -> siblings.remove(function.box));
  }

  private boolean isAlike(Function one, Function other) {
    return one.around == other.around
        && other.box.devices.isEmpty()
        && same(one, other, InfoName.PCI_ID)
        && same(one, other, InfoName.PCI_SUBSYSTEM);
  }

  private boolean same(Function one, Function other, String info) {
    return info(one, info).equals(info(other, info));
  }

  private Optional<String> info(Function function, String name) {
    ObjectId id = function.device.id();
    return host.facts().info(id, name);
  }
}

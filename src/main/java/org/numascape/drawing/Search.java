package org.numascape.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.numascape.design.Design;
import org.numascape.design.Guest;
import org.numascape.design.Item;
import org.numascape.topology.Core;
import org.numascape.topology.MemorySize;
import org.numascape.topology.NumaNode;
import org.numascape.topology.OsDevice;
import org.numascape.topology.PciDevice;
import org.numascape.topology.Pu;
import org.numascape.topology.TopologyObject;

/// Finds parts of a host and guests by what people call them: `34`, `P34`, `node 2`, `41:00.0`,
/// `db-server`.
public interface Search {

  /// Something found, under the words to show.
  record Hit(Item item, String title) {}

  /// Everything whose words contain the text, those that begin with it first; nothing for blank
  /// text.
  static List<Hit> find(Design design, String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    if (wanted.isEmpty()) {
      return List.of();
    }
    record Candidate(Hit hit, String words) {}
    var found = new ArrayList<Candidate>();
    for (var guest : design.guests()) {
      found.add(
          new Candidate(
              new Hit(new Item.WholeGuest(guest.id()), guest.name()), guest.name() + " vm"));
      vcpus(guest, wanted).forEach(hit -> found.add(new Candidate(hit, wanted)));
    }
    design
        .host()
        .objects()
        .forEach(object -> {
          String words = words(object);
          if (!words.isEmpty()) {
            found.add(
                new Candidate(new Hit(new Item.OnHost(object.id()), title(design, object)), words));
          }
        });
    return found.stream()
        .filter(candidate -> rank(candidate.words(), wanted) < 3)
        .sorted(Comparator.comparingInt(candidate -> rank(candidate.words(), wanted)))
        .map(Candidate::hit)
        .toList();
  }

  /// 0 for a whole word, 1 for the beginning of one, 2 for a part, 3 for none.
  private static int rank(String words, String wanted) {
    String lower = words.toLowerCase(Locale.ROOT);
    int best = 3;
    for (String phrase : lower.split("\\|", -1)) {
      if (phrase.equals(wanted)) {
        return 0;
      }
      if (phrase.startsWith(wanted)) {
        best = Math.min(best, 1);
      } else if (phrase.contains(wanted)) {
        best = Math.min(best, 2);
      }
    }
    return best;
  }

  /// `db-server 3` and `db-server vcpu 3` name a vCPU.
  private static List<Hit> vcpus(Guest guest, String wanted) {
    String name = guest.name().toLowerCase(Locale.ROOT);
    if (!wanted.startsWith(name + " ")) {
      return List.of();
    }
    String digits = wanted.substring(name.length()).replace("vcpu", "").strip();
    boolean number =
        !digits.isEmpty() && digits.length() < 6 && digits.chars().allMatch(Character::isDigit);
    if (!number || Integer.parseInt(digits) >= guest.wanted().vcpus().maximum()) {
      return List.of();
    }
    int vcpu = Integer.parseInt(digits);
    return List.of(new Hit(new Item.Vcpu(guest.id(), vcpu), guest.name() + " vCPU " + vcpu));
  }

  private static String words(TopologyObject object) {
    return switch (object) {
      case Pu pu ->
          pu.osIndex() + "|p" + pu.osIndex() + "|p#" + pu.osIndex() + "|cpu " + pu.osIndex();
      case NumaNode node ->
          "node " + node.osIndex() + "|numa node " + node.osIndex() + "|n" + node.osIndex();
      case Core core -> "core " + core.logical();
      case PciDevice device -> device.address() + "|" + shortAddress(device) + "|" + device.name();
      case OsDevice device -> device.name();
      default -> "";
    };
  }

  private static String shortAddress(PciDevice device) {
    return device.address().substring(device.address().indexOf(':') + 1);
  }

  private static String title(Design design, TopologyObject object) {
    return switch (object) {
      case Pu pu ->
          "CPU "
              + pu.osIndex()
              + design.host().nodeOf(pu.osIndex()).stream()
                  .mapToObj(node -> " · node " + node)
                  .findFirst()
                  .orElse("");
      case NumaNode node ->
          "NUMA node " + node.osIndex() + " · " + MemorySize.ofKib(node.memoryKib());
      case Core core -> "Core " + core.logical() + " · CPUs " + core.cpus();
      case PciDevice device -> "PCI " + shortAddress(device) + " " + device.name();
      case OsDevice device -> device.name();
      default -> object.id().toString();
    };
  }
}

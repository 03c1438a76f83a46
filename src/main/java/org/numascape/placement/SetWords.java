package org.numascape.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.design.Guest;
import org.numascape.topology.HostTopology;
import org.numascape.topology.IndexSet;
import org.numascape.topology.NumaNode;
import org.numascape.topology.ObjectId;
import org.numascape.topology.ObjectKind;
import org.numascape.topology.TopologyObject;

/// The words of [SetText] that mean the same for CPUs and nodes; what else there is each kind adds.
abstract class SetWords<S extends IndexSet<S>> {

  /// How many words are offered at once.
  private static final int MOST = 40;

  private static final Pattern NUMBERS = Pattern.compile("(\\d+)(?:\\s*-\\s*(\\d+))?");
  private static final Pattern PART =
      Pattern.compile("(node|numa|package|socket|die|group|core|pu|cpu|l[1-5])[\\s#:]*(\\d+)");

  private final Analysis facts;

  SetWords(Analysis facts) {
    this.facts = facts;
  }

  final Analysis facts() {
    return facts;
  }

  final HostTopology host() {
    return facts.host();
  }

  /// Everything of the host.
  abstract S all();

  /// What the objects of this part are: its CPUs, or the nodes local to them.
  abstract S of(TopologyObject part);

  /// What a guest is placed on.
  abstract S usedBy(Guest guest);

  /// The set with these two and all between; both there.
  abstract S range(int first, int last);

  /// `CPU` or `node`.
  abstract String one();

  /// What a word of this kind alone stands for; empty for none of its words.
  abstract Optional<S> ownWord(String word, S before);

  /// The words of this kind alone that are worth offering for what is typed.
  abstract Stream<SetWord<S>> ownWords(String typed, S before);

  /// What an item stands for; `before` is what the items before it name.
  ///
  /// @throws IllegalArgumentException saying what is wrong
  final S meant(String item, S before) {
    if (item.isEmpty()) {
      throw new IllegalArgumentException("a " + one() + " is missing between the commas");
    }
    String word = item.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    var numbers = NUMBERS.matcher(word);
    if (numbers.matches()) {
      int first = number(numbers.group(1));
      return numbered(first, numbers.group(2) == null ? first : number(numbers.group(2)), item);
    }
    var own = ownWord(word, before);
    if (own.isPresent()) {
      return own.get();
    }
    if (word.equals("all")) {
      return all();
    }
    if (word.startsWith("used by ")) {
      return usedBy(guest(item.strip().substring("used by ".length()).strip()));
    }
    return part(word).map(this::of).orElseThrow(() -> unknown(item));
  }

  private IllegalArgumentException unknown(String item) {
    return new IllegalArgumentException(
        "“"
            + item
            + "” says nothing here; write numbers such as 0-3,8 or a word such as "
            + parts("").map(SetWords::name).findFirst().orElse("all"));
  }

  private int number(String digits) {
    // Seven digits are beyond any host and fit an int.
    return digits.length() > 7 ? 9_999_999 : Integer.parseInt(digits);
  }

  private S numbered(int first, int last, String item) {
    if (last < first) {
      throw new IllegalArgumentException("range " + item + " runs backwards");
    }
    if (last == 9_999_999) {
      throw new IllegalArgumentException(one() + " " + item + " is beyond any host");
    }
    var wanted = range(first, last);
    var missing = wanted.minus(all());
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          one() + " " + missing.last() + " is not on this host, it has " + all());
    }
    return wanted;
  }

  private Guest guest(String name) {
    return facts.design().guests().stream()
        .filter(guest -> guest.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no virtual machine is called “" + name + "”"));
  }

  /// The part of the host that a word names: `node3`, `core 5`, `l3#2`; empty for other words.
  ///
  /// @throws IllegalArgumentException when the host has no such part
  final Optional<TopologyObject> part(String word) {
    var match = PART.matcher(word);
    if (!match.matches()) {
      return Optional.empty();
    }
    int index = number(match.group(2));
    var kind = kind(match.group(1));
    Optional<TopologyObject> found =
        switch (kind) {
          case NUMA_NODE -> host().node(index).map(node -> node);
          case PU -> host().pu(index).map(pu -> pu);
          default -> host().object(new ObjectId(kind, index));
        };
    if (found.isEmpty()) {
      long count = host().objects().filter(object -> object.id().kind() == kind).count();
      throw new IllegalArgumentException(
          match.group(1)
              + " "
              + index
              + " is not on this host, it has "
              + (kind == ObjectKind.NUMA_NODE ? host().nodeSet() : count == 0 ? "none" : count));
    }
    return found;
  }

  private static ObjectKind kind(String word) {
    return switch (word) {
      case "node", "numa" -> ObjectKind.NUMA_NODE;
      case "package", "socket" -> ObjectKind.PACKAGE;
      case "die" -> ObjectKind.DIE;
      case "group" -> ObjectKind.GROUP;
      case "core" -> ObjectKind.CORE;
      case "l5" -> ObjectKind.L5_CACHE;
      case "l4" -> ObjectKind.L4_CACHE;
      case "l3" -> ObjectKind.L3_CACHE;
      case "l2" -> ObjectKind.L2_CACHE;
      case "l1" -> ObjectKind.L1_CACHE;
      default -> ObjectKind.PU;
    };
  }

  /// What may be meant by what is typed, likeliest first.
  final List<SetWord<S>> offered(String typed, S before) {
    String wanted = typed.replaceAll("\\s+", " ");
    var words = new ArrayList<SetWord<S>>();
    ownWords(wanted, before).forEach(words::add);
    parts(wanted).map(part -> new SetWord<>(name(part), of(part))).forEach(words::add);
    words.add(new SetWord<>("all", all()));
    facts.design().guests().stream()
        .map(guest -> new SetWord<>("used by " + guest.name(), usedBy(guest)))
        .filter(word -> !word.set().isEmpty())
        .forEach(words::add);
    return words.stream()
        .filter(word -> fits(word.word(), wanted))
        .sorted(Comparator.comparing(word -> !plain(word.word()).startsWith(plain(wanted))))
        .limit(MOST)
        .toList();
  }

  private static boolean fits(String word, String typed) {
    return plain(word).contains(plain(typed));
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace(" ", "");
  }

  /// The parts worth naming: nodes and packages; small ones when somebody begins to name them.
  final Stream<TopologyObject> parts(String typed) {
    return host()
        .objects()
        .filter(part ->
            switch (part.id().kind()) {
              case NUMA_NODE, PACKAGE -> true;
              case DIE, GROUP -> !typed.isEmpty();
              case L3_CACHE -> typed.contains("l3");
              case L2_CACHE -> typed.contains("l2");
              case CORE -> typed.contains("cor");
              default -> false;
            })
        .sorted(
            Comparator.comparing((TopologyObject part) -> part.id().kind() != ObjectKind.NUMA_NODE)
                .thenComparing(part -> part.id().kind())
                .thenComparingInt(part -> index(part)));
  }

  private static int index(TopologyObject part) {
    return part instanceof NumaNode node ? node.osIndex() : part.id().logical();
  }

  /// The word for a part: `node3`, `package1`, `l3 2`.
  static String name(TopologyObject part) {
    return switch (part.id().kind()) {
      case NUMA_NODE -> "node" + index(part);
      case PACKAGE -> "package" + index(part);
      case DIE -> "die" + index(part);
      case GROUP -> "group" + index(part);
      case L3_CACHE -> "l3 " + index(part);
      case L2_CACHE -> "l2 " + index(part);
      default -> "core" + index(part);
    };
  }

  /// `16 CPUs: 0-7,32-39`, `node 3`.
  final String told(S set) {
    return switch (set.size()) {
      case 0 -> "no " + one();
      case 1 -> one() + " " + set;
      default -> set.size() + " " + one() + "s: " + set;
    };
  }
}

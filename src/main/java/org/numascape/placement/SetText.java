package org.numascape.placement;

import java.util.List;
import java.util.Locale;
import org.numascape.analysis.Analysis;
import org.numascape.topology.CpuSet;
import org.numascape.topology.IndexSet;
import org.numascape.topology.NodeSet;

/// Sets of host CPUs or nodes as people type them: libvirt's list, and words for parts of the host.
///
/// `0-3,8,^2` is libvirt's grammar, read from left to right, `^` takes away. Instead of a number
/// there may be a word: `node3` (OS index), `package1`, `die0`, `l3 2`, `core5` (logical indexes),
/// `all`, `free`, `free on node2`, `free cores on node2`, `one per core of node2`, `siblings`,
/// `siblings of 4`, `used by web-01`, `reserved`, `isolated`. A word stands for the numbers it has
/// now: what is read is a plain set.
///
/// @param <S> whether it is read as CPUs or as nodes, by OS index
public final class SetText<S extends IndexSet<S>> {

  /// What a text says.
  public sealed interface Reading<S> {
    /// The text is right.
    record Right<S>(S set) implements Reading<S> {}

    /// The text is wrong between these two places, counted in characters from 0.
    record Wrong<S>(int from, int to, String what) implements Reading<S> {}
  }

  private final SetWords<S> words;
  private final S none;

  private SetText(SetWords<S> words, S none) {
    this.words = words;
    this.none = none;
  }

  /// Text about CPUs of a host as it is used now.
  public static SetText<CpuSet> cpus(Analysis facts) {
    return new SetText<>(new CpuWords(facts), CpuSet.EMPTY);
  }

  /// Text about NUMA nodes of a host as it is used now.
  public static SetText<NodeSet> nodes(Analysis facts) {
    return new SetText<>(new NodeWords(facts), NodeSet.EMPTY);
  }

  /// Reads a text; blank text is the empty set.
  public Reading<S> read(String text) {
    var set = none;
    if (text.isBlank()) {
      return new Reading.Right<>(set);
    }
    int from = 0;
    for (String item : text.split(",", -1)) {
      try {
        set = joined(set, item.strip());
      } catch (IllegalArgumentException wrong) {
        return new Reading.Wrong<>(from, from + item.length(), String.valueOf(wrong.getMessage()));
      }
      from += item.length() + 1;
    }
    return new Reading.Right<>(set);
  }

  private S joined(S set, String item) {
    return item.startsWith("^")
        ? set.minus(words.meant(item.substring(1).strip(), set))
        : set.or(words.meant(item, set));
  }

  /// Whether a text uses words or `^`, so that what it stands for is worth showing.
  public static boolean hasWords(String text) {
    return text.chars().anyMatch(c -> Character.isLetter(c) || c == '^');
  }

  /// What may be meant at a place of a text, likeliest first; nothing where a number is typed.
  ///
  /// @param caret in characters from 0
  public List<Completion> complete(String text, int caret) {
    int from = text.lastIndexOf(',', caret - 1) + 1;
    int comma = text.indexOf(',', caret);
    int to = comma < 0 ? text.length() : comma;
    String typed = text.substring(from, caret).stripLeading();
    boolean takesAway = typed.startsWith("^");
    String item = (takesAway ? typed.substring(1) : typed).stripLeading().toLowerCase(Locale.ROOT);
    if (!item.isEmpty() && Character.isDigit(item.charAt(0))) {
      return List.of();
    }
    var before = read(text.substring(0, Math.max(0, from - 1)));
    S named = before instanceof Reading.Right<S>(var set) ? set : none;
    return words.offered(item, named).stream()
        .map(word -> {
          String head = text.substring(0, from) + (from > 0 ? " " : "") + (takesAway ? "^" : "");
          return new Completion(
              word.word(),
              word.set().isEmpty() ? "none now" : words.told(word.set()),
              head + word.word() + text.substring(to),
              (head + word.word()).length());
        })
        .toList();
  }

  /// What a set is in words: `16 CPUs: 0-7,32-39`.
  public String told(S set) {
    return words.told(set);
  }
}

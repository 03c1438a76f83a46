package org.numascape.format.sysfs;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.numascape.topology.CpuSet;

/// Reads the values in the files of a tree. What is not there is empty; what is there but nonsense
/// is empty too, and a sentence tells of it.
///
/// Source: kernel `Documentation/admin-guide/cputopology.rst`, `lib/bitmap.c`.
final class Sysfs {

  /// Indexes from here on exist on no host libvirt can serve (`virBitmapParse`).
  static final int LIMIT = 16_384;

  private static final int WORD = 32;
  private static final int MOST_SENTENCES = 20;
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}");
  private static final Pattern HEX = Pattern.compile("(?:0[xX])?([0-9a-fA-F]{1,15})");
  private static final Pattern BYTES = Pattern.compile("([0-9]{1,12})([KMG]?)");

  private final FileTree tree;
  private final Set<String> notices = new LinkedHashSet<>();

  Sysfs(FileTree tree) {
    this.tree = tree;
  }

  FileTree tree() {
    return tree;
  }

  /// Remembers a sentence for people.
  void tell(String sentence) {
    if (notices.size() < MOST_SENTENCES) {
      notices.add(sentence);
    }
  }

  /// The sentences so far.
  List<String> told() {
    return List.copyOf(notices);
  }

  /// A text that says something.
  Optional<String> text(String path) {
    return tree.text(path).filter(text -> !text.isEmpty());
  }

  /// A whole number in decimal.
  OptionalLong number(String path) {
    var text = text(path);
    if (text.isPresent() && !NUMBER.matcher(text.get()).matches()) {
      return nonsense(path, text.get(), "no number");
    }
    return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text.get()));
  }

  /// An index such as `core_id`; -1 where it is not told.
  int index(String path) {
    long number = number(path).orElse(-1);
    return number < 0 || number > Integer.MAX_VALUE ? -1 : (int) number;
  }

  /// A number in hex, with or without `0x`.
  OptionalLong hex(String path) {
    var text = text(path);
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    var hex = HEX.matcher(text.get());
    return hex.matches()
        ? OptionalLong.of(Long.parseLong(hex.group(1), 16))
        : nonsense(path, text.get(), "no number in hex");
  }

  /// A size such as `1024K`, in KiB.
  OptionalLong kib(String path) {
    var text = text(path);
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    var size = BYTES.matcher(text.get());
    if (!size.matches()) {
      return nonsense(path, text.get(), "no size");
    }
    long number = Long.parseLong(size.group(1));
    return OptionalLong.of(
        switch (size.group(2)) {
          case "K" -> number;
          case "M" -> number << 10;
          case "G" -> number << 20;
          default -> number >> 10;
        });
  }

  private OptionalLong nonsense(String path, String text, String what) {
    tellNonsense(path, text, what);
    return OptionalLong.empty();
  }

  private void tellNonsense(String path, String text, String what) {
    String start = text.length() > 30 ? text.substring(0, 30) + "…" : text;
    tell(
        "%s holds \"%s\", which is %s; it was left out."
            .formatted(path, start.replaceAll("\\s+", " "), what));
  }

  /// A set as a mask: words of 32 bits in hex, the highest first, without `0x`.
  Optional<CpuSet> map(String path) {
    var text = text(path);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    var set = map(text.get().split(",", -1));
    if (set.isEmpty()) {
      tellNonsense(path, text.get(), "no set of CPUs");
    }
    return set;
  }

  private static Optional<CpuSet> map(String[] words) {
    var bits = new BitSet();
    for (int i = 0; i < words.length; i++) {
      String word = words[i].strip();
      if (!word.matches("[0-9a-fA-F]{1,8}")) {
        return Optional.empty();
      }
      long value = Long.parseLong(word, 16);
      int base = WORD * (words.length - 1 - i);
      if (value != 0 && base >= LIMIT) {
        return Optional.empty();
      }
      for (int bit = 0; value >> bit != 0; bit++) {
        bits.set(base + bit, (value >> bit & 1) == 1);
      }
    }
    return Optional.of(new CpuSet(bits));
  }

  /// A set as a list: `0-3,8`. A file without text is the empty set.
  Optional<CpuSet> list(String path) {
    var text = tree.text(path);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(CpuSet.parse(text.get()));
    } catch (IllegalArgumentException e) {
      tellNonsense(path, text.get(), "no list of CPUs");
      return Optional.empty();
    }
  }

  /// The first of these files that holds a mask; the lists beside them where none does.
  Optional<CpuSet> set(String folder, String... names) {
    for (String name : names) {
      var set = map(folder + "/" + name).or(() -> list(folder + "/" + name + "_list"));
      if (set.isPresent()) {
        return set;
      }
    }
    return Optional.empty();
  }

  /// The numbers of the folders or files `prefixN` in a folder, ascending.
  List<Integer> numbered(String folder, String prefix) {
    var numbers = new TreeSet<Integer>();
    for (String name : tree.names(folder)) {
      if (name.startsWith(prefix)) {
        digits(name.substring(prefix.length())).ifPresent(numbers::add);
      }
    }
    return new ArrayList<>(numbers);
  }

  private static OptionalInt digits(String digits) {
    boolean plain = digits.matches("0|[1-9][0-9]{0,4}") && Integer.parseInt(digits) < LIMIT;
    return plain ? OptionalInt.of(Integer.parseInt(digits)) : OptionalInt.empty();
  }
}

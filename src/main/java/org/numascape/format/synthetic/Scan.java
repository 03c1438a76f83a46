package org.numascape.format.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.numascape.format.FormatException;
import org.numascape.topology.ObjectKind;

/// Cuts a description into its items.
///
/// Differs from hwloc where hwloc guesses: attributes are parted by any blanks, words are known in
/// full, and what it skips with a warning that nobody sees is refused.
final class Scan {

  private static final List<String> UNITS = List.of("k", "m", "g", "t");

  private final Trouble trouble;
  private final String text;
  private int at;

  Scan(Trouble trouble, String text) {
    this.trouble = trouble;
    this.text = text;
  }

  /// The attributes of the host itself, which may stand first.
  Attributes root() throws FormatException {
    blanks();
    return attributes(ObjectKind.MACHINE);
  }

  /// All items up to the end.
  List<Word> items() throws FormatException {
    var items = new ArrayList<Word>();
    blanks();
    while (at < text.length()) {
      if (items.size() >= SyntheticReader.MOST_ITEMS) {
        throw trouble.at(
            at,
            "a description has at most "
                + SyntheticReader.MOST_ITEMS
                + " levels and attached nodes.");
      }
      items.add(text.charAt(at) == '[' ? attached() : rank());
      blanks();
    }
    return items;
  }

  private Word attached() throws FormatException {
    int start = at++;
    int word = at;
    String type = letters();
    boolean node =
        LevelKind.named(type).filter(kind -> kind.kind() == ObjectKind.NUMA_NODE).isPresent();
    if (!node) {
      throw trouble.at(word, "only NUMANode can stand in brackets.");
    }
    var attributes = attributes(ObjectKind.NUMA_NODE);
    if (at >= text.length() || text.charAt(at) != ']') {
      throw trouble.at(start, "the bracket is not closed by \"]\".");
    }
    at++;
    return new Word.Attached(attributes);
  }

  private Word rank() throws FormatException {
    int start = at;
    if (isDigit(text.charAt(at))) {
      int each = count();
      return new Word.Rank(Optional.empty(), each, attributes(ObjectKind.GROUP), start);
    }
    String word = letters();
    var kind = LevelKind.named(word);
    if (kind.isEmpty()) {
      throw trouble.at(
          start,
          "this is no kind of level; there are Group, Package, Die, NUMANode, L5 to L1 (u, d, i), Core and PU.");
    }
    if (kind.get().kind() == ObjectKind.MACHINE) {
      throw trouble.at(start, "the machine is around all levels and is no level itself.");
    }
    if (at >= text.length() || text.charAt(at) != ':') {
      throw trouble.at(start, "a number has to follow, as in \"" + word + ":2\".");
    }
    at++;
    int each = count();
    return new Word.Rank(kind, each, attributes(kind.get().kind()), start);
  }

  /// A number above 0, decimal, `0x` hexadecimal or with a leading 0 octal, as hwloc reads it.
  private int count() throws FormatException {
    int start = at;
    long number = number();
    if (number < 1 || number > SyntheticReader.MOST_PUS) {
      throw trouble.at(
          start,
          "a level has 1 to "
              + SyntheticReader.MOST_PUS
              + " objects in each of the level around it.");
    }
    return (int) number;
  }

  private long number() throws FormatException {
    int start = at;
    String digits = taken(c -> isDigit(c) || (isLetter(c) && hexadecimal(start)));
    try {
      return Long.decode(digits);
    } catch (NumberFormatException e) {
      throw trouble.at(start, "a number is expected here.");
    }
  }

  private boolean hexadecimal(int start) {
    return text.startsWith("0x", start) || text.startsWith("0X", start);
  }

  private Attributes attributes(ObjectKind of) throws FormatException {
    if (at >= text.length() || text.charAt(at) != '(') {
      return Attributes.NONE;
    }
    int start = at++;
    var found = Attributes.NONE;
    blanks();
    while (at < text.length() && text.charAt(at) != ')') {
      found = attribute(of, found);
      blanks();
    }
    if (at >= text.length()) {
      throw trouble.at(start, "the parenthesis is not closed by \")\".");
    }
    at++;
    return found;
  }

  private Attributes attribute(ObjectKind of, Attributes found) throws FormatException {
    int start = at;
    String name = letters();
    boolean equals = at < text.length() && text.charAt(at) == '=';
    if (equals) {
      at++;
    }
    boolean cache = of.hwlocName().contains("Cache");
    boolean memory = !cache && name.equals("memory");
    if (equals && (memory || (cache && name.equals("size")))) {
      return new Attributes(bytes(), found.sideCacheBytes(), found.indexes());
    }
    if (equals && of == ObjectKind.NUMA_NODE && name.equals("memorysidecachesize")) {
      return new Attributes(found.bytes(), bytes(), found.indexes());
    }
    if (equals && name.equals("indexes")) {
      int from = at;
      String indexes = taken(c -> c != ' ' && c != ')' && c != '\n');
      return new Attributes(
          found.bytes(),
          found.sideCacheBytes(),
          Optional.of(new Attributes.Indexes(indexes, from)));
    }
    throw trouble.at(
        start,
        "this attribute is not known here; there are size= (caches), memory= and memorysidecachesize= (nodes) and indexes=.");
  }

  /// An amount in bytes: kB, MB, GB, TB are powers of 1000, KiB to TiB of 1024, as in hwloc 2.9.
  private long bytes() throws FormatException {
    int start = at;
    String digits = taken(Scan::isDigit);
    String unit = letters().toLowerCase(Locale.ROOT);
    if (digits.isEmpty() || digits.length() > 18) {
      throw trouble.at(start, "an amount such as 16GiB is expected here.");
    }
    long factor = 1;
    if (!unit.isEmpty()) {
      int power = UNITS.indexOf(unit.substring(0, 1)) + 1;
      String rest = unit.substring(1);
      if (power == 0 || (!rest.equals("b") && !rest.equals("ib"))) {
        throw trouble.at(
            start, "the units are kB, MB, GB, TB (1000) and KiB, MiB, GiB, TiB (1024).");
      }
      factor = power(rest.equals("b") ? 1000 : 1024, power);
    }
    try {
      return Math.multiplyExact(Long.parseLong(digits), factor);
    } catch (ArithmeticException e) {
      throw trouble.at(start, "this is more memory than can be counted.");
    }
  }

  private static long power(long base, int exponent) {
    long result = 1;
    for (int times = 0; times < exponent; times++) {
      result *= base;
    }
    return result;
  }

  /// Letters and what may be among them: the digits of `L1iCache` and `group2`.
  private String letters() {
    return taken(c -> isLetter(c) || isDigit(c));
  }

  private void blanks() {
    taken(c -> c == ' ' || c == '\n' || c == '\r' || c == '\t');
  }

  private String taken(IntPredicate wanted) {
    int start = at;
    while (at < text.length() && wanted.test(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}

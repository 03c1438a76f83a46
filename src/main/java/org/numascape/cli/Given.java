package org.numascape.cli;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.numascape.format.FormatException;
import org.numascape.format.domainxml.MemoryUnit;
import org.numascape.topology.CpuSet;
import org.numascape.topology.IndexSet;
import org.numascape.topology.NodeSet;

/// What a person gave to an option; every method blames the option where it cannot read it.
///
/// @param option as on the command line: `--shares`
record Given(String option, String text) {

  /// The word that takes something back.
  static final String NONE = "none";

  FormatException wrong(String what) {
    return new FormatException(option + " " + text, 0, what);
  }

  /// What is before the `=`.
  String key() throws FormatException {
    return text.substring(0, equals()).strip();
  }

  /// What is after the `=`, to be blamed alike.
  Given value() throws FormatException {
    return new Given(option, text.substring(equals() + 1).strip());
  }

  private int equals() throws FormatException {
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw wrong("it has to be a name or number, \"=\", and a value.");
    }
    return equals;
  }

  /// Whether it takes something back: `none` or `any`.
  boolean nothing() {
    return text.equals(NONE) || text.equals("any");
  }

  /// A whole number from 0.
  int count(String digits) throws FormatException {
    try {
      int number = Integer.parseInt(digits.strip());
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException _) {
      throw wrong("\"" + digits + "\" is not a whole number from 0.");
    }
    throw wrong("\"" + digits + "\" is not a whole number from 0.");
  }

  /// A whole number from 0, or nothing for `none`.
  OptionalInt optionalCount() throws FormatException {
    return nothing() ? OptionalInt.empty() : OptionalInt.of(count(text));
  }

  /// A whole number of either sign.
  long amount(String digits) throws FormatException {
    try {
      return Long.parseLong(digits.strip());
    } catch (NumberFormatException _) {
      throw wrong("\"" + digits + "\" is not a whole number.");
    }
  }

  /// An amount of memory with its unit, `8G`, in KiB.
  long kib() throws FormatException {
    int letters = 0;
    while (letters < text.length() && Character.isDigit(text.charAt(letters))) {
      letters++;
    }
    String unit = text.substring(letters).strip();
    if (unit.isEmpty()) {
      throw wrong("an amount of memory needs a unit: 512M, 8G.");
    }
    try {
      return MemoryUnit.kib(text.substring(0, letters), unit);
    } catch (IllegalArgumentException bad) {
      throw wrong(bad.getMessage() + "; write 512M, 8G.");
    }
  }

  /// An amount of memory, or nothing for `none`.
  OptionalLong optionalKib() throws FormatException {
    return nothing() ? OptionalLong.empty() : OptionalLong.of(kib());
  }

  /// `yes` or `no`.
  boolean yes() throws FormatException {
    if (text.equals("yes") || text.equals("no")) {
      return text.equals("yes");
    }
    throw wrong("write yes or no.");
  }

  /// A list of ids, never empty.
  CpuSet cpus(String list) throws FormatException {
    return list(list, CpuSet::parse);
  }

  /// A list of nodes, never empty.
  NodeSet nodes(String list) throws FormatException {
    return list(list, NodeSet::parse);
  }

  private <S extends IndexSet<S>> S list(String list, Function<String, S> parser)
      throws FormatException {
    try {
      S set = parser.apply(list);
      if (!set.isEmpty()) {
        return set;
      }
    } catch (IllegalArgumentException bad) {
      throw wrong(bad.getMessage() + ".");
    }
    throw wrong("\"" + list + "\" names nothing.");
  }

  /// One of some words.
  <E> E word(E[] choices, Function<E, String> spelling) throws FormatException {
    var words = new java.util.StringJoiner(", ");
    for (var choice : choices) {
      if (spelling.apply(choice).equals(text)) {
        return choice;
      }
      words.add(spelling.apply(choice));
    }
    throw wrong("it has to be one of " + words + ".");
  }

  /// One of some words, or nothing for `none`.
  <E> Optional<E> optionalWord(E[] choices, Function<E, String> spelling) throws FormatException {
    return text.equals(NONE) ? Optional.empty() : Optional.of(word(choices, spelling));
  }
}

package org.numascape.format.domainxml;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.numascape.domain.Interconnect;
import org.numascape.domain.MemoryAccess;
import org.numascape.format.FormatException;
import org.numascape.topology.CpuSet;
import org.numascape.topology.IndexSet;
import org.numascape.topology.NodeSet;

/// Reads the values of elements and attributes the way libvirt does, and blames the line where it
/// cannot.
record Fields(XmlText xml) {

  /// What a required attribute says.
  String required(XmlElement element, String name) throws FormatException {
    var value = element.value(name);
    if (value.isEmpty()) {
      throw xml.wrong(element, "<" + element.name() + "> has no attribute " + name + ".");
    }
    return value.get();
  }

  /// A whole number from 0.
  int number(XmlElement element, String what, String digits) throws FormatException {
    try {
      int value = Integer.parseInt(digits.strip());
      if (value >= 0) {
        return value;
      }
    } catch (NumberFormatException _) {
      throw noNumber(element, what, digits);
    }
    throw noNumber(element, what, digits);
  }

  /// A whole number from 0 in an attribute that has to be there.
  int number(XmlElement element, String name) throws FormatException {
    return number(element, name, required(element, name));
  }

  /// A whole number from 0 in an attribute that may be missing.
  OptionalInt optionalNumber(XmlElement element, String name) throws FormatException {
    var value = element.value(name);
    return value.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(number(element, name, value.get()));
  }

  /// CPUs in an attribute that may be missing, but never empty.
  Optional<CpuSet> cpus(XmlElement element, String name) throws FormatException {
    return list(element, name, CpuSet::parse);
  }

  /// CPUs in an attribute that has to be there.
  CpuSet requiredCpus(XmlElement element, String name) throws FormatException {
    required(element, name);
    return cpus(element, name).orElse(CpuSet.EMPTY);
  }

  /// Host nodes in an attribute that may be missing, but never empty.
  Optional<NodeSet> nodes(XmlElement element, String name) throws FormatException {
    return list(element, name, NodeSet::parse);
  }

  private <S extends IndexSet<S>> Optional<S> list(
      XmlElement element, String name, Function<String, S> parser) throws FormatException {
    var text = element.value(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      S set = parser.apply(text.get());
      if (!set.isEmpty()) {
        return Optional.of(set);
      }
    } catch (IllegalArgumentException wrong) {
      throw xml.wrong(element, name + " of <" + element.name() + ">: " + wrong.getMessage() + ".");
    }
    throw xml.wrong(
        element,
        name + " of <" + element.name() + "> is \"" + text.get() + "\", which names nothing.");
  }

  /// An amount of memory, rounded up to KiB as libvirt does; `unit` says what `digits` count, KiB
  /// by default.
  long kib(XmlElement element, String digits) throws FormatException {
    try {
      return MemoryUnit.kib(digits.strip(), element.value("unit").orElse("KiB"));
    } catch (IllegalArgumentException wrong) {
      throw xml.wrong(element, "<" + element.name() + ">: " + wrong.getMessage() + ".");
    }
  }

  /// Whether an attribute has that value.
  boolean says(XmlElement element, String name, String value) {
    return element.value(name).filter(value::equals).isPresent();
  }

  /// `yes` or `no` in an attribute; empty for anything else.
  Optional<Boolean> yesNo(XmlElement element, String name) {
    return element
        .value(name)
        .filter(word -> word.equals("yes") || word.equals("no"))
        .map("yes"::equals);
  }

  /// A whole number from 0 in an attribute; empty where it is none.
  OptionalInt count(XmlElement element, String name) {
    return element.value(name).map(Fields::count).orElse(OptionalInt.empty());
  }

  /// A whole number from 0; empty where it is none.
  static OptionalInt count(String digits) {
    try {
      int value = Integer.parseInt(digits.strip());
      return value < 0 ? OptionalInt.empty() : OptionalInt.of(value);
    } catch (NumberFormatException _) {
      return OptionalInt.empty();
    }
  }

  /// `yes` or `no`
  static String yesOrNo(boolean truth) {
    return truth ? "yes" : "no";
  }

  /// The number as an object, for where numbers and words are treated alike.
  static Optional<Integer> boxed(OptionalInt number) {
    return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
  }

  /// A whole number of either sign; empty where it is none.
  OptionalLong signed(String digits) {
    try {
      return OptionalLong.of(Long.parseLong(digits.strip()));
    } catch (NumberFormatException _) {
      return OptionalLong.empty();
    }
  }

  /// The amount of memory an element holds, in KiB; empty where it is none.
  OptionalLong amount(XmlElement element) {
    return amount(element, element.text());
  }

  /// The nanoseconds or KiB a second of a link; empty where it is none.
  OptionalLong amount(XmlElement link, Interconnect.Kind kind) {
    String digits = link.value("value").orElse("");
    return kind == Interconnect.Kind.LATENCY ? signed(digits) : amount(link, digits);
  }

  private static OptionalLong amount(XmlElement element, String digits) {
    try {
      return OptionalLong.of(MemoryUnit.kib(digits.strip(), element.value("unit").orElse("KiB")));
    } catch (IllegalArgumentException _) {
      return OptionalLong.empty();
    }
  }

  /// `shared` or `private` in an attribute; empty for anything else.
  Optional<MemoryAccess> access(XmlElement element, String name) {
    return word(element, name, MemoryAccess.values(), MemoryAccess::word);
  }

  /// The choice an attribute names; empty where it names none.
  static <E> Optional<E> word(
      XmlElement element, String name, E[] choices, Function<E, String> spelling) {
    var value = element.value(name);
    for (var choice : choices) {
      if (value.filter(spelling.apply(choice)::equals).isPresent()) {
        return Optional.of(choice);
      }
    }
    return Optional.empty();
  }

  private FormatException noNumber(XmlElement element, String what, String digits) {
    return xml.wrong(
        element,
        what + " of <" + element.name() + "> is \"" + digits + "\", not a whole number from 0.");
  }
}

package org.numascape.lint;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// An option of a QEMU command line.
///
/// @param name without dashes
/// @param properties of its argument, in order; empty for an option without one
/// @param span from the dash to the argument's end
record QemuOption(String name, List<Property> properties, Span span) {

  QemuOption {
    properties = List.copyOf(properties);
  }

  /// What the first element says without a key: the driver, the kind, the amount.
  String lead() {
    return properties.isEmpty() || !properties.getFirst().key().isEmpty()
        ? ""
        : properties.getFirst().value();
  }

  Stream<Property> all(String key) {
    return properties.stream().filter(property -> property.key().equals(key));
  }

  /// The last property of that name, which is the one that counts.
  Optional<Property> property(String key) {
    return all(key).reduce((first, last) -> last);
  }

  Optional<String> value(String key) {
    return property(key).map(Property::value);
  }

  /// The value of that name, or the leading one where that has no name.
  Optional<String> leadOr(String key) {
    return lead().isEmpty() ? value(key) : Optional.of(lead());
  }

  /// Whether a switch is on.
  boolean on(String key) {
    return value(key).filter(text -> text.equals("on") || text.equals("yes")).isPresent();
  }

  /// Whether its argument can be changed where it stands.
  boolean splicable() {
    return properties.stream().allMatch(Property::splicable);
  }
}

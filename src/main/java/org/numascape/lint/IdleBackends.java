package org.numascape.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which memory backends of a line nothing names.
final class IdleBackends {

  private IdleBackends() {}

  static List<QemuBackend> of(QemuLine line) {
    Set<String> named = new HashSet<>();
    for (var option : line.options()) {
      option.all("memdev").map(Property::value).forEach(named::add);
      option.all("memory-backend").map(Property::value).forEach(named::add);
      option.all("shm-memdev").map(Property::value).forEach(named::add);
      option.all("lsa").map(Property::value).forEach(named::add);
      option.all("volatile-memdev").map(Property::value).forEach(named::add);
      option.all("persistent-memdev").map(Property::value).forEach(named::add);
    }
    return line.backends().stream()
        .filter(backend -> !backend.id().isEmpty() && !named.contains(backend.id()))
        .toList();
  }
}

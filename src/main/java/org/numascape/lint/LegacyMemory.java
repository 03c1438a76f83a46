package org.numascape.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// I-06: `-mem-path` or `-mem-prealloc` beside memory backends, which say for themselves where
/// their memory is from and when it is allocated.
final class LegacyMemory implements QemuRule {

  @Override
  public Stream<Finding> examine(QemuLine line) {
    var backends = line.backends();
    if (backends.isEmpty()) {
      return Stream.of();
    }
    return line.all("mem-path", "mem-prealloc").map(option -> finding(line, option, backends));
  }

  private static Finding finding(QemuLine line, QemuOption option, List<QemuBackend> backends) {
    var splices = new ArrayList<>(new LineEdit(line.text()).remove(option.span()));
    // -mem-prealloc reaches every backend that does not say otherwise (QEMU commit ca6155c0f2)
    var late =
        backends.stream().filter(backend -> backend.option().value("prealloc").isEmpty()).toList();
    boolean prealloc = option.name().equals("mem-prealloc");
    if (prealloc) {
      late.forEach(
          backend -> splices.add(Splice.insert(backend.option().span().end(), ",prealloc=on")));
    }
    boolean possible = !prealloc || late.stream().allMatch(one -> one.option().splicable());
    String message =
        "-%s is the old way to say it for all memory at once; the guest has %d memory backend%s, which say%s it for %s. Leave it out%s."
            .formatted(
                option.name(),
                backends.size(),
                backends.size() == 1 ? "" : "s",
                backends.size() == 1 ? "s" : "",
                backends.size() == 1 ? "itself" : "themselves",
                prealloc && !late.isEmpty() ? " and write prealloc=on at the backends" : "");
    return Finding.info("I-06", option.span(), message, possible ? splices : List.of());
  }
}

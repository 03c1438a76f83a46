package org.numascape.lint;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// I-03: a memory backend that nothing names, so that its policy and host nodes have no effect.
final class IdleBackend implements QemuRule {

  @Override
  public Stream<Finding> examine(QemuLine line) {
    var idle = IdleBackends.of(line);
    return idle.stream().map(backend -> finding(line, backend, idle));
  }

  private static Finding finding(QemuLine line, QemuBackend backend, List<QemuBackend> idle) {
    String message =
        "nothing names the memory backend %s, so QEMU allocates it beside the guest's memory, and its %s no effect. Name it by memdev= in the -numa node, or the device, that shall have it.%s"
            .formatted(backend.id(), settings(backend), misleading(backend));
    return Finding.warning(
        "I-03", backend.option().span(), message, correction(line, backend, idle));
  }

  private static String settings(QemuBackend backend) {
    String said =
        Stream.of("policy", "host-nodes", "prealloc", "mem-path")
            .flatMap(key -> backend.option().all(key))
            .map(property -> property.key() + "=" + property.value())
            .collect(Collectors.joining(", "));
    return said.isEmpty() ? "size has" : said + " have";
  }

  /// Ids are free, but one that names a number and means another misleads.
  private static String misleading(QemuBackend backend) {
    String digits = backend.id().replaceAll(".*\\D", "");
    boolean other =
        !digits.isEmpty()
            && backend.hostNodes().size() == 1
            && !backend.hostNodes().getFirst().equals(digits);
    return other
        ? " Its id ends in %s while it is bound to host node %s: legal, but it misleads."
            .formatted(digits, backend.hostNodes().getFirst())
        : "";
  }

  private static List<Splice> correction(
      QemuLine line, QemuBackend backend, List<QemuBackend> idle) {
    var homeless = line.nodes().stream().filter(node -> node.memdev().isEmpty()).toList();
    boolean legacy = homeless.stream().anyMatch(node -> node.mem().isPresent());
    if (legacy) {
      return new MemoryOfNode()
          .examine(line)
          .map(Finding::correction)
          .filter(splices ->
              splices.stream()
                  .anyMatch(splice -> splice.replacement().equals("memdev=" + backend.id())))
          .findFirst()
          .orElse(List.of());
    }
    if (homeless.size() == idle.size() && !homeless.isEmpty()) {
      var node = homeless.get(idle.indexOf(backend)).option();
      return node.splicable()
          ? List.of(Splice.insert(node.span().end(), ",memdev=" + backend.id()))
          : List.of();
    }
    boolean whole = backend.size().isPresent() && backend.size().equals(line.memory());
    if (line.nodes().isEmpty() && idle.size() == 1 && whole) {
      var machine = line.option("machine", "M").filter(QemuOption::splicable);
      return machine
          .map(option -> Splice.insert(option.span().end(), ",memory-backend=" + backend.id()))
          .stream()
          .toList();
    }
    return List.of();
  }
}

package org.numascape.lint;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// I-10: nodes, and nothing that keeps the vCPUs near them: QEMU's command line cannot pin.
final class NothingPinned implements QemuRule {

  @Override
  public Stream<Finding> examine(QemuLine line) {
    var nodes = line.nodes();
    var hostNodes =
        line.backends().stream()
            .flatMap(backend -> backend.hostNodes().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    boolean numa = !nodes.isEmpty() || !hostNodes.isEmpty();
    if (!numa || wrapped(line.before())) {
      return Stream.of();
    }
    boolean one = hostNodes.size() == 1 && QemuLine.count(hostNodes.first()).isPresent();
    String wrapper = "numactl --cpunodebind=" + (one ? hostNodes.first() : "0");
    String message =
        "the vCPUs of %d guest node%s may run anywhere on the host: QEMU's command line cannot pin. %s."
            .formatted(
                nodes.size(),
                nodes.size() == 1 ? "" : "s",
                one
                    ? "All bound memory is on host node %s, so start it with %s"
                        .formatted(hostNodes.first(), wrapper)
                    : "Add -name guest,debug-threads=on and -qmp unix:/run/guest.qmp,server=on,wait=off, start it, ask query-cpus-fast for the thread of each vCPU and pin each with taskset -cp HOSTCPUS THREAD; or let libvirt do it (vcpupin)");
    List<Splice> correction =
        one ? List.of(Splice.insert(line.program().start(), wrapper + " ")) : List.of();
    return Stream.of(Finding.info("I-10", line.program(), message, correction));
  }

  private static boolean wrapped(List<String> before) {
    return before.stream()
        .anyMatch(word ->
            word.endsWith("taskset")
                || word.endsWith("cgexec")
                || word.equals("-N")
                || word.equals("-C")
                || word.startsWith("--cpunodebind")
                || word.startsWith("--physcpubind")
                || word.startsWith("AllowedCPUs=")
                || word.startsWith("CPUAffinity="));
  }
}

package org.numascape.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// I-01: `-numa node,mem=`, which machine types since 5.1 refuse ("Parameter -numa node,mem is not
/// supported by this machine type").
final class MemoryOfNode implements QemuRule {

  private static final Pattern VERSION = Pattern.compile(".*-(\\d{1,3})\\.(\\d{1,3})");

  @Override
  public Stream<Finding> examine(QemuLine line) {
    if (takesMem(line.machine())) {
      return Stream.of();
    }
    var idle = new ArrayList<>(IdleBackends.of(line));
    var found = new ArrayList<Finding>();
    for (var node : line.nodes()) {
      int before = found.size();
      node.mem().ifPresent(mem -> found.add(finding(line, node, mem, idle, before)));
    }
    return found.stream();
  }

  private static boolean takesMem(String machine) {
    var version = VERSION.matcher(machine);
    if (!version.matches()) {
      return false;
    }
    int major = Integer.parseInt(version.group(1));
    return major < 5 || (major == 5 && Integer.parseInt(version.group(2)) == 0);
  }

  private static Finding finding(
      QemuLine line, QemuNode node, Property mem, List<QemuBackend> idle, int before) {
    var match =
        idle.stream()
            .filter(backend -> backend.size().isPresent() && backend.size().equals(node.size()))
            .findFirst();
    match.ifPresent(idle::remove);
    var correction = new ArrayList<Splice>();
    String instead;
    if (match.isPresent()) {
      instead = "memdev=" + match.get().id();
    } else {
      String id = line.freeId("mem", before);
      instead = "memdev=" + id;
      if (node.size().isPresent()) {
        String size = QemuSize.text(node.size().getAsLong());
        String object = "-object memory-backend-ram,id=" + id + ",size=" + size;
        correction.add(new LineEdit(line.text()).before(node.option().span(), object));
      }
    }
    boolean possible = match.isPresent() || node.size().isPresent();
    if (possible && mem.splicable()) {
      correction.add(Splice.replace(mem.span(), instead));
    } else {
      correction.clear();
    }
    String message =
        "guest node %d gets its memory by mem=%s, which machine types since 5.1 refuse%s. Create a memory backend of that size and name it here: %s%s."
            .formatted(
                node.number(),
                mem.value(),
                line.machine().isEmpty() ? "" : " (the machine is " + line.machine() + ")",
                instead,
                match.isPresent() ? ", which is there already and nothing uses" : "");
    return Finding.error("I-01", mem.span(), message, correction);
  }
}

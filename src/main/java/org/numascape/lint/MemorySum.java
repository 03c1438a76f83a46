package org.numascape.lint;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// I-04: the nodes' memory does not add up to `-m` ("total memory for NUMA nodes should equal RAM
/// size").
final class MemorySum implements QemuRule {

  @Override
  public Stream<Finding> examine(QemuLine line) {
    var nodes = line.nodes();
    var memory = line.memory();
    long sum = 0;
    boolean any = false;
    for (var node : nodes) {
      if (node.mem().isPresent() || node.memdev().isPresent()) {
        var size = size(line, node);
        if (size.isEmpty()) {
          return Stream.of();
        }
        any = true;
        sum += size.getAsLong();
      }
    }
    boolean wrong = any && sum > 0 && memory.isPresent() && memory.getAsLong() != sum;
    return wrong ? Stream.of(finding(line, nodes, sum, memory.getAsLong())) : Stream.of();
  }

  private static OptionalLong size(QemuLine line, QemuNode node) {
    return node.memdev().isPresent()
        ? line.backend(node.memdev().get()).map(QemuBackend::size).orElse(OptionalLong.empty())
        : node.size();
  }

  private static Finding finding(QemuLine line, List<QemuNode> nodes, long sum, long memory) {
    var option = line.option("m");
    String text = QemuSize.text(sum);
    String message =
        "the guest has %s of memory%s, its %d node%s have %s together; QEMU refuses, both must be equal. Write -m %s, or change the nodes."
            .formatted(
                QemuSize.text(memory),
                option.isPresent() ? "" : ", QEMU's default",
                nodes.size(),
                nodes.size() == 1 ? "" : "s",
                text,
                text);
    if (option.isEmpty()) {
      var first = nodes.getFirst().option().span();
      var added = new LineEdit(line.text()).before(first, "-m " + text);
      return Finding.error("I-04", first, message, List.of(added));
    }
    var size =
        option.get().properties().stream()
            .filter(property -> property.key().isEmpty() || property.key().equals("size"))
            .findFirst()
            .filter(Property::splicable);
    List<Splice> correction =
        size.map(lead -> Splice.replace(lead.valueSpan(), text)).stream().toList();
    return Finding.error("I-04", option.get().span(), message, correction);
  }
}

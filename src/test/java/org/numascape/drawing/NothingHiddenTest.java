package org.numascape.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.numascape.Designs;
import org.numascape.SharedData;
import org.numascape.analysis.Analysis;
import org.numascape.document.HostOpener;
import org.numascape.format.FormatException;
import org.numascape.format.hwloc.HwlocReader;
import org.numascape.sample.SampleHosts;
import org.numascape.topology.HostTopology;
import org.numascape.topology.TopologyObject;

/// Every object of a host has a box, or stands behind one that says how many it stands for.
final class NothingHiddenTest {

  private static final List<Colouring> COLOURINGS =
      List.of(Colouring.GUESTS, new Colouring.ByCacheDomain());

  @TestFactory
  Stream<DynamicTest> everyObjectOfASampleIsDrawnOrCounted() {
    return SampleHosts.names().stream()
        .map(name ->
            DynamicTest.dynamicTest(name, () -> complete(HostOpener.sample(name).design().host())));
  }

  @TestFactory
  Stream<DynamicTest> everyObjectOfARecordedHostIsDrawnOrCounted() throws IOException {
    try (var files = Files.list(SharedData.folder("hwloc-xml"))) {
      return files.filter(file -> file.toString().endsWith(".xml")).sorted().toList().stream()
          .map(file ->
              DynamicTest.dynamicTest(
                  file.getFileName().toString(),
                  () -> complete(HwlocReader.read(file.toString(), Files.readString(file)))));
    }
  }

  private static void complete(HostTopology host) throws FormatException {
    var options = DrawingOptions.STANDARD.withInstructionCaches(true);
    assertThat(drawn(Drawings.draw(host, options))).isEqualTo(all(host));
    for (var colouring : COLOURINGS) {
      folded(host, options.folded(Folding.ALL).coloured(colouring));
    }
    assertThat(Drawings.texts(Drawings.draw(host, options), label -> true))
        .as("no word is an ellipsis alone")
        .doesNotContain("…");
  }

  private static Set<String> all(HostTopology host) {
    return new HashSet<>(host.objects().map(NothingHiddenTest::name).toList());
  }

  private static String name(TopologyObject object) {
    return object.id().kind().hwlocName() + "_" + object.id().logical();
  }

  private static Set<String> drawn(Drawing drawing) {
    var ids = new HashSet<String>();
    for (var box : Drawings.shapes(drawing, Shape.Box.class)) {
      if (!box.id().isEmpty() && !box.kind().equals(FoldPainter.KIND)) {
        assertThat(ids.add(box.id())).as(box.id() + " is drawn once").isTrue();
      }
    }
    return ids;
  }

  /// What is drawn and what stands behind folds make the whole, and every fold says its number.
  private static void folded(HostTopology host, DrawingOptions options) {
    var analysis = Analysis.of(Designs.of(host));
    var told = Told.of(analysis, OverlayOf.of(analysis), TintsOf.of(analysis, options.colouring()));
    var trees = new DeviceTree(told, options.folding(), new Sketch((text, size, b, m) -> 0));
    var block =
        new Folds(told, options.folding())
            .fold(Blocks.of(host, trees, options.instructionCaches()));
    var hidden = new HashSet<String>();
    var counts = new HashSet<String>();
    collect(block, hidden, counts);

    var drawing = Drawings.draw(host, options);

    var seen = drawn(drawing);
    assertThat(seen).noneMatch(hidden::contains);
    seen.addAll(hidden);
    assertThat(seen).isEqualTo(all(host));
    var words = String.join("\n", Drawings.texts(drawing, label -> label.detail().shows(1)));
    assertThat(counts).allMatch(words::contains);
  }

  private static void collect(Block block, Set<String> hidden, Set<String> counts) {
    stacks(block.devices().roots(), hidden, counts);
    if (block instanceof Block.Fold fold) {
      fold.folded().forEach(each -> objects(each, hidden));
      counts.add("× " + fold.folded().size());
    }
    block.parts().forEach(part -> collect(part, hidden, counts));
  }

  private static void stacks(List<Hanging> devices, Set<String> hidden, Set<String> counts) {
    for (var device : devices) {
      switch (device) {
        case Hanging.Bus bus -> stacks(bus.behind(), hidden, counts);
        case Hanging.Chip chip ->
            chip.stack()
                .ifPresent(stack -> {
                  stack.behind().forEach(object -> hidden.add(name(object)));
                  counts.add((stack.more() + 1) + " ×");
                });
      }
    }
  }

  /// All objects that a box stands for or holds. Boxes that fold have no devices.
  private static void objects(Block block, Set<String> all) {
    switch (block) {
      case Block.Frame frame -> all.add(name(frame.frame()));
      case Block.Node node -> {
        memory(node.own(), all);
        node.groups().forEach(group -> all.add(name(group)));
      }
      case Block.Shared shared -> shared.caches().forEach(cache -> all.add(name(cache)));
      case Block.Cores cores -> {
        cores.core().ifPresent(core -> all.add(name(core)));
        cores.caches().forEach(cache -> all.add(name(cache)));
        cores.pus().forEach(pu -> all.add(name(pu)));
      }
      case Block.Bundle bundle -> {}
      case Block.Fold fold -> fold.folded().forEach(each -> objects(each, all));
    }
    block.memory().forEach(memory -> memory(memory, all));
    block.parts().forEach(part -> objects(part, all));
  }

  private static void memory(Block.Memory memory, Set<String> all) {
    all.add(name(memory.node()));
    memory.caches().forEach(cache -> all.add(name(cache)));
  }
}

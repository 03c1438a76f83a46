package org.numascape.app.hostplan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.numascape.analysis.Analysis;
import org.numascape.app.widget.EditField;
import org.numascape.design.Lane;
import org.numascape.topology.MemorySize;
import org.numascape.topology.NumaNode;
import org.numascape.topology.PageSize;

/// What a lane keeps of each node's memory, and of its huge pages by size.
final class LaneMemory extends GridPane {

  private final Live live;
  private final Supplier<Lane> lane;
  private final Consumer<Lane> keep;

  /// @param lane the lane as it is now
  /// @param keep takes a changed one over
  LaneMemory(Live live, Supplier<Lane> lane, Consumer<Lane> keep) {
    super(10, 6);
    this.live = live;
    this.lane = lane;
    this.keep = keep;
    var sizes = sizes(live.facts());
    add(new Label("Node"), 0, 0);
    add(new Label("Memory"), 1, 0);
    for (int at = 0; at < sizes.size(); at++) {
      add(new Label("Pages of " + sizes.get(at)), 2 + at, 0);
    }
    live.facts().host().nodes().values().forEach(node -> addNode(node, sizes));
  }

  private static List<PageSize> sizes(Analysis facts) {
    var sizes = new TreeSet<PageSize>();
    facts.hugePages().all().forEach(pool -> sizes.add(pool.size()));
    sizes.add(PageSize.TWO_MIB);
    return new ArrayList<>(sizes);
  }

  private void addNode(NumaNode node, List<PageSize> sizes) {
    int row = getRowCount();
    add(new Label(Integer.toString(node.osIndex())), 0, row);
    add(followed(memory(node)), 1, row);
    for (int at = 0; at < sizes.size(); at++) {
      add(followed(pages(node, sizes.get(at))), 2 + at, row);
    }
  }

  private VBox followed(EditField field) {
    live.follow(field::refresh);
    field.input().setPrefColumnCount(8);
    field.mistake().setMaxWidth(150);
    return new VBox(2, field.input(), field.mistake());
  }

  private EditField memory(NumaNode of) {
    int node = of.osIndex();
    return new EditField(
        "lane-memory-" + node,
        "none",
        "Normal memory it keeps of node " + node + ", such as 4 GiB",
        () -> {
          long kib = lane.get().memoryKib().getOrDefault(node, 0L);
          return kib == 0 ? "" : MemorySize.ofKib(kib).exact();
        },
        typed -> {
          long kib = typed.isEmpty() || typed.equals("0") ? 0 : MemorySize.parse(typed).kib();
          if (kib > of.memoryKib()) {
            return Optional.of("node " + node + " has " + MemorySize.ofKib(of.memoryKib()));
          }
          keep.accept(lane.get().withMemoryKib(node, kib));
          return Optional.empty();
        });
  }

  private EditField pages(NumaNode of, PageSize size) {
    int node = of.osIndex();
    return new EditField(
        "lane-pages-" + node + "-" + size.kib(),
        "none",
        "Pages of " + size + " it takes from the pool of node " + node,
        () -> {
          long count = lane.get().pages(node, size);
          return count == 0 ? "" : PageCount.shown(count);
        },
        typed -> {
          long count = PageCount.typed(typed, 0, of, size);
          keep.accept(lane.get().withPages(new Lane.Pages(node, size, count)));
          return Optional.empty();
        });
  }
}

package org.numascape.app.hostplan;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;
import org.numascape.analysis.PagePool;
import org.numascape.app.store.DesignStore;
import org.numascape.app.widget.EditField;
import org.numascape.design.Edit;
import org.numascape.design.PoolAllocation;
import org.numascape.design.PoolPlan;
import org.numascape.readiness.Checklist;
import org.numascape.readiness.Topic;
import org.numascape.readiness.Way;
import org.numascape.topology.HugePagePool;
import org.numascape.topology.MemorySize;
import org.numascape.topology.PageSize;

/// The huge-page pools, node by node and size by size: what there is, what is planned, what guests
/// and lanes need, and when what is missing can be had.
final class PoolsPage extends VBox {

  private final DesignStore store;
  private final Live live;
  private final GridPane grid = new GridPane(14, 4);
  private List<Row> rows = List.of();

  /// Which pool a row is about.
  private record Row(int node, PageSize size) {}

  PoolsPage(DesignStore store) {
    super(10);
    this.store = store;
    live = new Live(store, this);
    getStyleClass().add("plan-form");
    var scroll = new ScrollPane(grid);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("edge-to-edge");
    scroll.setFocusTraversable(false);
    scroll.setPrefHeight(250);
    scroll.setMinHeight(90);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    var ways = new WaysPane("pool-ways", live, this::ways);
    getChildren().addAll(head(), scroll, ways);
    live.follow(this::fill);
  }

  private Node head() {
    var words = new Label();
    words.setId("pool-summary");
    words.setWrapText(true);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    var grow = new Button("Grow to what is needed", new FontIcon(Material2MZ.TRENDING_UP));
    grow.setId("grow-pools");
    grow.setMinWidth(Region.USE_PREF_SIZE);
    grow.setTooltip(
        new Tooltip("Plan every pool that is too small as large as guests and lanes need"));
    grow.setOnAction(event -> grow());
    live.follow(() -> {
      var missing = live.facts().hugePages().missing();
      grow.setDisable(missing.isEmpty());
      words.setText(
          missing.isEmpty()
              ? "Every pool has the pages that guests and lanes need of it."
              : (missing.size() == 1 ? "One pool is" : missing.size() + " pools are")
                  + " too small for guests and lanes.");
    });
    var row = new HBox(12, words, grow);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private void grow() {
    var edits = live.facts().hugePages().missing().stream().<Edit>map(Edit.PlanPool::new).toList();
    if (!edits.isEmpty()) {
      store.apply(
          edits.size() == 1
              ? edits.getFirst()
              : new Edit.Together("Grow " + edits.size() + " pools to what is needed", edits));
    }
  }

  private List<Way> ways() {
    return Checklist.of(live.facts()).steps().stream()
        .filter(step -> step.topic() == Topic.HUGE_PAGES)
        .flatMap(step -> step.ways().stream())
        .toList();
  }

  private List<Row> wanted() {
    var sizes =
        live.facts().hugePages().all().stream().map(PagePool::size).distinct().sorted().toList();
    var all = sizes.isEmpty() ? List.of(PageSize.TWO_MIB) : sizes;
    return live.facts().host().nodes().values().stream()
        .filter(node -> node.memoryKib() > 0)
        .flatMap(node -> all.stream().map(size -> new Row(node.osIndex(), size)))
        .toList();
  }

  private void fill() {
    var now = wanted();
    if (!now.equals(rows)) {
      rows = now;
      grid.getChildren().clear();
      var titles = List.of("Node", "Pages of", "On the host", "Planned", "Needed", "", "To be had");
      for (int at = 0; at < titles.size(); at++) {
        var title = new Label(titles.get(at));
        title.getStyleClass().add("plan-column");
        grid.add(title, at, 0);
      }
      for (int at = 0; at < rows.size(); at++) {
        add(rows.get(at), at + 1);
      }
    }
  }

  private void add(Row row, int at) {
    grid.add(new Label(Integer.toString(row.node())), 0, at);
    grid.add(new Label(row.size().toString()), 1, at);
    var has = new Label();
    var needed = new Label();
    needed.setTooltip(new Tooltip());
    var missing = new Label();
    var moment = new Label();
    moment.setTooltip(new Tooltip());
    moment.setId("moment-" + row.node() + "-" + row.size().kib());
    var field = field(row);
    grid.add(has, 2, at);
    grid.add(new VBox(2, field.input(), field.mistake()), 3, at);
    grid.add(needed, 4, at);
    grid.add(missing, 5, at);
    grid.add(moment, 6, at);
    live.follow(() -> {
      field.refresh();
      var pool = pool(row);
      has.setText(PageCount.shown(has(row)));
      needed.setText(PageCount.shown(pool.map(PagePool::needed).orElse(0L)));
      needed.getTooltip().setText(pool.map(PoolsPage::needs).orElse("Nobody wants any"));
      missing.setText(pool.map(PoolsPage::missing).orElse(""));
      missing
          .getStyleClass()
          .setAll("label", pool.filter(p -> p.shortfall() > 0).isPresent() ? "danger" : "muted");
      var allocation = allocation(row);
      moment.setText(brief(allocation));
      moment.getTooltip().setText(whole(allocation));
    });
  }

  private Optional<PagePool> pool(Row row) {
    return live.facts().hugePages().pool(row.node(), row.size());
  }

  private long has(Row row) {
    return live.facts().host().node(row.node()).flatMap(node -> node.pool(row.size())).stream()
        .mapToLong(HugePagePool::total)
        .sum();
  }

  private PoolAllocation allocation(Row row) {
    var design = live.facts().design();
    long pages = design.poolPages(row.node(), row.size()).orElse(0);
    return PoolAllocation.of(design, new PoolPlan(row.node(), row.size(), pages));
  }

  private static String needs(PagePool pool) {
    return "Guests want "
        + PageCount.shown(pool.byGuests())
        + (pool.kept() > 0 ? ", lanes " + PageCount.shown(pool.kept()) : "")
        + " ("
        + MemorySize.ofKib(pool.needed() * pool.size().kib())
        + ")";
  }

  private static String missing(PagePool pool) {
    if (pool.shortfall() > 0) {
      return PageCount.shown(pool.shortfall()) + " short";
    }
    return pool.spare() > 0 ? PageCount.shown(pool.spare()) + " spare" : "";
  }

  private static String brief(PoolAllocation allocation) {
    return switch (allocation.moment()) {
      case NOTHING_TO_ALLOCATE -> "";
      case AT_RUN_TIME -> "while the host runs";
      case AT_BOOT, AT_BOOT_FOR_MEMORY -> "at boot";
    };
  }

  private static String whole(PoolAllocation allocation) {
    String pages = PageCount.shown(allocation.missing()) + " pages are to be allocated";
    return switch (allocation.moment()) {
      case NOTHING_TO_ALLOCATE -> "Nothing is to be allocated";
      case AT_RUN_TIME -> pages + ": the node has the free memory, now or at any boot";
      case AT_BOOT ->
          pages + ": a host that has run for a while seldom has such large pieces of memory free";
      case AT_BOOT_FOR_MEMORY -> pages + ": the node has not so much free memory now";
    };
  }

  private EditField field(Row row) {
    return new EditField(
        "plan-pool-" + row.node() + "-" + row.size().kib(),
        "no pool",
        "How many pages of " + row.size() + " node " + row.node() + " shall have",
        () -> {
          var pages = live.facts().design().poolPages(row.node(), row.size());
          return pages.isPresent() ? PageCount.shown(pages.getAsLong()) : "";
        },
        typed -> plan(row, typed));
  }

  private Optional<String> plan(Row row, String typed) {
    live.facts()
        .host()
        .node(row.node())
        .ifPresent(node -> {
          long pages = PageCount.typed(typed, has(row), node, row.size());
          store.apply(new Edit.PlanPool(new PoolPlan(row.node(), row.size(), pages)));
        });
    return Optional.empty();
  }
}

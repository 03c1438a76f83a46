package org.numascape.app.canvas;

import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.Lane;
import org.numascape.app.store.ViewState;
import org.numascape.app.store.Weight;
import org.numascape.app.theme.Theme;
import org.numascape.drawing.Drawing;
import org.numascape.drawing.Legend;
import org.numascape.drawing.TextMetrics;

/// What colours, patterns and signs of the picture mean, in a strip below it: beside the host,
/// never over it. It is the legend that pictures in files have.
final class LegendStrip extends Region {

  /// How much of the window it takes at most; what is longer scrolls.
  private static final double MOST = 0.3;

  private static final double BUTTON = 48;
  private static final double EDGE = 1;

  private final DesignStore store;
  private final ViewState view;
  private final Runnable changed;
  private final Lane lane = new Lane();
  private final TextMetrics metrics = FxTextMetrics.of(Theme.sans(), Theme.mono());
  private final Canvas sheet = new Canvas();
  private final ScrollPane scroll = new ScrollPane(sheet);
  private final Button close = new Button("", new FontIcon(Material2AL.CLOSE));
  private List<Legend.Entry> entries = List.of();
  private Drawing drawing = new Drawing(1, 1, List.of());

  /// @param changed hears that it wants another height
  LegendStrip(DesignStore store, ViewState view, Runnable changed) {
    this.store = store;
    this.view = view;
    this.changed = changed;
    setId("legend");
    setManaged(false);
    setVisible(false);
    getStyleClass().add("legend-strip");
    setAccessibleRole(AccessibleRole.TEXT);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    close.setId("legend-close");
    close.getStyleClass().addAll("flat", "small", "button-icon");
    close.setTooltip(new Tooltip("Hide the legend  (K)"));
    close.setAccessibleText("Hide the legend");
    close.setOnAction(event -> view.legend().set(false));
    getChildren().addAll(scroll, close);
    addEventHandler(MouseEvent.ANY, MouseEvent::consume);
    addEventHandler(ScrollEvent.ANY, ScrollEvent::consume);
    addEventHandler(ContextMenuEvent.ANY, ContextMenuEvent::consume);
    for (ObservableValue<?> what :
        List.of(
            view.legend(),
            store.shown(),
            view.mode(),
            view.colouring(),
            view.folding(),
            view.instructionCaches())) {
      what.subscribe(value -> renew());
    }
    view.dark().subscribe(dark -> paint());
  }

  private void renew() {
    setVisible(view.legend().get());
    if (isVisible()) {
      var facts = store.shown().get();
      var options = view.options();
      lane.ask(Weight.large(facts.design()), () -> Legend.of(facts, options), this::show);
    } else {
      changed.run();
    }
  }

  private void show(List<Legend.Entry> now) {
    if (!now.equals(entries)) {
      entries = now;
      setAccessibleText(Legend.words(now).collect(Collectors.joining(", ", "Legend: ", "")));
    }
    changed.run();
  }

  /// How high it is in a window of that size, in pixels: nothing while it is hidden.
  double heightIn(double width, double height) {
    if (!isVisible() || entries.isEmpty()) {
      return 0;
    }
    drawing =
        Legend.below(new Drawing(Math.max(100, width - BUTTON), 8, List.of()), entries, metrics);
    return Math.min(Math.ceil(drawing.height()) + EDGE, Math.floor(MOST * height));
  }

  @Override
  protected void layoutChildren() {
    boolean all = getHeight() >= drawing.height();
    scroll.setVbarPolicy(
        all ? ScrollPane.ScrollBarPolicy.NEVER : ScrollPane.ScrollBarPolicy.ALWAYS);
    sheet.setWidth(getWidth());
    sheet.setHeight(Math.max(drawing.height(), getHeight() - EDGE));
    scroll.resizeRelocate(0, EDGE, getWidth(), getHeight() - EDGE);
    close.autosize();
    close.relocate(getWidth() - BUTTON, 5);
    paint();
  }

  private void paint() {
    new CanvasPainter(
            sheet.getGraphicsContext2D(),
            Theme.palette(view.dark().get()),
            Theme.sans(),
            Theme.mono())
        .paint(drawing, new Camera(1, 0, 0), sheet.getWidth(), sheet.getHeight(), 1);
  }
}

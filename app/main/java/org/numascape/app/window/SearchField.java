package org.numascape.app.window;

import atlantafx.base.controls.CustomTextField;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;
import org.numascape.app.canvas.TopologyCanvas;
import org.numascape.app.store.DesignStore;
import org.numascape.drawing.Search;

/// Finds a CPU, a node, a device or a guest, selects it and flies there; Enter goes on to the next
/// hit, Shift+Enter back.
final class SearchField extends CustomTextField {

  private static final int SHOWN = 12;

  /// More hits than this are not marked all at once.
  private static final int MARKED = 2_000;

  private final DesignStore store;
  private final TopologyCanvas canvas;
  private final ContextMenu menu = new ContextMenu();
  private final Label place = new Label();
  private List<Search.Hit> hits = List.of();
  private int at = -1;

  SearchField(DesignStore store, TopologyCanvas canvas) {
    this.store = store;
    this.canvas = canvas;
    setId("search");
    setAccessibleText("Find a CPU, a node, a device or a VM");
    narrow(0);
    setLeft(new FontIcon(Material2MZ.SEARCH));
    place.setId("search-place");
    place.getStyleClass().addAll("muted", "small-text");
    place.setMinWidth(USE_PREF_SIZE);
    setRight(place);
    setMinWidth(90);
    setTooltip(
        new Tooltip(
            "CPU 34, node 2, core 5, 41:00.0, a VM or a vCPU of it (Ctrl+F)\n"
                + "Enter: next, Shift+Enter: the one before, Escape: done"));
    menu.setId("search-hits");
    menu.setAutoFix(true);
    textProperty().subscribe(this::look);
    // The open list hears keys first.
    menu.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    focusedProperty()
        .subscribe(focused -> {
          if (!focused) {
            menu.hide();
          }
        });
  }

  /// Takes less room, from 0, all it likes, to 4.
  void narrow(int tightness) {
    setPrefColumnCount(tightness < 2 ? 20 : tightness < 4 ? 12 : 8);
    setPromptText(tightness < 2 ? "Find CPU, node, VM…  Ctrl+F" : "Find…  Ctrl+F");
  }

  private void look(String text) {
    hits = Search.find(store.design(), text);
    at = -1;
    mark();
    fill(text);
    if (text.isBlank() || getScene() == null) {
      menu.hide();
    } else if (!menu.isShowing()) {
      menu.show(this, Side.BOTTOM, 0, 4);
    }
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case ESCAPE -> {
        menu.hide();
        clear();
        canvas.requestFocus();
        event.consume();
      }
      case ENTER -> {
        boolean chosenInList =
            event.getSource() instanceof ContextMenu && at < 0 && !event.isShiftDown();
        if (!chosenInList || hits.isEmpty()) {
          step(event.isShiftDown() ? -1 : 1);
          event.consume();
        }
      }
      default -> {}
    }
  }

  private void step(int by) {
    if (!hits.isEmpty()) {
      go(at < 0 && by < 0 ? hits.size() - 1 : Math.floorMod(at + by, hits.size()));
    }
  }

  private void go(int index) {
    menu.hide();
    at = index;
    var hit = hits.get(index);
    store.select(List.of(hit.item()));
    mark();
    canvas.flyTo(hit.item());
    canvas.say(hit.title() + ", " + place.getText());
  }

  /// Says which hit of how many this is, and marks all in the picture.
  private void mark() {
    place.setText(at < 0 ? "" : String.format("%,d of %,d", at + 1, hits.size()));
    canvas.showFound(
        at < 0 || hits.size() > MARKED ? List.of() : hits.stream().map(Search.Hit::item).toList());
  }

  private void fill(String text) {
    var items = new ArrayList<MenuItem>();
    for (int index = 0; index < Math.min(SHOWN, hits.size()); index++) {
      int chosen = index;
      var item = item(hits.get(index).title());
      item.setOnAction(event -> go(chosen));
      items.add(item);
    }
    if (hits.size() > SHOWN) {
      var more = item(String.format("%,d more; Enter goes on", hits.size() - SHOWN));
      more.setDisable(true);
      items.add(more);
    }
    if (hits.isEmpty()) {
      var none = item("Nothing here is called “" + text.strip() + "”");
      none.setDisable(true);
      items.add(none);
    }
    menu.getItems().setAll(items);
  }

  private static MenuItem item(String words) {
    var item = new MenuItem(words);
    item.setMnemonicParsing(false);
    return item;
  }
}

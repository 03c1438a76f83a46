package org.numascape.app.window;

import atlantafx.base.controls.CustomTextField;
import java.util.ArrayList;
import java.util.List;
import javafx.event.EventHandler;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;
import org.numascape.app.canvas.TopologyCanvas;
import org.numascape.app.store.DesignStore;
import org.numascape.drawing.Search;

/// Finds a CPU, a node, a device or a guest, selects it and flies there.
final class SearchField extends CustomTextField {

  private static final int SHOWN = 12;

  SearchField(DesignStore store, TopologyCanvas canvas) {
    setId("search");
    setAccessibleText("Find a CPU, a node, a device or a VM");
    narrow(0);
    setLeft(new FontIcon(Material2MZ.SEARCH));
    setMinWidth(90);
    setTooltip(new Tooltip("CPU 34, node 2, core 5, 41:00.0, a VM or a vCPU of it (Ctrl+F)"));
    var menu = new ContextMenu();
    menu.setId("search-hits");
    menu.setAutoFix(true);
    textProperty()
        .subscribe(text -> {
          fill(menu, Search.find(store.design(), text), text, store, canvas);
          if (text.isBlank() || getScene() == null) {
            menu.hide();
          } else if (!menu.isShowing()) {
            menu.show(this, Side.BOTTOM, 0, 4);
          }
        });
    setOnAction(event ->
        Search.find(store.design(), getText()).stream()
            .findFirst()
            .ifPresent(hit -> {
              menu.hide();
              go(hit, store, canvas);
            }));
    EventHandler<KeyEvent> escape =
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            menu.hide();
            clear();
            canvas.requestFocus();
            event.consume();
          }
        };
    // The open list hears keys first.
    menu.addEventFilter(KeyEvent.KEY_PRESSED, escape);
    addEventFilter(KeyEvent.KEY_PRESSED, escape);
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

  private static void fill(
      ContextMenu menu,
      List<Search.Hit> hits,
      String text,
      DesignStore store,
      TopologyCanvas canvas) {
    var items = new ArrayList<MenuItem>();
    for (var hit : hits.subList(0, Math.min(SHOWN, hits.size()))) {
      var item = item(hit.title());
      item.setOnAction(event -> go(hit, store, canvas));
      items.add(item);
    }
    if (hits.size() > SHOWN) {
      var more = item(hits.size() - SHOWN + " more");
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

  private static void go(Search.Hit hit, DesignStore store, TopologyCanvas canvas) {
    store.select(List.of(hit.item()));
    canvas.flyTo(hit.item());
    canvas.requestFocus();
  }
}

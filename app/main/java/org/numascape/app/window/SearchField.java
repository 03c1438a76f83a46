package org.numascape.app.window;

import java.util.List;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import atlantafx.base.controls.CustomTextField;
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
    setPromptText("Find CPU, node, VM…  Ctrl+F");
    setAccessibleText("Find a CPU, a node, a device or a VM");
    setPrefColumnCount(20);
    setLeft(new FontIcon(Material2MZ.SEARCH));
    var menu = new ContextMenu();
    menu.setAutoFix(true);
    textProperty()
        .subscribe(text -> {
          var hits = Search.find(store.design(), text);
          fill(menu, hits, store, canvas);
          if (hits.isEmpty()) {
            menu.hide();
          } else if (!menu.isShowing() && getScene() != null) {
            menu.show(this, Side.BOTTOM, 0, 4);
          }
        });
    setOnAction(event ->
        Search.find(store.design(), getText()).stream()
            .findFirst()
            .ifPresent(hit -> go(hit, store, canvas)));
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            clear();
            canvas.requestFocus();
            event.consume();
          }
        });
  }

  private static void fill(
      ContextMenu menu, List<Search.Hit> hits, DesignStore store, TopologyCanvas canvas) {
    menu.getItems()
        .setAll(
            hits.stream()
                .limit(SHOWN)
                .map(hit -> {
                  var item = new MenuItem(hit.title());
                  item.setMnemonicParsing(false);
                  item.setOnAction(event -> go(hit, store, canvas));
                  return item;
                })
                .toList());
  }

  private static void go(Search.Hit hit, DesignStore store, TopologyCanvas canvas) {
    store.select(List.of(hit.item()));
    canvas.flyTo(hit.item());
    canvas.requestFocus();
  }
}

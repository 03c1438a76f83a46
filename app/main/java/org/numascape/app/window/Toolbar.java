package org.numascape.app.window;

import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableIntegerValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.numascape.app.connect.FileWorkflow;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.ViewState;
import org.numascape.drawing.Colouring;
import org.numascape.drawing.LabelMode;
import org.numascape.placement.SpreadPolicy;

/// The row under the menus: the host, undo and redo, how to look, search, review. Where the window
/// is narrow, words give way to icons, then to shorter words, until everything fits.
final class Toolbar extends HBox {

  private static final int TIGHTEST = 4;

  private final IntegerProperty tightness = new SimpleIntegerProperty();
  private boolean trying;

  Toolbar(
      DesignStore store,
      ViewState view,
      FileWorkflow files,
      Actions actions,
      SearchField search,
      ObservableIntegerValue changes) {
    getStyleClass().add("toolbar");
    setMinWidth(0);
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var host = new HostButton(store, files, actions);
    var review = review(changes, actions);
    getChildren()
        .addAll(
            host,
            button(actions.undo, "Undo"),
            button(actions.redo, "Redo"),
            presets(actions.guests.presets()),
            colours(view, actions),
            choice(
                "labels",
                Material2AL.LABEL,
                "Labels: ",
                "Which numbers the boxes carry: hwloc's logical or the kernel's physical",
                view.labels(),
                LabelMode.values(),
                ViewActions::words),
            choice(
                "policy",
                Material2AL.CALL_SPLIT,
                "Spread: ",
                "How vCPUs dropped on a core, cache, node or package spread over its CPUs",
                view.policy(),
                SpreadPolicy.values(),
                SpreadPolicy::words),
            button(actions.fit, "Fit"),
            gap,
            search,
            review);
    tightness.subscribe(tight -> {
      search.narrow(tight.intValue());
      host.narrow(tight.intValue() > 2);
    });
    widthProperty().subscribe(width -> fit());
    review.textProperty().subscribe(text -> fit());
    host.textProperty().subscribe(text -> fit());
    view.labels().subscribe(mode -> fit());
    view.colouring().subscribe(mode -> fit());
    view.policy().subscribe(mode -> fit());
  }

  /// Takes the loosest way that fits.
  private void fit() {
    // Trying a way changes words, which asks for a way.
    if (trying || getScene() == null || getWidth() <= 0) {
      return;
    }
    trying = true;
    for (int tight = 0; tight <= TIGHTEST; tight++) {
      tightness.set(tight);
      applyCss();
      if (computePrefWidth(-1) <= getWidth()) {
        break;
      }
    }
    trying = false;
    Platform.runLater(this::requestLayout);
  }

  private Button button(Action action, String text) {
    var button = new Button(text);
    button.setId(action.id());
    button.setMinWidth(USE_PREF_SIZE);
    action.icon().ifPresent(icon -> button.setGraphic(new FontIcon(icon)));
    button
        .contentDisplayProperty()
        .bind(
            Bindings.when(tightness.greaterThan(0))
                .then(ContentDisplay.GRAPHIC_ONLY)
                .otherwise(ContentDisplay.LEFT));
    button.disableProperty().bind(action.disabled());
    button.setOnAction(event -> action.effect().run());
    var tip = new Tooltip();
    tip.textProperty().bind(action.label().map(words -> action.tip()));
    button.setTooltip(tip);
    button.accessibleTextProperty().bind(action.label());
    return button;
  }

  /// Ways to place a whole guest.
  private Node presets(PresetActions actions) {
    var menu = new MenuButton("", new FontIcon(Material2AL.FLASH_ON));
    menu.setId("auto-place");
    menu.setMinWidth(USE_PREF_SIZE);
    menu.textProperty().bind(Bindings.when(tightness.lessThan(3)).then("Auto-place").otherwise(""));
    menu.setAccessibleText("Auto-place");
    menu.setTooltip(
        new Tooltip("Place the selected guest by a preset; each is shown before it is done"));
    menu.disableProperty().bind(actions.choose().disabled());
    actions.all().forEach(action -> menu.getItems().add(action.menuItem()));
    menu.getItems().forEach(item -> item.setId("toolbar-" + item.getId()));
    return menu;
  }

  /// What colours tell and how else to look.
  private Node colours(ViewState view, Actions actions) {
    var menu = new MenuButton("", new FontIcon(Material2MZ.PALETTE));
    menu.setId("colours");
    menu.setMinWidth(USE_PREF_SIZE);
    menu.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> words(view.colouring().get(), tightness.get()), view.colouring(), tightness));
    menu.accessibleTextProperty()
        .bind(view.colouring().map(colouring -> "Colour by " + ColourWords.brief(colouring)));
    menu.setTooltip(new Tooltip("What the colours of the picture tell, and other ways to look"));
    var items = menu.getItems();
    actions.views.colours().forEach(action -> items.add(action.menuItem()));
    for (var group : actions.views.others()) {
      items.add(new SeparatorMenuItem());
      group.forEach(action -> items.add(action.menuItem()));
    }
    // The menu bar listens to the keys; here they would be heard twice.
    items.forEach(item -> item.setAccelerator(null));
    return menu;
  }

  private static String words(Colouring colouring, int tight) {
    String brief = ColourWords.brief(colouring);
    return tight < 2 ? "Colour: " + brief : tight < 3 ? brief : "";
  }

  /// One of several ways; an icon stands for it where there is no room for its words.
  private <T> Node choice(
      String id,
      Ikon icon,
      String title,
      String tip,
      ObjectProperty<T> chosen,
      T[] values,
      Function<T, String> words) {
    var menu = new MenuButton();
    menu.setId(id);
    menu.setMinWidth(USE_PREF_SIZE);
    menu.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> words(title, words.apply(chosen.get()), tightness.get()), chosen, tightness));
    menu.graphicProperty()
        .bind(Bindings.when(tightness.lessThan(3)).then((Node) null).otherwise(new FontIcon(icon)));
    menu.accessibleTextProperty().bind(chosen.map(value -> title + words.apply(value)));
    var group = new ToggleGroup();
    for (T value : values) {
      var item = new RadioMenuItem(words.apply(value));
      item.setToggleGroup(group);
      item.setSelected(value.equals(chosen.get()));
      item.setOnAction(event -> chosen.set(value));
      menu.getItems().add(item);
    }
    menu.setTooltip(new Tooltip(tip));
    return menu;
  }

  private static String words(String title, String value, int tight) {
    return tight < 2 ? title + value : tight < 3 ? value : "";
  }

  private Button review(ObservableIntegerValue changes, Actions actions) {
    var button = new Button();
    button.setId("review");
    button.getStyleClass().add("accent");
    button
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> words(changes.get(), tightness.get()), changes, tightness));
    button.setOnAction(event -> actions.review.effect().run());
    button.setTooltip(new Tooltip(actions.review.tip()));
    button.setMinWidth(USE_PREF_SIZE);
    button.setMnemonicParsing(false);
    return button;
  }

  private static String words(int changes, int tight) {
    return (tight < 4 ? "Review & apply…" : "Review…") + (changes == 0 ? "" : " (" + changes + ")");
  }
}

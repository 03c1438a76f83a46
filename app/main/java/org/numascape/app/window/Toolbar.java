package org.numascape.app.window;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.javafx.FontIcon;
import org.numascape.analysis.ThreadPolicy;
import org.numascape.app.connect.FileWorkflow;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.Session;
import org.numascape.app.store.ViewState;
import org.numascape.drawing.LabelMode;

/// The row under the menus: the host, undo and redo, how to look, search, review.
final class Toolbar extends HBox {

  Toolbar(DesignStore store, ViewState view, FileWorkflow files, Actions actions, Node search) {
    getStyleClass().add("toolbar");
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren()
        .addAll(
            host(store, files, actions),
            button(actions.undo, "Undo"),
            button(actions.redo, "Redo"),
            labels(view),
            policy(view),
            button(actions.fit, "Fit"),
            gap,
            search,
            review(store, actions));
  }

  private static Node host(DesignStore store, FileWorkflow files, Actions actions) {
    var menu = new MenuButton();
    menu.setId("host");
    menu.getStyleClass().add("host-button");
    var light = new Circle(5);
    light.getStyleClass().add("host-light");
    menu.setGraphic(light);
    menu.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> store.design().source().label(), store.history(), store.session()));
    Runnable colour =
        () -> {
          light.getStyleClass().removeIf(name -> name.startsWith("link-"));
          light
              .getStyleClass()
              .add("link-" + store.session().get().link().name().toLowerCase(Locale.ROOT));
        };
    colour.run();
    store.session().subscribe(colour);
    menu.setTooltip(new Tooltip());
    menu.getTooltip().textProperty().bind(store.session().map(Toolbar::words));
    menu.getItems()
        .addAll(
            actions.connect.menuItem(),
            actions.open.menuItem(),
            actions.openSample.menuItem(),
            actions.refresh.menuItem());
    menu.setOnShowing(event -> files.fillRecent(menu.getItems(), 4));
    return menu;
  }

  private static String words(Session session) {
    return switch (session.link()) {
      case LIVE -> "Connected; the host is read again when something changes";
      case SIMULATED -> "A sample host with a simulated hypervisor: applying changes nothing real";
      case FILE -> "A description of a host: there is nothing to apply to";
      case LOST -> "The connection is lost; the picture stays as it was. F5 tries again";
    };
  }

  private static Button button(Action action, String text) {
    var button = new Button(text);
    button.setId(action.id());
    action.icon().ifPresent(icon -> button.setGraphic(new FontIcon(icon)));
    button.disableProperty().bind(action.disabled());
    button.setOnAction(event -> action.effect().run());
    var tip = new Tooltip();
    tip.textProperty().bind(action.label().map(words -> action.tip()));
    button.setTooltip(tip);
    return button;
  }

  private static Node labels(ViewState view) {
    var menu = new MenuButton();
    menu.setId("labels");
    menu.textProperty().bind(view.labels().map(mode -> "Labels: " + words(mode)));
    var group = new ToggleGroup();
    for (var mode : LabelMode.values()) {
      var item = new RadioMenuItem(words(mode));
      item.setToggleGroup(group);
      item.setSelected(mode == view.labels().get());
      item.setOnAction(event -> view.labels().set(mode));
      menu.getItems().add(item);
    }
    menu.setTooltip(
        new Tooltip("Which numbers the boxes carry: hwloc's logical or the kernel's physical"));
    return menu;
  }

  private static String words(LabelMode mode) {
    return switch (mode) {
      case LOGICAL -> "logical L#";
      case PHYSICAL -> "physical P#";
      case BOTH -> "both";
      case NONE -> "none";
    };
  }

  private static Node policy(ViewState view) {
    var menu = new MenuButton();
    menu.setId("policy");
    menu.textProperty().bind(view.policy().map(policy -> "Spread: " + words(policy)));
    var group = new ToggleGroup();
    for (var policy : ThreadPolicy.values()) {
      var item = new RadioMenuItem(words(policy));
      item.setToggleGroup(group);
      item.setSelected(policy == view.policy().get());
      item.setOnAction(event -> view.policy().set(policy));
      menu.getItems().add(item);
    }
    menu.setTooltip(
        new Tooltip("How vCPUs dropped on a core, cache, node or package spread over its CPUs"));
    return menu;
  }

  private static String words(ThreadPolicy policy) {
    return switch (policy) {
      case SIBLINGS_TOGETHER -> "whole cores";
      case ISOLATE -> "one thread a core";
      case ANY -> "any free CPU";
    };
  }

  private static Node review(DesignStore store, Actions actions) {
    var button = new Button();
    button.setId("review");
    button.getStyleClass().add("accent");
    button.setDefaultButton(false);
    button
        .textProperty()
        .bind(
            store
                .history()
                .map(history ->
                    history.present().changedGuests().count() + history.present().pools().size())
                .map(count -> count == 0 ? "Review & apply…" : "Review & apply… (" + count + ")"));
    button.setOnAction(event -> actions.review.effect().run());
    button.setTooltip(new Tooltip(actions.review.tip()));
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setMnemonicParsing(false);
    return button;
  }
}

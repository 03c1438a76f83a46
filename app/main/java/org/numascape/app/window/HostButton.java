package org.numascape.app.window;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.scene.control.MenuButton;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.Circle;
import org.numascape.app.connect.FileWorkflow;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.Session;

/// The host shown, with a light for how it is reached, and ways to another one.
final class HostButton extends MenuButton {

  HostButton(DesignStore store, FileWorkflow files, Actions actions) {
    setId("host");
    getStyleClass().add("host-button");
    setMnemonicParsing(false);
    setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    var light = new Circle(5);
    light.getStyleClass().add("host-light");
    setGraphic(light);
    textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> store.design().source().label() + note(store.session().get()),
                store.history(),
                store.session()));
    store
        .session()
        .subscribe(session -> {
          light.getStyleClass().removeIf(name -> name.startsWith("link-"));
          light.getStyleClass().add("link-" + session.link().name().toLowerCase(Locale.ROOT));
        });
    setTooltip(new Tooltip());
    getTooltip()
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> store.design().source().label() + "\n" + words(store.session().get()),
                store.history(),
                store.session()));
    accessibleTextProperty().bind(getTooltip().textProperty());
    getItems()
        .addAll(
            actions.connect.menuItem(),
            actions.open.menuItem(),
            actions.openSample.menuItem(),
            actions.refresh.menuItem());
    getItems().forEach(item -> item.setAccelerator(null));
    setOnShowing(event -> files.fillRecent(getItems(), 4));
    narrow(false);
  }

  /// Takes little room, or what a usual name needs.
  void narrow(boolean little) {
    setMinWidth(little ? 110 : 230);
    setPrefWidth(little ? 150 : USE_COMPUTED_SIZE);
    setMaxWidth(little ? 150 : 360);
  }

  private static String note(Session session) {
    return session.link() == Session.Link.LIVE && !session.note().isEmpty()
        ? " (" + session.note() + ")"
        : "";
  }

  private static String words(Session session) {
    return switch (session.link()) {
      case LIVE ->
          session.note().isEmpty()
              ? "Connected; the host is read again when something changes"
              : "Connected read only: nothing can be applied";
      case SIMULATED -> "A sample host with a simulated hypervisor: applying changes nothing real";
      case FILE -> "A description of a host: there is nothing to apply to";
      case LOST -> "The connection is lost; the picture stays as it was. F5 tries again";
    };
  }
}

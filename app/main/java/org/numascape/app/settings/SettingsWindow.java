package org.numascape.app.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.numascape.app.store.DesignStore;
import org.numascape.app.theme.GuestColours;
import org.numascape.app.theme.Theme;
import org.numascape.app.widget.EscapeCloses;
import org.numascape.app.widget.UndoKeys;
import org.numascape.design.DomainId;
import org.numascape.design.Guest;
import org.numascape.design.GuestWords;

/// The settings of one guest: its pages at the left, the chosen one beside them. It closes with its
/// guest.
final class SettingsWindow extends Stage {

  private static final double WIDTH = 980;
  private static final double HEIGHT = 760;

  private final DesignStore store;
  private final ObservableBooleanValue dark;
  private final DomainId id;
  private final ListView<SettingsPage> pages = new ListView<>();
  private final Map<SettingsPage, Node> views = new HashMap<>();
  private final BorderPane frame = new BorderPane();
  private final Label name = new Label();
  private final Label state = new Label();

  SettingsWindow(
      Window owner,
      DesignStore store,
      ObservableBooleanValue dark,
      DomainId id,
      List<SettingsPage> made) {
    this.store = store;
    this.dark = dark;
    this.id = id;
    initOwner(owner);
    frame.setId("settings-window");
    frame.getStyleClass().add("settings-window");
    frame.setLeft(list(made));
    frame.setTop(head());
    frame.setBottom(new SettingsFoot(store, this::close));
    var scene =
        new Scene(
            frame,
            Math.min(WIDTH, owner.getWidth() - 20),
            Math.min(HEIGHT, owner.getHeight() - 30));
    Theme.dress(scene);
    keys(scene);
    setScene(scene);
    EscapeCloses.on(this);
    setMinWidth(700);
    setMinHeight(420);
    setX(owner.getX() + Math.max(0, owner.getWidth() - scene.getWidth()) / 2);
    setY(owner.getY() + Math.max(0, owner.getHeight() - scene.getHeight()) / 2);
    var following =
        Subscription.combine(
            store.history().subscribe(history -> follow()), dark.subscribe(now -> follow()));
    showingProperty()
        .subscribe((before, showing) -> {
          if (!showing) {
            following.unsubscribe();
          }
        });
    pages.getSelectionModel().selectFirst();
  }

  private Node list(List<SettingsPage> made) {
    pages.setId("settings-pages");
    pages.setAccessibleText("Pages of settings");
    pages.getStyleClass().add("settings-pages");
    pages.setCellFactory(of -> new PageCell());
    pages.getItems().setAll(made);
    pages.setPrefWidth(196);
    pages.setMinWidth(150);
    pages.getSelectionModel().selectedItemProperty().subscribe(this::look);
    return pages;
  }

  private void look(SettingsPage page) {
    if (page != null) {
      frame.setCenter(views.computeIfAbsent(page, SettingsPage::view));
    }
  }

  private Node head() {
    name.setId("settings-guest");
    name.getStyleClass().add("settings-guest");
    name.setMinWidth(40);
    state.getStyleClass().add("muted");
    state.setMinWidth(Region.USE_PREF_SIZE);
    var stripe = new Region();
    stripe.getStyleClass().add("settings-stripe");
    var words = new VBox(2, name, state);
    HBox.setHgrow(words, Priority.ALWAYS);
    var head = new HBox(12, stripe, words);
    head.getStyleClass().add("settings-head");
    return head;
  }

  /// The page that is looked at.
  ObservableValue<Optional<SettingsPage>> chosen() {
    return pages.getSelectionModel().selectedItemProperty().map(Optional::of);
  }

  /// Goes to the page of that name; stays where there is none.
  void choose(String page) {
    pages.getItems().stream()
        .filter(one -> one.name().equals(page))
        .findFirst()
        .ifPresent(pages.getSelectionModel()::select);
  }

  private void follow() {
    store.design().guest(id).ifPresentOrElse(this::tell, this::close);
  }

  private void tell(Guest guest) {
    frame.setStyle(GuestColours.style(guest.colour(), dark.get()));
    setTitle(guest.name() + " – settings – Numascape");
    name.setText(guest.name());
    state.setText(
        GuestWords.state(guest.state())
            + " · "
            + GuestWords.summary(guest.wanted(), store.design().host())
            + (guest.changed() ? " · edited" : ""));
  }

  /// A list takes these keys for itself, so they are heard before it.
  private void turn(KeyEvent event) {
    if (event.isShortcutDown() && event.getCode() == KeyCode.PAGE_DOWN) {
      pages.getSelectionModel().selectNext();
      event.consume();
    } else if (event.isShortcutDown() && event.getCode() == KeyCode.PAGE_UP) {
      pages.getSelectionModel().selectPrevious();
      event.consume();
    }
  }

  private void keys(Scene scene) {
    var keys = scene.getAccelerators();
    UndoKeys.on(scene, store);
    keys.put(KeyCombination.valueOf("Shortcut+W"), this::close);
    keys.put(
        KeyCombination.valueOf("Shortcut+Page_Down"), () -> pages.getSelectionModel().selectNext());
    keys.put(
        KeyCombination.valueOf("Shortcut+Page_Up"),
        () -> pages.getSelectionModel().selectPrevious());
    pages.addEventFilter(KeyEvent.KEY_PRESSED, this::turn);
  }
}

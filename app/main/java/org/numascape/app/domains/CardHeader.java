package org.numascape.app.domains;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import org.numascape.design.Guest;
import org.numascape.design.GuestWords;
import org.numascape.design.Item;

/// A guest's name, state and health; carried, it takes the whole guest along.
final class CardHeader extends HBox implements Handle {

  private final Item.WholeGuest item;
  private final Label name = new Label();
  private final Circle light = new Circle(4);
  private final Label badge = new Label();
  private final Tooltip state = new Tooltip();

  CardHeader(Guest guest) {
    item = new Item.WholeGuest(guest.id());
    getStyleClass().add("card-header");
    setId(Chip.id(item));
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.BUTTON);
    name.getStyleClass().add("guest-name");
    name.setTooltip(new Tooltip());
    name.setMinWidth(40);
    light.getStyleClass().add("state-light");
    Tooltip.install(light, state);
    badge.getStyleClass().add("badge");
    badge.setId("health-" + guest.id().value());
    badge.setMinWidth(Region.USE_PREF_SIZE);
    badge.setTooltip(new Tooltip());
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren().addAll(name, light, gap, badge);
  }

  @Override
  public List<Item.OfGuest> items() {
    return List.of(item);
  }

  /// Does something when the badge is clicked.
  void onAsked(Consumer<Node> asked) {
    badge.setCursor(Cursor.HAND);
    badge.setOnMouseClicked(event -> {
      if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
        asked.accept(badge);
        event.consume();
      }
    });
  }

  /// Shows a guest and how it fares.
  void show(Guest guest, Health health) {
    String words = GuestWords.state(guest.state());
    String edited = guest.changed() ? ", changed by this design" : "";
    name.setText(guest.name());
    name.getTooltip().setText(guest.name() + " · " + words + edited);
    state.setText(words);
    for (var one : org.numascape.domain.DomainState.values()) {
      light.pseudoClassStateChanged(
          PseudoClass.getPseudoClass(one.name().toLowerCase(Locale.ROOT).replace('_', '-')),
          one == guest.state());
    }
    badge.setText(health.words());
    badge.getTooltip().setText(health.why());
    for (var level : Health.Level.values()) {
      badge.pseudoClassStateChanged(
          PseudoClass.getPseudoClass(level.name().toLowerCase(Locale.ROOT)),
          level == health.level());
    }
    setAccessibleText(
        guest.name() + ", " + words + edited + ", " + health.words() + ". " + health.why());
  }
}

package org.numascape.app.guestview;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.numascape.app.theme.GuestColours;
import org.numascape.drawing.Beside.Side;

/// The head of the guest's picture: whose it is, what its lines mean, and what can be done with it.
final class GuestHead extends HBox {

  /// Narrower than this, in pixels, there is no room to tell what the lines mean.
  private static final double ROOM_FOR_KEY = 470;

  private final Label name = new Label();
  private final Button turn;

  GuestHead(Runnable nearer, Runnable farther, Runnable fit, Runnable turned, Runnable close) {
    super(6);
    getStyleClass().add("guest-head");
    setAlignment(Pos.CENTER_LEFT);
    name.setId("guest-view-name");
    name.getStyleClass().add("panel-title");
    name.setMinWidth(60);
    name.setTooltip(new Tooltip());
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    turn = button("guest-view-turn", "", Material2AL.HORIZONTAL_SPLIT, turned);
    var runs = key("runs on", false);
    var memory = key("memory on", true);
    widthProperty()
        .subscribe(width -> {
          boolean room = width.doubleValue() > ROOM_FOR_KEY;
          for (var part : List.of(runs, memory)) {
            part.setVisible(room);
            part.setManaged(room);
          }
        });
    getChildren()
        .addAll(
            name,
            runs,
            memory,
            gap,
            button("guest-view-out", "Zoom out", Material2MZ.ZOOM_OUT, farther),
            button("guest-view-in", "Zoom in", Material2MZ.ZOOM_IN, nearer),
            button("guest-view-fit", "Show it whole", Material2MZ.ZOOM_OUT_MAP, fit),
            turn,
            button("guest-view-close", "Close the guest view (Ctrl+G)", Material2AL.CLOSE, close));
  }

  private static Node key(String words, boolean memory) {
    var line = new Line(0, 0, 18, 0);
    line.getStyleClass().add(memory ? "guest-line-memory" : "guest-line-cpu");
    var label = new Label(words, line);
    label.getStyleClass().addAll("small-text", "muted");
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  private static Button button(String id, String tip, Ikon icon, Runnable effect) {
    var button = new Button("", new FontIcon(icon));
    button.setId(id);
    button.getStyleClass().addAll("flat", "small", "button-icon");
    button.setMinWidth(USE_PREF_SIZE);
    tell(button, tip);
    button.setOnAction(event -> effect.run());
    return button;
  }

  private static void tell(Button button, String tip) {
    button.setTooltip(new Tooltip(tip));
    button.setAccessibleText(tip);
  }

  /// Where the picture stands.
  void placed(Side side) {
    boolean right = side == Side.RIGHT;
    turn.setGraphic(
        new FontIcon(right ? Material2AL.HORIZONTAL_SPLIT : Material2MZ.VERTICAL_SPLIT));
    tell(turn, right ? "Show it below the host" : "Show it beside the host");
  }

  /// Whose picture it is.
  void show(Optional<Sight> sight, boolean dark) {
    String words = sight.map(now -> "What " + now.name() + " sees").orElse("Guest view");
    name.setText(words);
    name.getTooltip().setText(words);
    setStyle(sight.map(now -> GuestColours.style(now.colour(), dark)).orElse(""));
  }
}

package org.numascape.app.review;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/// A step with a wheel, a check or a cross before it.
final class StepCell extends ListCell<ProgressPage.Row> {

  private final StackPane sign = new StackPane();
  private final Label who = new Label();
  private final Label what = new Label();
  private final HBox row = new HBox(10, sign, who, what);
  private Subscription watching = Subscription.EMPTY;

  StepCell() {
    row.setAlignment(Pos.CENTER_LEFT);
    sign.setMinWidth(18);
    who.getStyleClass().add("step-who");
  }

  @Override
  protected void updateItem(ProgressPage.@Nullable Row item, boolean empty) {
    super.updateItem(item, empty);
    watching.unsubscribe();
    watching = Subscription.EMPTY;
    setText("");
    if (item == null || empty) {
      setGraphic(null);
      return;
    }
    who.setText(item.step().name());
    what.setText(item.step().words());
    watching =
        item.state()
            .subscribe(state -> {
              sign.getChildren().setAll(sign(state));
              setAccessibleText(item.step() + ", " + words(state));
            });
    setGraphic(row);
  }

  private static Node sign(ProgressPage.State state) {
    return switch (state) {
      case RUNNING -> {
        var wheel = new ProgressIndicator();
        wheel.setPrefSize(15, 15);
        yield wheel;
      }
      case DONE -> icon(Material2AL.CHECK, "line-done");
      case FAILED -> icon(Material2AL.CLOSE, "line-failed");
    };
  }

  private static Node icon(Material2AL glyph, String style) {
    var icon = new FontIcon(glyph);
    icon.getStyleClass().add(style);
    return icon;
  }

  private static String words(ProgressPage.State state) {
    return switch (state) {
      case RUNNING -> "under way";
      case DONE -> "done";
      case FAILED -> "failed";
    };
  }
}

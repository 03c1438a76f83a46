package org.numascape.app.settings;

import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;
import org.numascape.app.store.DesignStore;
import org.numascape.app.widget.OnScreen;
import org.numascape.design.History;

/// What becomes of changes, and the way back.
final class SettingsFoot extends HBox {

  SettingsFoot(DesignStore store, Runnable close) {
    super(8);
    getStyleClass().add("settings-foot");
    var words = new Label("Changes go into the design at once. The host has them after a review.");
    words.getStyleClass().addAll("muted", "small-text");
    words.setMinWidth(0);
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var done = new Button("Close");
    done.setId("settings-close");
    done.setTooltip(new Tooltip("Close  (Esc)"));
    done.setOnAction(event -> close.run());
    done.setMinWidth(USE_PREF_SIZE);
    getChildren()
        .addAll(
            words,
            gap,
            button(store, "undo", "Undo", Material2MZ.UNDO, History::undoLabel, store::undo),
            button(store, "redo", "Redo", Material2MZ.REDO, History::redoLabel, store::redo),
            done);
  }

  private static Button button(
      DesignStore store,
      String id,
      String verb,
      Ikon icon,
      Function<History, Optional<String>> label,
      Runnable effect) {
    var button = new Button(verb, new FontIcon(icon));
    button.setId("settings-" + id);
    button.setMinWidth(USE_PREF_SIZE);
    button.setTooltip(new Tooltip());
    button.setOnAction(event -> effect.run());
    store
        .history()
        .when(OnScreen.of(button))
        .subscribe(history -> {
          var what = label.apply(history);
          button.setDisable(what.isEmpty());
          String words = what.map(step -> verb + " “" + step + "”").orElse(verb);
          button.getTooltip().setText(words);
          button.setAccessibleText(words);
        });
    return button;
  }
}

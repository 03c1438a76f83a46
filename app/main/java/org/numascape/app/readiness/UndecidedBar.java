package org.numascape.app.readiness;

import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.numascape.app.store.DesignStore;
import org.numascape.check.Undecided;

/// Says below the problems how many rules cannot tell, because settings of the host are not known:
/// so that no list of problems reads as an all-clear. Leads to where settings are read.
public final class UndecidedBar extends HBox {

  private final Label words = new Label();

  /// @param open shows where settings are read
  public UndecidedBar(DesignStore store, Runnable open) {
    super(8);
    setId("undecided");
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("undecided-bar");
    words.setGraphic(new FontIcon(Material2AL.HELP_OUTLINE));
    words.setMinWidth(0);
    words.setTooltip(new Tooltip());
    var link = new Hyperlink("Read the host's settings");
    link.setId("read-settings");
    link.setMinWidth(Region.USE_PREF_SIZE);
    link.setOnAction(event -> open.run());
    getChildren().addAll(words, link);
    managedProperty().bind(visibleProperty());
    store.undecided().subscribe(this::show);
  }

  private void show(List<Undecided> undecided) {
    setVisible(!undecided.isEmpty());
    var codes = undecided.stream().map(Undecided::code).distinct().toList();
    words.setText(
        (codes.size() == 1 ? "1 rule cannot" : codes.size() + " rules cannot")
            + " tell: "
            + String.join(", ", codes));
    words
        .getTooltip()
        .setText(
            undecided.stream()
                .map(one -> one.code() + " " + one.title() + "\n    " + one.why())
                .collect(Collectors.joining("\n")));
  }
}

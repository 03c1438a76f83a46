package org.numascape.app.domains;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/// Says where files go and where chips go. A click chooses files.
final class DropHint extends VBox {

  DropHint(Requests requests) {
    super(2);
    setId("drop-hint");
    getStyleClass().add("guest-drop-zone");
    setAlignment(Pos.CENTER);
    getChildren()
        .addAll(
            line("Drop a domain XML here", "guest-drop-title"),
            line("or drag vCPUs and cells onto the host →", "small-text"));
    setOnMouseClicked(event -> requests.addGuests().run());
  }

  private static Label line(String text, String style) {
    var line = new Label(text);
    line.getStyleClass().addAll("muted", style);
    line.setTextAlignment(TextAlignment.CENTER);
    return line;
  }
}

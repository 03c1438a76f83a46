package org.numascape.app.window;

import javafx.scene.control.Alert;
import javafx.scene.image.ImageView;
import javafx.stage.Stage;

/// What the program is, its version and licence.
final class AboutDialog extends Alert {

  AboutDialog(Stage owner) {
    super(AlertType.INFORMATION);
    initOwner(owner);
    setTitle("About Numascape");
    var icon = AboutDialog.class.getResource("/icons/numascape-64.png");
    if (icon != null) {
      setGraphic(new ImageView(icon.toExternalForm()));
    }
    getDialogPane().setId("about-dialog");
    getDialogPane().setPrefWidth(460);
    setHeaderText("Numascape " + Version.text());
    setContentText(
        "Draws the NUMA topology of a virtualization host and places virtual machines on it.\n\n"
            + "Apache License 2.0\nJava "
            + System.getProperty("java.version")
            + ", JavaFX "
            + System.getProperty("javafx.version"));
  }
}

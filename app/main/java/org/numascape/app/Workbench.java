package org.numascape.app;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// The program with its window.
public final class Workbench extends Application {
  /// For JavaFX, which creates the application itself.
  public Workbench() {}

  @Override
  public void start(Stage stage) {
    stage.setTitle("Numascape");
    stage.setScene(new Scene(new StackPane(), 1200, 800));
    stage.show();
  }
}

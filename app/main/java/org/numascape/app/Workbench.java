package org.numascape.app;

import java.time.Clock;
import java.util.List;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.numascape.app.connect.FileWorkflow;
import org.numascape.app.review.ReviewWorkflow;
import org.numascape.app.store.Background;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.ViewState;
import org.numascape.app.theme.Theme;
import org.numascape.app.window.MainWindow;

/// The program with its window: makes every part once and hands it to the parts that need it.
public final class Workbench extends Application {

  /// For JavaFX, which creates the application itself.
  public Workbench() {}

  @Override
  public void start(Stage stage) {
    var clock = Clock.systemUTC();
    var background = new Background();
    var view = new ViewState();
    var store = FileWorkflow.demonstration(clock);
    var files = new FileWorkflow(stage, store, background, clock);
    var reviews = new ReviewWorkflow(stage, store, background, clock);
    view.dark().set(Theme.desktopIsDark());
    view.dark().subscribe(dark -> Theme.use(dark));
    var window = new MainWindow(stage, store, view, background, files, reviews, clock);
    var scene = new Scene(window.root(), 1600, 1000);
    Theme.dress(scene);
    stage.setTitle("Numascape");
    stage.titleProperty().bind(files.windowTitle());
    stage.setScene(scene);
    stage.setMinWidth(900);
    stage.setMinHeight(600);
    stage.setOnCloseRequest(files::askBeforeClosing);
    stage.show();
    files.begin(List.copyOf(getParameters().getRaw()));
  }

  @Override
  public void stop() {
    System.exit(0);
  }
}

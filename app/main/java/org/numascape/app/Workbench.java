package org.numascape.app;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.numascape.app.connect.Curtain;
import org.numascape.app.connect.Demonstration;
import org.numascape.app.connect.FileWorkflow;
import org.numascape.app.export.ExportWorkflow;
import org.numascape.app.picture.PictureWorkflow;
import org.numascape.app.review.ReviewWorkflow;
import org.numascape.app.store.Background;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.ViewMemory;
import org.numascape.app.store.ViewState;
import org.numascape.app.theme.Theme;
import org.numascape.app.window.MainWindow;
import org.numascape.document.Folders;

/// The program with its window: makes every part once and hands it to the parts that need it.
public final class Workbench extends Application {

  /// For JavaFX, which creates the application itself.
  public Workbench() {}

  @Override
  public void start(Stage stage) {
    show(stage, Folders.ofThisSystem(), Clock.systemUTC(), List.copyOf(getParameters().getRaw()));
  }

  /// Shows the window and opens what the arguments name, or greets; returns what it shows.
  ///
  /// @param folders where settings and recovery copies are kept
  static DesignStore show(Stage stage, Folders folders, Clock clock, List<String> arguments) {
    var background = new Background();
    var view = new ViewState();
    view.dark().set(Theme.desktopIsDark());
    new ViewMemory(folders.config().resolve("view.properties")).keep(view);
    var curtain = new Curtain();
    var store = Demonstration.store(clock);
    var doors = new Doors(stage, store, background);
    var files = new FileWorkflow(stage, store, background, curtain, folders, clock, doors);
    doors.to(files);
    var pictures = new PictureWorkflow(stage, background, folders);
    var export = new ExportWorkflow(stage, store, background);
    var reviews = new ReviewWorkflow(stage, store, background, clock);
    view.dark().subscribe(dark -> Theme.use(dark));
    var window =
        new MainWindow(
            stage, store, view, background, files, pictures, export, reviews, curtain, clock);
    var room = Screen.getPrimary().getVisualBounds();
    var scene =
        new Scene(window.root(), Math.min(1600, room.getWidth()), Math.min(1000, room.getHeight()));
    Theme.dress(scene);
    stage.titleProperty().bind(files.windowTitle());
    stage.setScene(scene);
    stage.getIcons().addAll(icons());
    stage.setMinWidth(900);
    stage.setMinHeight(600);
    stage.setOnCloseRequest(files::askBeforeClosing);
    stage.show();
    window.canvas().requestFocus();
    files.begin(arguments);
    return store;
  }

  private static List<Image> icons() {
    return Stream.of(16, 32, 48, 64, 128, 256)
        .map(size -> "/icons/numascape-" + size + ".png")
        .map(name -> Objects.requireNonNull(Workbench.class.getResource(name), name))
        .map(url -> new Image(url.toExternalForm()))
        .toList();
  }
}

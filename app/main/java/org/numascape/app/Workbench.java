package org.numascape.app;

import atlantafx.base.controls.ModalPane;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.numascape.app.connect.Demonstration;
import org.numascape.app.connect.FileWorkflow;
import org.numascape.app.review.ReviewWorkflow;
import org.numascape.app.store.Background;
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
    var clock = Clock.systemUTC();
    var background = new Background();
    var view = new ViewState();
    var modal = new ModalPane();
    modal.usePredefinedTransitionFactories(null);
    var store = Demonstration.store(clock);
    var files = new FileWorkflow(stage, store, background, modal, Folders.ofThisSystem(), clock);
    var reviews = new ReviewWorkflow(stage, store, background, clock);
    view.dark().set(Theme.desktopIsDark());
    view.dark().subscribe(dark -> Theme.use(dark));
    var window = new MainWindow(stage, store, view, background, files, reviews, modal, clock);
    var scene = new Scene(window.root(), 1600, 1000);
    Theme.dress(scene);
    stage.titleProperty().bind(files.windowTitle());
    stage.setScene(scene);
    stage.getIcons().addAll(icons());
    stage.setMinWidth(900);
    stage.setMinHeight(600);
    stage.setOnCloseRequest(files::askBeforeClosing);
    stage.show();
    files.begin(List.copyOf(getParameters().getRaw()));
  }

  private static List<Image> icons() {
    return Stream.of(16, 32, 48, 64, 128, 256)
        .map(size -> "/icons/numascape-" + size + ".png")
        .map(name -> Objects.requireNonNull(Workbench.class.getResource(name), name))
        .map(url -> new Image(url.toExternalForm()))
        .toList();
  }
}

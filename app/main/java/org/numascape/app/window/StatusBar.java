package org.numascape.app.window;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.numascape.app.store.Background;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.Session;

/// The line at the bottom: the design and whether it is saved, how full the host is, zoom, age of
/// the data.
final class StatusBar extends HBox {

  private final Clock clock;
  private final Label age = new Label();

  StatusBar(DesignStore store, Background background, ObservableDoubleValue zoom, Clock clock) {
    this.clock = clock;
    getStyleClass().add("status-bar");
    setAlignment(Pos.CENTER_LEFT);
    var name = new Label();
    name.setId("design-name");
    name.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> "Design “" + store.design().name() + "” · " + state(store),
                store.history(),
                store.unsaved(),
                store.file()));
    var use = new Label();
    use.textProperty().bind(store.shown().map(facts -> HostUse.of(facts).words()));
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var scale = new Label();
    scale
        .textProperty()
        .bind(Bindings.createStringBinding(() -> Math.round(zoom.get() * 100) + " %", zoom));
    age.setId("host-age");
    for (var shrinking : List.of(name, use)) {
      shrinking.setMinWidth(70);
      shrinking.setTooltip(new Tooltip());
      shrinking.getTooltip().textProperty().bind(shrinking.textProperty());
    }
    scale.setMinWidth(USE_PREF_SIZE);
    age.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(name, use, gap, working(store), busy(background), scale, age);
    tell(store.session().get());
    store.session().subscribe(this::tell);
    var tick =
        new Timeline(
            new KeyFrame(javafx.util.Duration.seconds(5), e -> tell(store.session().get())));
    tick.setCycleCount(Animation.INDEFINITE);
    tick.play();
  }

  private static String state(DesignStore store) {
    if (store.unsaved().get()) {
      return "not saved";
    }
    return store.file().get().isPresent() ? "saved" : "as read";
  }

  /// Says that problems are not those of the picture yet, once that takes long enough to notice.
  private static Node working(DesignStore store) {
    var words = new Label("Checking…");
    words.setId("checking");
    words.setVisible(false);
    words.managedProperty().bind(words.visibleProperty());
    var patience = new PauseTransition(javafx.util.Duration.millis(300));
    patience.setOnFinished(event -> words.setVisible(!store.settled().get()));
    store
        .settled()
        .subscribe(settled -> {
          if (settled) {
            patience.stop();
            words.setVisible(false);
          } else {
            patience.play();
          }
        });
    return words;
  }

  private static Node busy(Background background) {
    var box = new HBox(6);
    box.setAlignment(Pos.CENTER_LEFT);
    background
        .busy()
        .subscribe(running -> {
          box.getChildren().clear();
          running.ifPresent(work -> {
            var wheel = new ProgressIndicator();
            wheel.setPrefSize(14, 14);
            wheel.setMinSize(14, 14);
            var stop = new Button("Cancel");
            stop.getStyleClass().addAll("small", "flat");
            stop.setOnAction(event -> work.cancel().run());
            box.getChildren().addAll(wheel, new Label(work.what()), stop);
          });
        });
    return box;
  }

  private void tell(Session session) {
    var old = Duration.between(session.readAt(), clock.instant());
    String read = "read " + words(old) + " ago";
    age.setText(
        switch (session.link()) {
          case LIVE ->
              "live host, " + (session.note().isEmpty() ? "" : session.note() + ", ") + read;
          case SIMULATED -> "simulated host";
          case FILE -> "host as it was read";
          case LOST -> "connection lost, " + read;
        });
  }

  private static String words(Duration old) {
    long seconds = Math.max(0, old.toSeconds());
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3600 ? seconds / 60 + " min" : seconds / 3600 + " h";
  }
}

package org.numascape.app.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class OnScreenTest {

  private final Group root = new Group();

  @Start
  void start(Stage stage) {
    stage.setScene(new Scene(root, 100, 100));
    stage.show();
  }

  @Test
  void whatANodeFollowsIsStillFollowedAfterACollectionBeforeItIsPlaced(FxRobot robot) {
    var source = new SimpleIntegerProperty(1);
    var node = new Group();
    List<Number> seen = new ArrayList<>();
    source.when(OnScreen.placed(node)).subscribe(value -> seen.add(value));

    collect();
    robot.interact(() -> {
      root.getChildren().add(node);
      source.set(2);
    });

    assertThat(seen).endsWith(2);
  }

  /// Until something that nobody holds is gone.
  private static void collect() {
    var witness = new WeakReference<>(new Object());
    for (int turn = 0; turn < 100 && witness.get() != null; turn++) {
      System.gc();
    }
  }
}

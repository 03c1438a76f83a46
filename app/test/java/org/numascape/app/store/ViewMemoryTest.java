package org.numascape.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.numascape.app.SampleStore;
import org.numascape.drawing.LabelMode;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
final class ViewMemoryTest {

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("view.properties");
  }

  private ViewState restarted(FxRobot robot, boolean desktopIsDark) {
    var view = new ViewState();
    view.dark().set(desktopIsDark);
    robot.interact(() -> new ViewMemory(file()).keep(view));
    return view;
  }

  @Test
  void waysToLookComeBackAtTheNextStart(FxRobot robot) throws Exception {
    var view = restarted(robot, false);

    robot.interact(() -> {
      view.labels().set(LabelMode.LOGICAL);
      view.dark().set(true);
      view.legend().set(true);
    });
    SampleStore.until(() -> written("dark=true") && written("legend=true"));

    var next = restarted(robot, false);
    assertThat(next.labels().get()).isEqualTo(LabelMode.LOGICAL);
    assertThat(next.dark().get()).isTrue();
    assertThat(next.legend().get()).isTrue();
  }

  @Test
  void aThemeThatIsTheDesktopsFollowsTheDesktop(FxRobot robot) throws Exception {
    var view = restarted(robot, true);

    robot.interact(() -> view.legend().set(true));
    SampleStore.until(() -> written("legend=true"));

    assertThat(restarted(robot, false).dark().get()).isFalse();
  }

  @Test
  void whatCannotBeReadCountsAsNotSaid(FxRobot robot) throws Exception {
    Files.writeString(file(), "labels=SOMETHING\ndark=\\u00zz\n");

    assertThat(restarted(robot, false).labels().get()).isEqualTo(new ViewState().labels().get());
  }

  private boolean written(String words) throws Exception {
    return Files.exists(file()) && Files.readString(file()).contains(words);
  }
}

package org.numascape.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.event.Event;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.numascape.app.settings.SettingsPage;
import org.numascape.design.Item;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class GuestSettingsKeysTest {

  @TempDir static Path home;

  private OpenWindow window;

  @Start
  void start(Stage stage) {
    window = OpenWindow.demonstration(stage, home);
  }

  @Test
  void keysOpenTheSettingsAndThePresetsOfTheSelectedGuest(FxRobot robot) {
    window.ready();
    robot.interact(
        () -> window.store().select(List.of(new Item.WholeGuest(window.guest("rt-app")))));
    robot.interact(window.canvas()::requestFocus);

    window.type(KeyCode.SHORTCUT, KeyCode.E);
    OpenWindow.until(() -> window.shows("#settings-window"));
    ListView<SettingsPage> pages = robot.lookup("#settings-pages").queryListView();
    assertThat(pages.getItems())
        .extracting(SettingsPage::name)
        .startsWith("CPUs", "Topology and model", "Threads", "CPU time")
        .contains("Memory", "Devices");
    robot.interact(() -> robot.lookup("#settings-close").queryButton().fire());
    OpenWindow.until(() -> !window.shows("#settings-window"));

    robot.interact(window.canvas()::requestFocus);
    window.type(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.A);
    OpenWindow.until(() -> window.shows("#preset-dialog"));
    robot.interact(() -> robot.lookup("#preset-cancel").queryButton().fire());
    OpenWindow.until(() -> !window.shows("#preset-dialog"));

    assertThat(window.store().history().get().past()).isEmpty();
  }

  @Test
  void theListOfPagesTakesNoKeyThatTurnsPagesOrClosesTheWindow(FxRobot robot) {
    window.ready();
    robot.interact(
        () -> window.store().select(List.of(new Item.WholeGuest(window.guest("rt-app")))));
    robot.interact(window.canvas()::requestFocus);
    window.type(KeyCode.SHORTCUT, KeyCode.E);
    OpenWindow.until(() -> window.shows("#settings-window"));
    ListView<SettingsPage> pages = robot.lookup("#settings-pages").queryListView();
    robot.interact(() -> {
      pages.getSelectionModel().selectFirst();
      pages.requestFocus();
    });

    robot.interact(() -> Event.fireEvent(pages, pressed(KeyCode.PAGE_DOWN, true)));

    assertThat(pages.getSelectionModel().getSelectedIndex()).isEqualTo(1);

    robot.interact(() -> Event.fireEvent(pages, pressed(KeyCode.ESCAPE, false)));

    OpenWindow.until(() -> !window.shows("#settings-window"));
  }

  private static KeyEvent pressed(KeyCode code, boolean control) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false);
  }
}

package org.numascape.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Keys of the main window: each does one thing, once.
@ExtendWith(ApplicationExtension.class)
final class MenuKeysTest {

  @TempDir private static Path home;
  private OpenWindow window;

  @Start
  void start(Stage stage) {
    window = OpenWindow.demonstration(stage, home);
  }

  @BeforeEach
  void open() {
    window.ready();
  }

  private static Stream<MenuItem> all(List<MenuItem> items) {
    return items.stream()
        .flatMap(item -> item instanceof Menu menu ? all(menu.getItems()) : Stream.of(item));
  }

  private static Stream<MenuItem> ofMenus(FxRobot robot) {
    return robot.lookup(".menu-bar").queryAs(MenuBar.class).getMenus().stream()
        .flatMap(menu -> all(menu.getItems()));
  }

  @Test
  void aKeyOfTheMenusDoesOneThing(FxRobot robot) {
    var meant = new TreeMap<String, Set<String>>();
    ofMenus(robot)
        .filter(item -> item.getAccelerator() != null)
        .forEach(item ->
            meant
                .computeIfAbsent(item.getAccelerator().getName(), key -> new TreeSet<>())
                .add(item.getId()));

    assertThat(meant).containsKeys("Shortcut+G", "Shift+Shortcut+A");
    assertThat(meant.values()).allSatisfy(actions -> assertThat(actions).hasSize(1));
  }

  @Test
  void noButtonOfTheToolbarListensToKeysOfTheMenusOnceMore(FxRobot robot) {
    var buttons = robot.lookup(".toolbar .menu-button").queryAllAs(MenuButton.class);

    assertThat(buttons).isNotEmpty();
    assertThat(buttons.stream().flatMap(button -> all(button.getItems())))
        .allSatisfy(item -> assertThat(item.getAccelerator()).isNull());
  }
}

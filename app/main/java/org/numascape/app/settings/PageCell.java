package org.numascape.app.settings;

import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// A page in the list of pages.
final class PageCell extends ListCell<SettingsPage> {

  @Override
  protected void updateItem(@Nullable SettingsPage page, boolean empty) {
    super.updateItem(page, empty);
    if (page == null || empty) {
      setText("");
      setGraphic(null);
      return;
    }
    setId("settings-page-" + page.name().toLowerCase(java.util.Locale.ROOT).replace(' ', '-'));
    setText(page.name());
    setGraphic(new FontIcon(page.icon()));
  }
}

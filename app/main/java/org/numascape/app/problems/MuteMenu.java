package org.numascape.app.problems;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;
import org.numascape.check.Problem;

/// Silences the rule of a problem, for its guest or for the whole host.
final class MuteMenu extends MenuButton {

  MuteMenu(Problem problem, ProblemCell.Wishes wishes) {
    super("Mute", new FontIcon(Material2MZ.VOLUME_OFF));
    getStyleClass().addAll("small", "flat");
    setTooltip(new Tooltip("Not to be heard of again, with a reason"));
    setMinWidth(USE_PREF_SIZE);
    getItems().addAll(items(problem, wishes));
  }

  /// The ways to mute a problem.
  static List<MenuItem> items(Problem problem, ProblemCell.Wishes wishes) {
    var items = new ArrayList<MenuItem>();
    if (problem.domain().isPresent()) {
      var guest = new MenuItem("Mute " + problem.code() + " for " + wishes.subject(problem) + "…");
      guest.setId("mute-guest");
      guest.setMnemonicParsing(false);
      guest.setOnAction(event -> wishes.mute(problem, false));
      items.add(guest);
    }
    var host = new MenuItem("Mute " + problem.code() + " for this host…");
    host.setId("mute-host");
    host.setOnAction(event -> wishes.mute(problem, true));
    items.add(host);
    return items;
  }
}

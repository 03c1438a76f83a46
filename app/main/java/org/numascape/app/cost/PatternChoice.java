package org.numascape.app.cost;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.numascape.analysis.CostTerms;
import org.numascape.app.store.DesignStore;
import org.numascape.design.AccessPattern;
import org.numascape.design.CostEdit;
import org.numascape.design.DomainId;

/// How a guest of several cells is taken to use them: three presets and a slider between. Saved
/// with the design, and undoable.
final class PatternChoice extends VBox {

  private final DesignStore store;
  private final DomainId guest;
  private final List<ToggleButton> presets;
  private final Slider slider = new Slider(0, 100, 100);
  private final Label compared = CostBox.line("", "muted");
  private boolean filling;

  PatternChoice(DesignStore store, DomainId guest) {
    super(5);
    this.store = store;
    this.guest = guest;
    setId("access-pattern");
    var title = CostBox.line("How the software uses its cells", "part-title");
    var group = new ToggleGroup();
    // As the slider goes: to the right more of the own cell.
    presets =
        AccessPattern.PRESETS.reversed().stream().map(pattern -> preset(pattern, group)).toList();
    presets.getFirst().getStyleClass().add("left-pill");
    presets.get(1).getStyleClass().add("center-pill");
    presets.getLast().getStyleClass().add("right-pill");
    slider.setId("own-cell-share");
    slider.setAccessibleText("Share of accesses that go to the own cell, in percent");
    slider.setTooltip(new Tooltip("Share of accesses that go to the own cell"));
    slider.setBlockIncrement(5);
    slider
        .valueProperty()
        .subscribe(value -> {
          if (!filling && !slider.isValueChanging()) {
            assume(new AccessPattern(Math.round(value.doubleValue()) / 100.0));
          }
        });
    slider
        .valueChangingProperty()
        .subscribe(changing -> {
          if (!filling && !changing) {
            assume(new AccessPattern(Math.round(slider.getValue()) / 100.0));
          }
        });
    getChildren().addAll(title, new HBox(presets.toArray(ToggleButton[]::new)), slider, compared);
  }

  private ToggleButton preset(AccessPattern pattern, ToggleGroup group) {
    var button = new ToggleButton(pattern.words());
    button.setId("pattern-" + Math.round(pattern.ownCell() * 100));
    button.setToggleGroup(group);
    button.getStyleClass().add("small");
    button.setUserData(pattern);
    button.setOnAction(event -> {
      button.setSelected(true);
      assume(pattern);
    });
    return button;
  }

  private void assume(AccessPattern pattern) {
    if (!store.design().costs().pattern(guest).equals(pattern)) {
      store.apply(new CostEdit.Assume(guest, pattern));
    }
  }

  /// Shows what is assumed now, and beside it what uniform access would cost; hidden for one cell,
  /// where there is nothing to choose.
  void show(CostTerms terms, int cells) {
    setVisible(cells > 1);
    setManaged(cells > 1);
    filling = true;
    presets.forEach(button -> button.setSelected(button.getUserData().equals(terms.pattern())));
    slider.setValue(100 * terms.pattern().ownCell());
    filling = false;
    compared.setText(
        "Taken as "
            + terms.pattern().words()
            + ": "
            + CostBox.together(terms.estimate().words())
            + ". If it used all memory alike: "
            + CostBox.together(terms.uniform().words())
            + ".");
  }
}

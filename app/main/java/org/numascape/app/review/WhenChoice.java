package org.numascape.app.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.controlsfx.control.SegmentedButton;
import org.numascape.apply.DomainPlan;
import org.numascape.apply.When;

/// The choice when a guest's changes take effect; only what would change something can be chosen.
final class WhenChoice extends HBox {

  WhenChoice(DomainPlan plan, Consumer<When> choose) {
    getStyleClass().add("when-choice");
    var buttons = new LinkedHashMap<When, ToggleButton>();
    for (var when : shown(plan)) {
      var button = new ToggleButton(words(when));
      button.setId("when-" + plan.name() + "-" + when);
      button.getStyleClass().add("small");
      button.setMinWidth(USE_PREF_SIZE);
      button.setDisable(!plan.offered().contains(when));
      button.setTooltip(new Tooltip(explanation(when)));
      buttons.put(when, button);
    }
    var segments = new SegmentedButton(buttons.values().toArray(ToggleButton[]::new));
    select(plan, buttons);
    buttons.forEach((when, button) -> button.setOnAction(event -> chosen(button, when, choose)));
    getChildren().add(segments);
  }

  private static List<When> shown(DomainPlan plan) {
    if (!plan.guest().state().active()) {
      return List.of(When.NEXT_START);
    }
    return plan.guest().persistent()
        ? List.of(When.BOTH, When.NOW, When.NEXT_START)
        : List.of(When.NOW);
  }

  /// What is chosen may be more than what there is to do: then what there is to do is shown as
  /// chosen.
  private static void select(DomainPlan plan, Map<When, ToggleButton> buttons) {
    var inForce =
        plan.offered().contains(plan.when()) || plan.offered().size() != 1
            ? plan.when()
            : plan.offered().iterator().next();
    var button = buttons.get(inForce);
    if (button != null) {
      button.setSelected(true);
    }
  }

  /// One of them is always chosen: a second press does not take the choice away.
  private static void chosen(ToggleButton button, When when, Consumer<When> choose) {
    if (button.isSelected()) {
      choose.accept(when);
    } else {
      button.setSelected(true);
    }
  }

  private static String words(When when) {
    return switch (when) {
      case BOTH -> "Now and at next start";
      case NOW -> "Now";
      case NEXT_START -> "Next start";
    };
  }

  private static String explanation(When when) {
    return switch (when) {
      case BOTH -> "Move what can be moved now, and change the definition for the next start";
      case NOW -> "Only the running machine; after its next start it is as before";
      case NEXT_START ->
          "Only the definition; the running machine stays as it is until it is started again";
    };
  }
}

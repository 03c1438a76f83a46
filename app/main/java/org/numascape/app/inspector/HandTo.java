package org.numascape.app.inspector;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.numascape.app.widget.PlanLines;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.Guest;
import org.numascape.placement.Handover;
import org.numascape.placement.PresetPlan;
import org.numascape.topology.PciDevice;

/// Hands the device of a sheet to a guest, after saying what that takes.
final class HandTo extends VBox {

  /// A guest that could have it.
  private record Choice(DomainId id, String name) {
    @Override
    public String toString() {
      return "Hand to " + name;
    }
  }

  private final Sheet sheet;
  private final String address;
  private final ComboBox<Choice> guests = new ComboBox<>();
  private final PlanLines lines = new PlanLines("hand-to-plan", 0);
  private final Button take = new Button("Hand over", new FontIcon(Material2AL.ADD));
  private Optional<Edit> edit = Optional.empty();

  HandTo(Sheet sheet, PciDevice device) {
    super(6);
    this.sheet = sheet;
    this.address = device.address().toLowerCase(Locale.ROOT);
    guests.setId("hand-to");
    guests.setPromptText("Hand to a guest…");
    guests.setAccessibleText("Guest to hand the device to");
    guests.setTooltip(new Tooltip("Choose a guest and see what handing over takes"));
    guests.getStyleClass().add("edit-choice");
    guests.setMaxWidth(Double.MAX_VALUE);
    guests.valueProperty().subscribe(chosen -> plan());
    take.setId("hand-to-do");
    take.getStyleClass().add("accent");
    take.setOnAction(event ->
        edit.ifPresent(change -> {
          guests.getSelectionModel().clearSelection();
          sheet.store().apply(change);
        }));
    getChildren().addAll(guests, lines, take);
    sheet.follow(this::refresh);
  }

  private void refresh() {
    var design = sheet.store().design();
    List<Choice> choices =
        design.guests().stream()
            .filter(guest -> !has(guest))
            .map(guest -> new Choice(guest.id(), guest.name()))
            .toList();
    if (!choices.equals(guests.getItems())) {
      guests.getItems().setAll(choices);
    }
    Sheet.show(guests, !choices.isEmpty());
    plan();
  }

  private boolean has(Guest guest) {
    return guest.wanted().devices().stream()
        .anyMatch(device -> device.address().equalsIgnoreCase(address));
  }

  private void plan() {
    var plan =
        Optional.ofNullable(guests.getValue())
            .map(to -> Handover.plan(sheet.store().design(), to.id(), address));
    edit = plan.flatMap(PresetPlan::edit);
    lines.show(plan.map(PresetPlan::lines).orElse(List.of()));
    Sheet.show(lines, plan.isPresent());
    Sheet.show(take, edit.isPresent());
  }
}

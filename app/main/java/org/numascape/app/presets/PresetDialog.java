package org.numascape.app.presets;

import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.Lane;
import org.numascape.app.store.Weight;
import org.numascape.check.Problem;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.Guest;
import org.numascape.design.Item;
import org.numascape.placement.Preset;
import org.numascape.placement.PresetPlan;

/// Asks which preset a guest shall have, and where; shows what that would change, in words here and
/// as a preview on the picture behind, and what becomes of the problems. Its result is the edit.
final class PresetDialog extends Dialog<Edit> {

  private final DesignStore store;
  private final DomainId guest;
  private final String name;
  private final ListView<Preset> presets = new ListView<>();
  private final ComboBox<Room> rooms = new ComboBox<>();
  private final Label title = words("preset-name", "preset-name");
  private final Label story = words("preset-story", "preset-story");
  private final Forecast forecast = new Forecast();
  private final Lane planning = new Lane();
  private final ButtonType apply = new ButtonType("Apply", ButtonBar.ButtonData.OK_DONE);
  private Optional<List<Problem>> now = Optional.empty();
  private Optional<PresetPlan> plan = Optional.empty();

  PresetDialog(Window owner, DesignStore store, DomainId guest, Preset first) {
    this.store = store;
    this.guest = guest;
    initOwner(owner);
    name = store.design().guest(guest).map(Guest::name).orElse(guest.value());
    setTitle("Presets for " + name);
    setResizable(true);
    var pane = getDialogPane();
    pane.setId("preset-dialog");
    pane.getStyleClass().addAll("wide", "preset-dialog");
    var body = new HBox(list(), right());
    body.setPadding(Insets.EMPTY);
    pane.setContent(body);
    pane.setPrefSize(Math.min(900, owner.getWidth() - 40), Math.min(660, owner.getHeight() - 60));
    pane.getButtonTypes().addAll(apply, ButtonType.CANCEL);
    button().setId("preset-apply");
    pane.lookupButton(ButtonType.CANCEL).setId("preset-cancel");
    button()
        .addEventFilter(
            ActionEvent.ACTION,
            event -> {
              if (edit().isEmpty()) {
                event.consume();
              }
            });
    setResultConverter(type -> type == apply ? edit().orElse(null) : null);
    fillRooms();
    presets.getItems().setAll(Preset.values());
    presets.getSelectionModel().select(first);
    presets.getSelectionModel().selectedItemProperty().subscribe(preset -> plan());
    rooms.valueProperty().subscribe((before, room) -> plan());
    setOnShown(event -> Platform.runLater(presets::requestFocus));
    var following =
        Subscription.combine(
            store.problems().subscribe(problems -> tell()),
            store.settled().subscribe(settled -> tell()));
    setOnHidden(event -> {
      following.unsubscribe();
      planning.forget();
      store.preview(Optional.empty());
    });
    store.preview(Optional.empty());
    store.whenSettled(this::begin);
  }

  /// The preset that is chosen.
  Preset preset() {
    var chosen = presets.getSelectionModel().getSelectedItem();
    return chosen == null ? Preset.DEDICATED : chosen;
  }

  private Node list() {
    presets.setId("presets");
    presets.setAccessibleText("Presets");
    presets.setCellFactory(of -> new PresetCell());
    presets.setPrefWidth(290);
    presets.setMinWidth(220);
    presets.getStyleClass().add("preset-list");
    return presets;
  }

  private Node right() {
    rooms.setId("preset-room");
    rooms.setTooltip(new Tooltip("The part of the host to stay within"));
    rooms.setAccessibleText("The part of the host to stay within");
    var on = new Label("On");
    on.setLabelFor(rooms);
    var where = new HBox(10, on, rooms);
    where.getStyleClass().add("preset-where");
    where.visibleProperty().bind(where.managedProperty());
    presets
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(preset -> where.setManaged(preset != null && preset.goesSomewhere()));
    var right = new VBox(10, title, story, where, forecast);
    right.getStyleClass().add("preset-page");
    VBox.setVgrow(forecast, Priority.ALWAYS);
    HBox.setHgrow(right, Priority.ALWAYS);
    return right;
  }

  private static Label words(String id, String style) {
    var words = new Label();
    words.setId(id);
    words.getStyleClass().add(style);
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    return words;
  }

  /// Begins with the part of the host that is selected, else with all of it.
  private void fillRooms() {
    rooms.getItems().setAll(Room.of(store.design().host()));
    rooms.setValue(
        rooms.getItems().stream()
            .filter(room -> store.selection().get().contains(room.area()))
            .findFirst()
            .orElse(rooms.getItems().getFirst()));
  }

  private Button button() {
    return (Button) getDialogPane().lookupButton(apply);
  }

  private void begin() {
    now = Optional.of(store.problems().get());
    plan();
  }

  private void plan() {
    var preset = preset();
    title.setText(preset.title() + " for " + name);
    story.setText(preset.story());
    if (now.isEmpty()) {
      return;
    }
    var design = store.design();
    Item area = rooms.getValue().area();
    plan = Optional.empty();
    button().setDisable(true);
    planning.ask(
        Weight.large(design), () -> PresetPlan.of(preset, design, guest, area), this::show);
  }

  private void show(PresetPlan made) {
    plan = Optional.of(made);
    button().setDisable(made.edit().isEmpty());
    store.preview(Optional.empty());
    made.edit().ifPresent(store::tryOut);
    tell();
  }

  private Optional<Edit> edit() {
    return plan.flatMap(PresetPlan::edit);
  }

  /// Tells what would come of it, as far as it is known.
  private void tell() {
    if (plan.isEmpty() || now.isEmpty()) {
      return;
    }
    var steps = edit().map(edit -> Outlook.steps(store.design(), edit)).orElse(List.of());
    boolean known = store.settled().get() && store.preview().get().equals(edit());
    forecast.show(
        plan.get().lines(),
        steps,
        known && edit().isPresent()
            ? Optional.of(Outlook.of(now.get(), store.problems().get(), guest))
            : Optional.empty());
  }
}

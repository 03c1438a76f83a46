package org.numascape.app.settings;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.numascape.domain.Scheduling;

/// A scheduling class, and for the real-time ones the priority in it.
final class ClassChoice extends VBox {

  private static final List<Choice<String>> CLASSES =
      List.of(
          new Choice<>("", "like other processes"),
          new Choice<>("fifo", "fifo – until it waits"),
          new Choice<>("rr", "rr – in turns with its equals"),
          new Choice<>("batch", "batch – long work"),
          new Choice<>("idle", "idle – when nothing else runs"));

  private final Supplier<Optional<Scheduling>> value;
  private final Consumer<Optional<Scheduling>> take;
  private final ComboBox<Choice<String>> box = new ComboBox<>();

  ClassChoice(
      GuestForm form,
      String id,
      String whose,
      Supplier<Optional<Scheduling>> value,
      Consumer<Optional<Scheduling>> take) {
    super(2);
    this.value = value;
    this.take = take;
    box.setId(id);
    box.getItems().setAll(CLASSES);
    box.setTooltip(new Tooltip("Scheduling class of " + whose));
    box.setAccessibleText("Scheduling class of " + whose);
    var priority =
        form.text(
            id + "-priority",
            "Priority of " + whose + ", 1 to 99",
            "1",
            () -> now().priority().stream().mapToObj(Integer::toString).findFirst().orElse(""),
            typed -> {
              int level = Numbers.count(typed, 1, 99, "priorities");
              set(SchedulingPage.scheduling(now().scheduler(), OptionalInt.of(level)));
            });
    priority.input().setPrefColumnCount(3);
    var level = new HBox(6, new Label("priority"), priority.input());
    level.setAlignment(Pos.CENTER_LEFT);
    form.follow(() -> {
      priority.refresh();
      GuestForm.show(level, now().realTime());
      box.setValue(
          CLASSES.stream()
              .filter(one -> one.value().equals(now().scheduler()))
              .findFirst()
              .orElse(new Choice<>(now().scheduler(), now().scheduler())));
    });
    box.setOnAction(event -> chosen());
    var line = new HBox(12, box, level);
    line.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(line, priority.mistake());
  }

  private Scheduling now() {
    return value.get().orElse(new Scheduling("", OptionalInt.empty()));
  }

  private void chosen() {
    var chosen = box.getSelectionModel().getSelectedItem();
    if (chosen == null || chosen.value().equals(now().scheduler())) {
      return;
    }
    boolean realTime = chosen.value().equals("fifo") || chosen.value().equals("rr");
    var kept = now().priority().isPresent() ? now().priority() : OptionalInt.of(1);
    set(SchedulingPage.scheduling(chosen.value(), realTime ? kept : OptionalInt.empty()));
  }

  private void set(Optional<Scheduling> scheduling) {
    if (!scheduling.equals(value.get())) {
      take.accept(scheduling);
    }
  }
}

package org.numascape.app.hostplan;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.numascape.analysis.Analysis;
import org.numascape.app.store.DesignStore;
import org.numascape.app.widget.CpuSetField;
import org.numascape.design.DesignEdit;
import org.numascape.readiness.Checklist;
import org.numascape.readiness.Topic;
import org.numascape.readiness.Way;
import org.numascape.topology.CpuSet;

/// Which CPUs the kernel shall keep its own work off, and how that is brought about: by control
/// groups while the host runs, or by kernel parameters at boot.
final class IsolationPage extends VBox {

  private final DesignStore store;
  private final Live live;

  IsolationPage(DesignStore store) {
    super(10);
    this.store = store;
    live = new Live(store, this);
    getStyleClass().add("plan-form");
    var field =
        CpuSetField.cpus(
            "isolated",
            "no CPU",
            "CPUs to be isolated, such as 2-7,34-39",
            live::facts,
            () -> live.facts().design().isolated().orElse(CpuSet.EMPTY),
            set -> isolate(Optional.of(set)),
            this::refusal);
    live.follow(field::refresh);
    var ways = new WaysPane("isolation-ways", live, this::ways);
    VBox.setVgrow(ways, Priority.ALWAYS);
    getChildren()
        .addAll(
            words(
                "Isolated CPUs carry no tasks of the host, which steadies dedicated and real-time"
                    + " guests. They get a padlock on the picture, hollow while only planned."),
            now(),
            leave(),
            new VBox(3, new Label("CPUs to isolate"), field),
            dedicated(),
            ways);
  }

  private static Label words(String text) {
    var label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().add("muted");
    return label;
  }

  private Label now() {
    var label = new Label();
    label.setId("isolated-now");
    live.follow(() -> {
      var cpus = hosts();
      label.setText(
          cpus.isEmpty()
              ? "The host isolates no CPU now."
              : "The host isolates CPUs " + cpus + " now.");
    });
    return label;
  }

  /// What the host isolates, whatever is planned.
  private CpuSet hosts() {
    return Analysis.isolated(live.facts().design().withIsolated(Optional.empty()));
  }

  private CheckBox leave() {
    var box =
        new CheckBox("Plan which CPUs are isolated; otherwise they stay as the host has them");
    box.setId("plan-isolation");
    live.follow(() -> box.setSelected(live.facts().design().isolated().isPresent()));
    box.setOnAction(event -> isolate(box.isSelected() ? Optional.of(hosts()) : Optional.empty()));
    return box;
  }

  private HBox dedicated() {
    var button = new Button("Isolate the CPUs of dedicated guests");
    button.setId("isolate-dedicated");
    button.setTooltip(new Tooltip());
    live.follow(() -> {
      var cpus = proposed();
      button.setDisable(
          cpus.isEmpty() || live.facts().design().isolated().filter(cpus::equals).isPresent());
      button
          .getTooltip()
          .setText(
              cpus.isEmpty()
                  ? "No guest has CPUs of its own that the host could spare"
                  : "CPUs " + cpus);
    });
    button.setOnAction(event -> isolate(Optional.of(proposed())));
    return new HBox(button);
  }

  private CpuSet proposed() {
    return live.facts().dedicated().isolatable(live.facts().host());
  }

  private void isolate(Optional<CpuSet> cpus) {
    store.apply(new DesignEdit.Isolate(cpus));
  }

  /// The host needs a CPU for its own work.
  private Optional<String> refusal(CpuSet set) {
    return set.containsAll(live.facts().host().usableCpus())
        ? Optional.of("This leaves no CPU for the host's own work")
        : Optional.empty();
  }

  private List<Way> ways() {
    return Checklist.of(live.facts()).steps().stream()
        .filter(step -> step.topic() == Topic.ISOLATION)
        .flatMap(step -> step.ways().stream())
        .toList();
  }
}

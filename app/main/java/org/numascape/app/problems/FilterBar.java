package org.numascape.app.problems;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;
import org.numascape.app.widget.SeverityIcon;
import org.numascape.check.MutedProblem;
import org.numascape.check.Problem;
import org.numascape.check.Severity;
import org.numascape.design.Design;
import org.numascape.design.DomainId;

/// Which problems are listed: by severity, guest and group of rules, each with its count.
final class FilterBar extends HBox {

  /// An entry of the choice of guests.
  private record Whom(String name, Optional<Optional<DomainId>> filter) {
    @Override
    public String toString() {
      return name;
    }
  }

  /// An entry of the choice of groups.
  private record Which(String name, Optional<RuleGroup> filter) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final Whom ALL = new Whom("All VMs and the host", Optional.empty());
  private static final Which EVERY = new Which("All rules", Optional.empty());

  private final Map<Severity, ToggleButton> severities = new EnumMap<>(Severity.class);
  private final ComboBox<Whom> whom = new ComboBox<>();
  private final ComboBox<Which> which = new ComboBox<>();
  private final ToggleButton muted = new ToggleButton();
  private final ReadOnlyObjectWrapper<Filter> filter = new ReadOnlyObjectWrapper<>(Filter.ALL);
  private boolean filling;

  /// @param thresholds opens the rules' thresholds
  FilterBar(Runnable thresholds) {
    super(6);
    getStyleClass().add("problem-filters");
    setAlignment(Pos.CENTER_LEFT);
    for (var severity : Severity.values()) {
      var toggle = new ToggleButton("0", SeverityIcon.of(severity));
      toggle.setId("filter-" + SeverityIcon.word(severity));
      toggle.setSelected(true);
      toggle.selectedProperty().subscribe(on -> changed());
      severities.put(severity, toggle);
    }
    muted.setId("filter-muted");
    muted.setGraphic(new FontIcon(Material2MZ.VOLUME_OFF));
    muted.selectedProperty().subscribe(on -> changed());
    whom.setId("filter-whom");
    which.setId("filter-group");
    whom.getItems().add(ALL);
    whom.setValue(ALL);
    which.getItems().add(EVERY);
    for (var group : RuleGroup.values()) {
      which.getItems().add(new Which(group.toString(), Optional.of(group)));
    }
    which.setValue(EVERY);
    whom.setTooltip(new Tooltip("Problems of one VM, or of the host"));
    which.setTooltip(new Tooltip("Problems of one group of rules"));
    whom.setAccessibleText("Problems of which VM");
    which.setAccessibleText("Problems of which group of rules");
    whom.setMinWidth(90);
    which.setMinWidth(90);
    whom.setPrefWidth(170);
    which.setPrefWidth(170);
    whom.valueProperty().subscribe(value -> changed());
    which.valueProperty().subscribe(value -> changed());
    var settings = new Button("", new FontIcon(Material2MZ.TUNE));
    settings.setId("thresholds");
    settings.getStyleClass().addAll("flat", "button-icon");
    settings.setTooltip(new Tooltip("Where rules begin to speak…"));
    settings.setAccessibleText("Where rules begin to speak");
    settings.setOnAction(event -> thresholds.run());
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren().addAll(severities.values());
    getChildren().addAll(muted, whom, which, gap, settings);
    for (var toggle : getChildren()) {
      if (toggle instanceof ToggleButton button) {
        button.getStyleClass().addAll("small", "filter-toggle");
        button.setMinWidth(USE_PREF_SIZE);
      }
    }
  }

  /// Which problems are to be listed.
  ReadOnlyObjectProperty<Filter> filter() {
    return filter.getReadOnlyProperty();
  }

  /// Lists everything again but what was muted.
  void clear() {
    severities.values().forEach(toggle -> toggle.setSelected(true));
    whom.setValue(ALL);
    which.setValue(EVERY);
  }

  /// Lets a problem through that is to be shown.
  void admit(Problem problem) {
    if (!filter.get().passes(problem)) {
      clear();
    }
  }

  /// Shows the guests of a design, and how many problems there are to choose from.
  void count(Design design, List<Problem> problems, List<MutedProblem> silenced) {
    filling = true;
    var entries = new ArrayList<Whom>();
    entries.add(ALL);
    entries.add(new Whom("host", Optional.of(Optional.empty())));
    design
        .guests()
        .forEach(
            guest -> entries.add(new Whom(guest.name(), Optional.of(Optional.of(guest.id())))));
    if (!entries.equals(whom.getItems())) {
      var before = whom.getValue();
      whom.getItems().setAll(entries);
      whom.setValue(entries.contains(before) ? before : ALL);
    }
    filling = false;
    changed();
    severities.forEach((severity, toggle) -> {
      long count =
          problems.stream()
              .filter(filter.get()::concerns)
              .filter(problem -> problem.severity() == severity)
              .count();
      toggle.setText(Long.toString(count));
      String words = words(severity, count);
      toggle.setTooltip(new Tooltip(words));
      toggle.setAccessibleText(words);
    });
    long quiet =
        silenced.stream().map(MutedProblem::problem).filter(filter.get()::concerns).count();
    muted.setText(Long.toString(quiet));
    muted.setDisable(silenced.isEmpty() && !muted.isSelected());
    String words = quiet + " muted: show them too";
    muted.setTooltip(new Tooltip(words));
    muted.setAccessibleText(words);
  }

  private static String words(Severity severity, long count) {
    String noun =
        switch (severity) {
          case ERROR -> count == 1 ? "error" : "errors";
          case WARNING -> count == 1 ? "warning" : "warnings";
          case INFO -> "advice";
        };
    return count + " " + noun;
  }

  private void changed() {
    if (filling || whom.getValue() == null || which.getValue() == null) {
      return;
    }
    var on = EnumSet.noneOf(Severity.class);
    severities.forEach((severity, toggle) -> {
      if (toggle.isSelected()) {
        on.add(severity);
      }
    });
    filter.set(
        new Filter(on, whom.getValue().filter(), which.getValue().filter(), muted.isSelected()));
  }
}

package org.numascape.app.problems;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.numascape.analysis.AccessCost;
import org.numascape.analysis.Analysis;
import org.numascape.app.store.DesignStore;
import org.numascape.app.widget.EmptyNote;
import org.numascape.check.Fix;
import org.numascape.check.Problem;
import org.numascape.design.Guest;
import org.numascape.design.Item;

/// What is wrong with what is shown, worst first; each row has its way out.
public final class ProblemsPanel extends VBox implements ProblemCell.Wishes {

  private final DesignStore store;
  private final Consumer<Item> fly;
  private final Spotlight spotlight;
  private final ListView<Problem> list = new ListView<>();
  private final EmptyNote none = new EmptyNote(Material2AL.CHECK_CIRCLE_OUTLINE, "");
  private boolean filling;

  /// A panel that cannot move the picture.
  public ProblemsPanel(DesignStore store) {
    this(store, item -> {});
  }

  /// A panel that moves the picture to what a problem concerns when its row is double-clicked.
  public ProblemsPanel(DesignStore store, Consumer<Item> fly) {
    this.store = store;
    this.fly = fly;
    spotlight = new Spotlight(store);
    getStyleClass().add("problems-panel");
    list.setId("problems");
    list.setCellFactory(view -> new ProblemCell(this));
    list.setPlaceholder(none);
    list.setFixedCellSize(34);
    list.setMinHeight(0);
    list.setAccessibleText("Problems, worst first");
    list.getSelectionModel().selectedItemProperty().subscribe(this::selected);
    list.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER && !event.isAltDown() && !event.isShortcutDown()) {
        Optional.ofNullable(list.getSelectionModel().getSelectedItem()).ifPresent(this::fly);
        event.consume();
      }
    });
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(dropHint(), list, new LocalityBar(store));
    store.problems().subscribe(this::fill);
  }

  private Node dropHint() {
    var hint = new Label("If you drop here, this is what remains:");
    hint.setId("drop-hint");
    hint.getStyleClass().add("drop-hint");
    hint.setMaxWidth(Double.MAX_VALUE);
    hint.visibleProperty().bind(store.preview().map(Optional::isPresent));
    hint.managedProperty().bind(hint.visibleProperty());
    return hint;
  }

  /// `Problems 3`, or `Problems` when there is none.
  public ObservableValue<String> title() {
    return store
        .problems()
        .map(problems -> problems.isEmpty() ? "Problems" : "Problems " + problems.size());
  }

  /// Selects the problem after the selected one, the first after the last.
  public void selectNext() {
    int count = list.getItems().size();
    if (count > 0) {
      int next = (list.getSelectionModel().getSelectedIndex() + 1) % count;
      list.getSelectionModel().clearAndSelect(next);
      list.scrollTo(Math.max(0, next - 1));
      fly(list.getItems().get(next));
    }
  }

  /// Makes the first fix of the selected problem, if it has one.
  public void fixSelected() {
    Optional.ofNullable(list.getSelectionModel().getSelectedItem()).stream()
        .flatMap(problem -> problem.fixes().stream())
        .findFirst()
        .ifPresent(this::fix);
  }

  private void fill(List<Problem> problems) {
    if (list.getItems().equals(problems)) {
      return;
    }
    none.say(praise(store.shown().get()));
    Problem before = list.getSelectionModel().getSelectedItem();
    filling = true;
    list.getItems().setAll(problems);
    list.getSelectionModel().clearSelection();
    problems.stream()
        .filter(problem -> before != null && same(before, problem))
        .findFirst()
        .ifPresent(list.getSelectionModel()::select);
    filling = false;
  }

  /// Whether it is the same problem, its numbers perhaps changed.
  private static boolean same(Problem before, Problem after) {
    return before.code().equals(after.code())
        && before.domain().equals(after.domain())
        && before.where().equals(after.where());
  }

  private static String praise(Analysis facts) {
    if (facts.design().guests().isEmpty()) {
      return "No problems: there is no virtual machine yet.";
    }
    boolean settled = facts.costs().values().stream().allMatch(AccessCost::settled);
    boolean local = facts.locality().orElse(0) > 1 - 1e-9;
    return settled && local
        ? "No problems: every vCPU is next to its memory."
        : "No problems found.";
  }

  private void selected(Problem problem) {
    if (problem != null && !filling) {
      spotlight.off();
      store.select(problem.where());
    }
  }

  @Override
  public String subject(Problem problem) {
    return problem
        .domain()
        .flatMap(store.shown().get().design()::guest)
        .map(Guest::name)
        .orElse("host");
  }

  @Override
  public void fix(Fix fix) {
    spotlight.off();
    store.apply(fix.edit());
  }

  @Override
  public void explain(Node beside, Problem problem) {
    Explanation.open(this, beside, problem, this::fix);
  }

  @Override
  public void hovered(Problem problem, boolean entered) {
    if (entered) {
      spotlight.on(problem.where());
    } else {
      spotlight.off();
    }
  }

  @Override
  public void fly(Problem problem) {
    problem.where().stream().findFirst().ifPresent(fly);
  }
}

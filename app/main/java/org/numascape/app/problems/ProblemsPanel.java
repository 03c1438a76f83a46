package org.numascape.app.problems;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.numascape.analysis.AccessCost;
import org.numascape.analysis.Analysis;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.ViewState;
import org.numascape.app.widget.EmptyNote;
import org.numascape.check.Fix;
import org.numascape.check.MutedProblem;
import org.numascape.check.Problem;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.Guest;
import org.numascape.design.Item;
import org.numascape.design.Mute;

/// What is wrong with what is shown, worst first; each row has its way out. Beside the list stands
/// all there is to say about the problem that somebody asks about, here, in the picture or in the
/// inspector.
public final class ProblemsPanel extends VBox implements ProblemDetails.Wishes {

  /// How much of the width the list keeps beside the explanation.
  private static final double LIST_SHARE = 0.38;

  private final DesignStore store;
  private final ViewState view;
  private final Consumer<List<Item>> fly;
  private final Spotlight spotlight;
  private final ListView<Problem> list = new ListView<>();
  private final EmptyNote none = new EmptyNote(Material2AL.CHECK_CIRCLE_OUTLINE, "");
  private final FilterBar filters = new FilterBar(this::openThresholds);
  private final SplitPane split = new SplitPane();
  private final ProblemDetails details;
  private final LocalityBar locality;
  private boolean filling;

  /// A panel that cannot move the picture.
  public ProblemsPanel(DesignStore store, ViewState view) {
    this(store, view, items -> {});
  }

  /// A panel that moves the picture to what a problem concerns when its row is double-clicked.
  public ProblemsPanel(DesignStore store, ViewState view, Consumer<List<Item>> fly) {
    this.store = store;
    this.view = view;
    this.fly = fly;
    spotlight = new Spotlight(store, view);
    details = new ProblemDetails(store, this);
    locality = new LocalityBar(store);
    getStyleClass().add("problems-panel");
    list.setId("problems");
    list.setCellFactory(cells -> new ProblemCell(store, this));
    list.setPlaceholder(none);
    list.setFixedCellSize(34);
    list.setMinHeight(0);
    list.setMinWidth(180);
    list.setAccessibleText("Problems, worst first");
    list.getSelectionModel().selectedItemProperty().subscribe(this::selected);
    list.setOnKeyPressed(this::typed);
    addEventHandler(KeyEvent.KEY_PRESSED, this::escaped);
    split.getItems().add(list);
    split.setMinHeight(0);
    split.getStyleClass().add("problem-split");
    VBox.setVgrow(split, Priority.ALWAYS);
    getChildren().addAll(filters, dropHint(), split, locality);
    filters
        .filter()
        .subscribe((before, filter) -> {
          fill();
          if (filter.muted() && !before.muted()) {
            showMuted();
          }
        });
    store.problems().subscribe(problems -> fill());
    store.trying().subscribe(on -> store.whenSettled(this::fill));
    view.asked().subscribe(this::asked);
  }

  private void typed(KeyEvent event) {
    boolean plain = !event.isAltDown() && !event.isShortcutDown();
    var chosen = Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    if (event.getCode() == KeyCode.ENTER && plain) {
      chosen.ifPresent(this::fly);
      event.consume();
    } else if (event.getCode() == KeyCode.SPACE && plain) {
      chosen.ifPresent(this::explain);
      event.consume();
    }
  }

  /// Wherever in the panel the focus is.
  private void escaped(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && view.asked().get().isPresent()) {
      close();
      list.requestFocus();
      event.consume();
    }
  }

  private Node dropHint() {
    var hint = new Label("If you do this, these problems remain:");
    hint.setId("drop-hint");
    hint.getStyleClass().add("drop-hint");
    hint.setMaxWidth(Double.MAX_VALUE);
    hint.visibleProperty()
        .bind(
            store
                .preview()
                .map(Optional::isPresent)
                .flatMap(on -> store.trying().map(t -> on && !t)));
    hint.managedProperty().bind(hint.visibleProperty());
    return hint;
  }

  /// Puts something at the end of the line below the problems.
  public void addBelow(Node node) {
    locality.addLast(node);
  }

  /// `Problems 3`, or `Problems` when there is none.
  public ObservableValue<String> title() {
    return store
        .problems()
        .map(problems -> problems.isEmpty() ? "Problems" : "Problems " + problems.size());
  }

  /// Selects the problem after the selected one, the first after the last, and explains it.
  public void selectNext() {
    var open = list.getItems().stream().filter(one -> mute(one).isEmpty()).toList();
    if (open.isEmpty() && filters.filter().get().narrows()) {
      filters.clear();
      fill();
    }
    int count = (int) list.getItems().stream().filter(one -> mute(one).isEmpty()).count();
    if (count > 0) {
      int next = (list.getSelectionModel().getSelectedIndex() + 1) % count;
      list.getSelectionModel().clearAndSelect(next);
      list.scrollTo(Math.max(0, next - 1));
      explain(list.getItems().get(next));
      fly(list.getItems().get(next));
    }
  }

  /// Makes the first fix of the selected problem, if it has one.
  public void fixSelected() {
    Optional.ofNullable(list.getSelectionModel().getSelectedItem()).stream()
        .filter(problem -> mute(problem).isEmpty())
        .flatMap(problem -> problem.fixes().stream())
        .findFirst()
        .ifPresent(this::fix);
  }

  private void fill() {
    if (store.trying().get()) {
      return;
    }
    var problems = store.problems().get();
    var muted = store.muted().get();
    filters.count(store.shown().get().design(), problems, muted);
    var filter = filters.filter().get();
    var rows = new ArrayList<>(problems.stream().filter(filter::passes).toList());
    if (filter.muted()) {
      muted.stream().map(MutedProblem::problem).filter(filter::passes).forEach(rows::add);
    }
    none.say(
        rows.isEmpty() && !problems.isEmpty()
            ? "No problem passes the filters; there are " + problems.size() + " in all."
            : praise(store.shown().get()));
    if (!list.getItems().equals(rows)) {
      show(rows);
    }
    if (store.preview().get().isEmpty()) {
      followAsked();
    }
  }

  /// They stand at the end, perhaps out of sight.
  private void showMuted() {
    list.getItems().stream()
        .filter(one -> mute(one).isPresent())
        .findFirst()
        .ifPresent(list::scrollTo);
  }

  private void show(List<Problem> rows) {
    Problem before = list.getSelectionModel().getSelectedItem();
    filling = true;
    list.getItems().setAll(rows);
    list.getSelectionModel().clearSelection();
    rows.stream()
        .filter(problem -> before != null && same(before, problem))
        .findFirst()
        .ifPresent(list.getSelectionModel()::select);
    filling = false;
  }

  /// Whether it is the same problem, its numbers perhaps changed.
  static boolean same(Problem before, Problem after) {
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
      if (view.asked().get().isPresent()) {
        explain(problem);
      }
    }
  }

  /// The explanation of what somebody asks about, wherever they did.
  private void asked(Optional<Problem> problem) {
    if (problem.isEmpty()) {
      split.getItems().remove(details);
      return;
    }
    if (!split.getItems().contains(details)) {
      split.getItems().add(details);
      split.setDividerPositions(LIST_SHARE);
    }
    followAsked();
    list.getItems().stream()
        .filter(one -> same(one, problem.get()))
        .findFirst()
        .ifPresent(one -> {
          filling = true;
          list.getSelectionModel().select(one);
          filling = false;
        });
  }

  /// Shows what is asked about as it is now: changed, muted or gone.
  private void followAsked() {
    var asked = view.asked().get();
    if (asked.isEmpty()) {
      return;
    }
    var open = store.problems().get().stream().filter(one -> same(one, asked.get())).findFirst();
    var quiet =
        store.muted().get().stream().filter(one -> same(one.problem(), asked.get())).findFirst();
    if (open.isPresent()) {
      details.show(open.get());
    } else if (quiet.isPresent()) {
      details.show(quiet.get());
    } else {
      details.solved();
    }
  }

  private void openThresholds() {
    new ThresholdsDialog(getScene().getWindow(), store.design().checking().thresholds())
        .showAndWait()
        .ifPresent(wanted -> store.apply(new Edit.SetThresholds(wanted)));
  }

  /// Opens where rules begin to speak.
  public void thresholds() {
    openThresholds();
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
  public void explain(Problem problem) {
    filters.admit(problem);
    view.asked().set(Optional.of(problem));
  }

  @Override
  public void close() {
    view.asked().set(Optional.empty());
  }

  @Override
  public void next() {
    list.getSelectionModel().clearSelection();
    selectNext();
  }

  @Override
  public void mute(Problem problem, boolean everywhere) {
    Optional<DomainId> whom = everywhere ? Optional.empty() : problem.domain();
    String name = everywhere ? "this host" : subject(problem);
    new MuteDialog(getScene().getWindow(), problem, whom, name)
        .showAndWait()
        .ifPresent(mute -> store.apply(new Edit.MuteRule(mute)));
    // What asked for it is gone with the problem.
    list.requestFocus();
  }

  @Override
  public void unmute(Mute mute) {
    store.apply(new Edit.UnmuteRule(mute.code(), mute.domain()));
  }

  @Override
  public Optional<Mute> mute(Problem problem) {
    return store.muted().get().stream()
        .filter(muted -> muted.problem().equals(problem))
        .map(MutedProblem::mute)
        .findFirst();
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
    fly.accept(problem.where());
  }
}

package org.numascape.app.problems;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.numascape.analysis.Estimate;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.Lane;
import org.numascape.app.store.Weight;
import org.numascape.app.widget.CopyButton;
import org.numascape.app.widget.FixPreview;
import org.numascape.app.widget.OnScreen;
import org.numascape.app.widget.SeverityIcon;
import org.numascape.check.Fix;
import org.numascape.check.MutedProblem;
import org.numascape.check.Problem;
import org.numascape.check.SeeCommand;

/// Everything about one problem: what is wrong, why it matters, how to see it, how to fix it and
/// what that costs; a picture of what it concerns; the ways out, which can be looked at before one
/// is made.
final class ProblemDetails extends BorderPane {

  /// Below this width in pixels texts stand below the picture.
  private static final double TWO_COLUMNS = 560;

  /// How much of the head a guest's name may take, and the title has at least, in pixels.
  private static final double LONGEST_NAME = 120;

  /// What the details ask for.
  interface Wishes extends ProblemCell.Wishes {
    /// To close the details.
    void close();

    /// To go to the next problem.
    void next();
  }

  private final DesignStore store;
  private final Wishes wishes;
  private final ProblemPicture picture;
  private final Label outlook = new Label();
  private final GridPane body = new GridPane();
  private final ScrollPane scroll = new ScrollPane(body);
  private final ObservableValue<Boolean> narrow =
      scroll.widthProperty().map(width -> width.doubleValue() < TWO_COLUMNS);
  private final List<Fix> fixes = new ArrayList<>();
  private final Lane trying = new Lane();
  private Optional<Problem> shown = Optional.empty();

  ProblemDetails(DesignStore store, Wishes wishes) {
    this.store = store;
    this.wishes = wishes;
    this.picture = new ProblemPicture(store);
    setId("problem-details");
    getStyleClass().add("problem-details");
    setMinWidth(260);
    outlook.setId("fix-outlook");
    outlook.getStyleClass().add("fix-outlook");
    outlook.setWrapText(true);
    outlook.setMinHeight(USE_PREF_SIZE);
    body.getStyleClass().add("problem-body");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    setCenter(scroll);
    store.problems().subscribe(problems -> foresee());
    store.preview().subscribe(edit -> foresee());
  }

  /// Explains a problem that is there.
  void show(Problem problem) {
    boolean other = shown.filter(before -> ProblemsPanel.same(before, problem)).isEmpty();
    shown = Optional.of(problem);
    setTop(head(problem, menu(problem)));
    explain(problem, Optional.empty(), other);
  }

  /// Explains a problem that somebody muted.
  void show(MutedProblem muted) {
    shown = Optional.of(muted.problem());
    var unmute = new Button("Unmute");
    unmute.setId("unmute");
    unmute.getStyleClass().add("small");
    unmute.setOnAction(event -> wishes.unmute(muted.mute()));
    setTop(head(muted.problem(), unmute));
    explain(muted.problem(), Optional.of("Muted: " + muted.mute().reason()), false);
  }

  /// Each way out is tried before it is offered, which takes its time.
  private void explain(Problem problem, Optional<String> muted, boolean other) {
    trying.ask(
        Weight.large(store.design()) && !problem.fixesKnown(),
        problem::fixes,
        ways -> {
          picture.show(problem);
          fill(problem, muted);
          if (other) {
            scroll.setVvalue(0);
          }
        });
  }

  /// Says that the problem is no more.
  void solved() {
    trying.forget();
    var icon = new FontIcon(Material2AL.CHECK_CIRCLE_OUTLINE);
    icon.getStyleClass().add("solved-icon");
    String last =
        store.history().get().undoLabel().map(label -> "After “" + label + "” ").orElse("");
    var words = new Label(last.isEmpty() ? "It is no longer so." : last + "it is no longer so.");
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    var undo = new Button("Undo");
    undo.setOnAction(event -> store.undo());
    var next = new Button("Next problem");
    next.setId("next-after-fix");
    next.setOnAction(event -> wishes.next());
    next.setDisable(store.problems().get().isEmpty());
    var box = new VBox(10, new HBox(8, icon, words), new HBox(8, next, undo));
    box.setId("problem-solved");
    boolean here = body.lookupAll("*").stream().anyMatch(Node::isFocused);
    body.getChildren().clear();
    body.getColumnConstraints().clear();
    body.add(box, 0, 0);
    fixes.clear();
    if (here) {
      next.requestFocus();
    }
  }

  private Node menu(Problem problem) {
    var mute = new MuteMenu(problem, wishes);
    mute.setId("mute");
    narrow
        .when(OnScreen.placed(mute))
        .subscribe(
            one -> mute.setContentDisplay(one ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT));
    return mute;
  }

  private Node head(Problem problem, Node end) {
    var title = new Label(problem.title());
    title.getStyleClass().add("explanation-title");
    title.setTooltip(new Tooltip(problem.title()));
    title.setMinWidth(LONGEST_NAME);
    var code = new Label(problem.code());
    code.setId("details-code");
    code.getStyleClass().addAll("mono", "muted");
    code.setMinWidth(USE_PREF_SIZE);
    var who = new Label(wishes.subject(problem));
    who.getStyleClass().add("muted");
    who.setMinWidth(0);
    who.setMaxWidth(LONGEST_NAME);
    who.setTooltip(new Tooltip(who.getText()));
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var close = new Button("", new FontIcon(Material2AL.CLOSE));
    close.setId("close-details");
    close.getStyleClass().addAll("flat", "small", "button-icon");
    close.setTooltip(new Tooltip("Close the explanation  (Esc)"));
    close.setAccessibleText("Close the explanation");
    close.setOnAction(event -> wishes.close());
    var head = new HBox(8, SeverityIcon.of(problem.severity()), title, code, who, gap, end, close);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("problem-head");
    return head;
  }

  private void fill(Problem problem, Optional<String> muted) {
    var left = new VBox(10, picture);
    left.setMinWidth(0);
    var buttons = new VBox(6);
    buttons.setId("fixes");
    fixes.clear();
    fixes.addAll(problem.fixes());
    for (var fix : fixes) {
      buttons.getChildren().add(button(fix, buttons.getChildren().isEmpty()));
    }
    if (fixes.isEmpty()) {
      buttons.getChildren().add(words("No edit of the design mends this by itself.", "muted"));
    }
    left.getChildren().addAll(buttons, outlook);
    foresee();
    var right = new VBox(12);
    right.setMinWidth(0);
    var sentence = new VBox(6, words(problem.message() + ".", "problem-sentence"));
    muted.ifPresent(reason -> sentence.getChildren().add(words(reason, "muted-reason")));
    var text = problem.text();
    right
        .getChildren()
        .addAll(
            part("What is wrong", words(text.what(), "part-words")),
            part("Why it matters", words(sentence(problem.why()), "part-words")),
            part("How to see it", commands(problem)),
            part("How to fix it, and what that costs", words(text.fix(), "part-words")));
    if (!text.exception().isEmpty()) {
      right.getChildren().add(part("When it is right", words(text.exception(), "part-words")));
    }
    narrow.when(OnScreen.placed(right)).subscribe(one -> arrange(sentence, left, right, one));
  }

  /// In one column the sentence stands first, so that it is seen without scrolling.
  private void arrange(Node sentence, Node left, VBox right, boolean one) {
    body.getChildren().clear();
    body.getColumnConstraints().clear();
    right.getChildren().remove(sentence);
    if (one) {
      body.getColumnConstraints().add(column(100));
      body.add(sentence, 0, 0);
      body.add(left, 0, 1);
      body.add(right, 0, 2);
    } else {
      right.getChildren().addFirst(sentence);
      body.getColumnConstraints().addAll(column(42), column(58));
      body.add(left, 0, 0);
      body.add(right, 1, 0);
    }
    GridPane.setValignment(left, javafx.geometry.VPos.TOP);
    GridPane.setValignment(right, javafx.geometry.VPos.TOP);
  }

  private static ColumnConstraints column(double percent) {
    var column = new ColumnConstraints();
    column.setPercentWidth(percent);
    column.setHgrow(Priority.ALWAYS);
    return column;
  }

  private Button button(Fix fix, boolean first) {
    var button = new Button(fix.label());
    button.getStyleClass().add("fix-button");
    if (first) {
      button.getStyleClass().add("accent");
    }
    button.setMaxWidth(Double.MAX_VALUE);
    button.setWrapText(true);
    button.setTooltip(new Tooltip(fix.edit().label(store.design()) + ". Can be undone."));
    button.setOnAction(event -> wishes.fix(fix));
    FixPreview.on(button, store, fix.edit());
    return button;
  }

  /// Says what a way out that is looked at would change, once that is known.
  private void foresee() {
    String words =
        store.trying().get() && store.settled().get()
            ? shown.map(this::outlook).orElse("")
            : fixes.isEmpty() ? "" : "Rest on a button, or go there with Tab, to see it before.";
    outlook.setText(words);
    if (store.trying().get() && !store.settled().get()) {
      store.whenSettled(this::foresee);
    }
  }

  private String outlook(Problem problem) {
    var after = store.problems().get();
    var before = store.ownProblems();
    boolean gone = after.stream().noneMatch(one -> ProblemsPanel.same(problem, one));
    var more = without(after, before);
    long others =
        without(before, after).stream().filter(one -> !ProblemsPanel.same(problem, one)).count();
    var words = new ArrayList<String>();
    words.add(gone ? "This problem is gone then" : "Mends a part of it");
    if (others > 0) {
      words.add(others == 1 ? "so is another one" : "so are " + others + " others");
    }
    words.add(
        more.isEmpty()
            ? "no new one"
            : "new: "
                + more.stream()
                    .map(one -> one.code() + " " + one.title())
                    .distinct()
                    .limit(3)
                    .collect(Collectors.joining(", ")));
    cost(problem).ifPresent(words::add);
    return String.join("; ", words) + ".";
  }

  /// `access ≈ ×2.1 → ≈ ×1.0`
  private Optional<String> cost(Problem problem) {
    var now = problem.domain().flatMap(store.analysis().get()::expected).map(Estimate::words);
    var then = problem.domain().flatMap(store.shown().get()::expected).map(Estimate::words);
    return now.isEmpty() || now.equals(then)
        ? Optional.empty()
        : then.map(words -> "memory access " + now.get() + " → " + words);
  }

  private static List<Problem> without(List<Problem> some, List<Problem> others) {
    return some.stream()
        .filter(one -> others.stream().noneMatch(other -> ProblemsPanel.same(one, other)))
        .toList();
  }

  private Node commands(Problem problem) {
    var guest = problem.domain().flatMap(store.design()::guest).map(one -> one.name());
    var box = new VBox(4);
    box.setId("see-commands");
    for (var see : SeeCommand.of(problem, guest)) {
      var text = new Label(see.command());
      text.getStyleClass().addAll("mono", "see-command");
      text.setWrapText(true);
      text.setMinHeight(USE_PREF_SIZE);
      text.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(text, Priority.ALWAYS);
      var copy = new CopyButton("", "“" + see.command() + "”", see::command);
      copy.getStyleClass().addAll("flat", "button-icon");
      var line = new HBox(4, text, copy);
      line.setAlignment(Pos.CENTER_LEFT);
      box.getChildren().add(line);
      if (!see.where().isEmpty()) {
        box.getChildren().add(words("↑ " + see.where(), "see-where"));
      }
    }
    return box;
  }

  private static Node part(String title, Node content) {
    var head = new Label(title);
    head.getStyleClass().add("part-title");
    return new VBox(3, head, content);
  }

  private static String sentence(String text) {
    return text.endsWith(".") || text.endsWith("…") ? text : text + ".";
  }

  private static Label words(String text, String style) {
    var words = new Label(text);
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    words.getStyleClass().add(style);
    return words;
  }
}

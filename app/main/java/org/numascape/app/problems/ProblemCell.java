package org.numascape.app.problems;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.Lane;
import org.numascape.app.store.Weight;
import org.numascape.app.widget.FixPreview;
import org.numascape.app.widget.OnScreen;
import org.numascape.app.widget.SeverityIcon;
import org.numascape.check.Fix;
import org.numascape.check.Problem;
import org.numascape.design.Mute;

/// A problem as one row: how bad, its code, whom it concerns, what is wrong, a way out.
final class ProblemCell extends ListCell<Problem> {

  /// Below this width in pixels a fix is a glyph.
  private static final double ROOM_FOR_WORDS = 700;

  /// What a row asks for.
  interface Wishes {
    /// The name of the guest, or `host`.
    String subject(Problem problem);

    /// To make a fix.
    void fix(Fix fix);

    /// To explain a problem.
    void explain(Problem problem);

    /// To silence its rule, for its guest or for the whole host.
    void mute(Problem problem, boolean everywhere);

    /// To let a rule speak again.
    void unmute(Mute mute);

    /// The mute that silences a problem, if one does.
    Optional<Mute> mute(Problem problem);

    /// To light up what a problem concerns, for as long as the pointer rests on it.
    void hovered(Problem problem, boolean entered);

    /// To show where it is.
    void fly(Problem problem);
  }

  /// Below this width in pixels the subject gives room to the message.
  private static final double NARROW = 480;

  private static final PseudoClass SHORT = PseudoClass.getPseudoClass("short");
  private static final PseudoClass MUTED = PseudoClass.getPseudoClass("muted");

  private final DesignStore store;
  private final Wishes wishes;
  private final Lane trying = new Lane();

  ProblemCell(DesignStore store, Wishes wishes) {
    this.store = store;
    this.wishes = wishes;
    setPrefWidth(0);
    hoverProperty()
        .subscribe(entered -> {
          if (getItem() != null) {
            wishes.hovered(getItem(), entered);
          }
        });
    setOnMouseClicked(event -> {
      if (event.getClickCount() == 2 && getItem() != null) {
        wishes.fly(getItem());
      }
    });
  }

  @Override
  protected void updateItem(@Nullable Problem problem, boolean empty) {
    super.updateItem(problem, empty);
    setText("");
    trying.forget();
    if (problem == null || empty) {
      setGraphic(null);
      setAccessibleText("");
      pseudoClassStateChanged(MUTED, false);
      return;
    }
    var mute = wishes.mute(problem);
    pseudoClassStateChanged(MUTED, mute.isPresent());
    String subject = wishes.subject(problem);
    setGraphic(row(problem, subject, mute));
    setAccessibleText(
        SeverityIcon.word(problem.severity())
            + " "
            + problem.code()
            + ", "
            + subject
            + ": "
            + problem.message()
            + mute.map(one -> ", muted: " + one.reason()).orElse(""));
  }

  private Node row(Problem problem, String subject, Optional<Mute> mute) {
    var code = new Hyperlink(problem.code());
    code.getStyleClass().addAll("mono", "problem-code");
    code.setTooltip(new Tooltip("Why is this a problem?"));
    code.setOnAction(event -> wishes.explain(problem));
    var who = new Label(subject);
    who.getStyleClass().add("problem-subject");
    who.setTooltip(new Tooltip(subject));
    widthProperty()
        .when(OnScreen.placed(who))
        .map(width -> width.doubleValue() < NARROW)
        .subscribe(narrow -> who.pseudoClassStateChanged(SHORT, narrow));
    String words =
        mute.map(one -> one.reason() + "  —  " + problem.message()).orElse(problem.message());
    var what = new Label(words);
    what.setTooltip(new Tooltip(problem.title() + "\n" + problem.message()));
    what.getStyleClass().add("problem-message");
    what.setMinWidth(0);
    what.setPrefWidth(0);
    what.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(what, Priority.ALWAYS);
    var icon = SeverityIcon.of(problem.severity());
    Tooltip.install(icon, new Tooltip(SeverityIcon.word(problem.severity())));
    var row = new HBox(10, icon, code, who, what);
    row.setAlignment(Pos.CENTER_LEFT);
    if (mute.isPresent()) {
      row.getChildren().add(unmute(mute.get()));
      return row;
    }
    trying.ask(
        Weight.large(store.design()) && !problem.fixesKnown(),
        problem::fixes,
        fixes -> {
          if (!fixes.isEmpty()) {
            row.getChildren().add(link(fixes.getFirst()));
          }
          row.getChildren().add(more(problem, fixes));
        });
    return row;
  }

  private Node unmute(Mute mute) {
    var link = new Hyperlink("Unmute");
    link.getStyleClass().add("problem-fix");
    link.setMinWidth(USE_PREF_SIZE);
    link.setTooltip(new Tooltip("Let " + mute.code() + " be heard of again"));
    link.setOnAction(event -> wishes.unmute(mute));
    return link;
  }

  /// In words where there is room; else as a glyph, or only in the menu behind it, so that the
  /// message keeps its room.
  private Node link(Fix fix) {
    var link = new Hyperlink();
    var glyph = new FontIcon(Material2AL.BUILD);
    widthProperty()
        .when(OnScreen.placed(link))
        .map(width -> width.doubleValue() < ROOM_FOR_WORDS)
        .subscribe(narrow -> {
          link.setText(narrow ? "" : fix.label());
          link.setGraphic(narrow ? glyph : null);
        });
    var room = widthProperty().when(OnScreen.placed(link));
    link.visibleProperty().bind(room.map(width -> width.doubleValue() >= NARROW));
    link.managedProperty().bind(link.visibleProperty());
    link.setAccessibleText(fix.label());
    link.getStyleClass().add("problem-fix");
    link.setTooltip(new Tooltip(fix.label() + "  (Alt+Enter)"));
    link.setMinWidth(USE_PREF_SIZE);
    link.setOnAction(event -> wishes.fix(fix));
    FixPreview.on(link, store, fix.edit());
    return link;
  }

  private Node more(Problem problem, List<Fix> fixes) {
    var menu = new MenuButton("", new FontIcon(Material2MZ.MORE_VERT));
    menu.getStyleClass().addAll("flat", "no-arrow", "problem-more");
    menu.setTooltip(new Tooltip("More ways out, why, and mute"));
    menu.setAccessibleText("More ways out, why, and mute");
    var why = new MenuItem("Why?");
    why.setOnAction(event -> wishes.explain(problem));
    menu.getItems().add(why);
    if (!fixes.isEmpty()) {
      menu.getItems().add(new SeparatorMenuItem());
    }
    for (var fix : fixes) {
      var item = new MenuItem(fix.label());
      item.setMnemonicParsing(false);
      item.setOnAction(event -> wishes.fix(fix));
      menu.getItems().add(item);
    }
    menu.getItems().add(new SeparatorMenuItem());
    menu.getItems().addAll(MuteMenu.items(problem, wishes));
    return menu;
  }
}

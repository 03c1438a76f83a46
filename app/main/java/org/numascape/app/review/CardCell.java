package org.numascape.app.review;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.numascape.app.widget.Bubble;
import org.numascape.app.widget.GuestStripe;
import org.numascape.apply.DomainPlan;
import org.numascape.apply.Effect;
import org.numascape.apply.PlannedLine;
import org.numascape.apply.When;
import org.numascape.design.DomainId;

/// A card of the review: whose changes they are, each in words with when it takes effect, and the
/// choice.
final class CardCell extends ListCell<Card> {

  /// What a card asks for, and what it has to know.
  interface Wishes {
    /// The review as it is now.
    Optional<Review> review();

    /// To change when a guest's changes take effect.
    void choose(DomainId id, When when);

    /// To take a guest in or leave it out.
    void include(DomainId id, boolean included);
  }

  private static final double EXPLANATION_WIDTH = 340;

  private final Wishes wishes;

  CardCell(Wishes wishes) {
    this.wishes = wishes;
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable Card card, boolean empty) {
    super.updateItem(card, empty);
    setText("");
    if (card == null || empty) {
      setGraphic(null);
      return;
    }
    setGraphic(
        switch (card) {
          case Card.Host host -> host(host);
          case Card.OfGuest(var plan) -> guest(plan);
        });
  }

  private Node host(Card.Host host) {
    var lines = new VBox(5, head("Host", "huge-page pools", Optional.empty()));
    host.pools()
        .forEach(pool ->
            lines
                .getChildren()
                .add(line(new PlannedLine(pool.words(), Effect.HOST_NOW, Optional.empty()))));
    return framed(lines, Optional.empty());
  }

  private Node guest(DomainPlan plan) {
    var review = wishes.review();
    boolean included = review.filter(r -> r.includes(plan.id())).isPresent();
    boolean ready = review.filter(r -> r.readiness() instanceof Readiness.Ready).isPresent();
    var include = new CheckBox();
    include.setId("include-" + plan.name());
    include.setSelected(included);
    include.setTooltip(new Tooltip("Untick to leave " + plan.name() + " as it is"));
    include.setAccessibleText("Apply the changes of " + plan.name());
    include.setOnAction(event -> wishes.include(plan.id(), include.isSelected()));
    var lines =
        new VBox(
            5, head(plan.name(), state(plan), ready ? Optional.of(include) : Optional.empty()));
    if (review.filter(r -> r.changed().contains(plan.id())).isPresent()) {
      lines.getChildren().add(changedByOthers());
    }
    plan.lines().forEach(line -> lines.getChildren().add(line(line)));
    if (ready && included) {
      lines.getChildren().add(new WhenChoice(plan, when -> wishes.choose(plan.id(), when)));
    }
    var card = framed(lines, Optional.of(new GuestStripe(plan.guest().colour())));
    if (!included) {
      card.getStyleClass().add("left-out");
    }
    return card;
  }

  private static Node framed(VBox lines, Optional<Node> stripe) {
    lines.getStyleClass().add("card-lines");
    HBox.setHgrow(lines, Priority.ALWAYS);
    var card = new HBox(lines);
    stripe.ifPresent(s -> card.getChildren().addFirst(s));
    card.getStyleClass().add("review-card");
    return card;
  }

  private static Node head(String name, String state, Optional<Node> right) {
    var title = new Label(name);
    title.getStyleClass().add("card-title");
    title.setTooltip(new Tooltip(name));
    var muted = new Label(state);
    muted.getStyleClass().addAll("muted", "small-text");
    muted.setMinWidth(USE_PREF_SIZE);
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var head = new HBox(12, title, muted, gap);
    head.setAlignment(Pos.BASELINE_LEFT);
    right.ifPresent(head.getChildren()::add);
    return head;
  }

  private static String state(DomainPlan plan) {
    return switch (plan.guest().state()) {
      case RUNNING -> plan.guest().persistent() ? "running" : "running, transient";
      case PAUSED -> "paused";
      case SHUT_OFF -> "shut off";
      case FILE -> "from a file, not on the host";
    };
  }

  private static Node changedByOthers() {
    var note =
        new Label(
            "Changed on the host since it was read: read it again before you apply",
            new FontIcon(Material2MZ.WARNING));
    note.setWrapText(true);
    note.getStyleClass().add("card-warning");
    return note;
  }

  private Node line(PlannedLine line) {
    boolean done = line.effect() != Effect.NONE;
    var icon = new FontIcon(done ? Material2AL.CHECK : Material2MZ.REMOVE);
    icon.getStyleClass().add(done ? "line-done" : "line-not");
    var words = new Label(line.words());
    words.setWrapText(true);
    words.getStyleClass().add(done ? "line-words" : "muted");
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    var effect = new Label(line.effect().word());
    effect.getStyleClass().addAll("muted", "small-text");
    effect.setMinWidth(USE_PREF_SIZE);
    var row = new HBox(8, icon, words, effect);
    row.setAlignment(Pos.BASELINE_LEFT);
    line.why().ifPresent(reason -> row.getChildren().add(why(reason)));
    return row;
  }

  private Node why(String reason) {
    var why = new Hyperlink("why?");
    why.getStyleClass().addAll("why", "small-text");
    why.setMinWidth(USE_PREF_SIZE);
    why.setTooltip(new Tooltip(reason));
    why.setAccessibleText("Why? " + reason);
    why.setOnAction(event -> explain(why, reason));
    return why;
  }

  private void explain(Node beside, String reason) {
    Bubble.below(this, beside, new VBox(Bubble.words(reason, EXPLANATION_WIDTH)));
  }
}

package org.numascape.app.review;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.numascape.apply.When;
import org.numascape.design.DomainId;
import org.numascape.format.FormatException;

/// The review itself: cards on the left, XML and steps on the right, the buttons below.
final class ReviewPage extends BorderPane implements Page, CardCell.Wishes {

  /// What the page asks for.
  interface Wishes {
    /// To do it.
    void apply(Review review);

    /// To read the host anew and review again.
    void readAgain();

    /// To leave everything as it is.
    void cancel();
  }

  private final Clock clock;
  private final ReviewHead head;
  private final ListView<Card> cards = new ListView<>();
  private final DomainPane domain = new DomainPane();
  private final Story story = new Story();
  private final Button apply = new Button();
  private final Wishes wishes;
  private Review review;

  ReviewPage(Review review, Clock clock, Wishes wishes) {
    this.review = review;
    this.clock = clock;
    this.wishes = wishes;
    getStyleClass().add("review-page");
    head = new ReviewHead(review, wishes::readAgain);
    cards.setId("review-cards");
    cards.setCellFactory(list -> new CardCell(this));
    cards.setAccessibleText("Changes by virtual machine");
    cards.getSelectionModel().selectedItemProperty().subscribe(this::selected);
    setTop(head);
    setLeft(left());
    setCenter(right());
    setBottom(foot());
    show(review);
    cards.getSelectionModel().select(firstGuest());
  }

  private Node left() {
    VBox.setVgrow(cards, Priority.ALWAYS);
    var left =
        new VBox(
            10,
            cards,
            NoticeBox.conflicts(review.conflicts()),
            NoticeBox.remaining(review.design(), review.problems()));
    left.getStyleClass().add("review-left");
    return left;
  }

  private Node right() {
    VBox.setVgrow(domain, Priority.ALWAYS);
    var right = new VBox(14, domain, story);
    right.getStyleClass().add("review-right");
    right.setMinWidth(0);
    return right;
  }

  private Node foot() {
    boolean ready = review.readiness() instanceof Readiness.Ready;
    var cancel = new Button(ready ? "Cancel" : "Close");
    cancel.setId("review-cancel");
    cancel.setTooltip(new Tooltip("Leave everything as it is  (Escape)"));
    cancel.setOnAction(event -> wishes.cancel());
    apply.setId("review-apply");
    apply.getStyleClass().add("accent");
    apply.setTooltip(new Tooltip("Do what is ticked  (Ctrl+Enter)"));
    apply.setOnAction(event -> apply());
    return new Foot(List.of(), ready ? List.of(cancel, apply) : List.of(cancel));
  }

  /// Selects the first guest: its XML is what there is to see.
  private int firstGuest() {
    var items = cards.getItems();
    return items.size() > 1 && items.getFirst() instanceof Card.Host ? 1 : 0;
  }

  private void apply() {
    if (review.applicable()) {
      wishes.apply(review);
    }
  }

  @Override
  public void focus() {
    cards.requestFocus();
  }

  @Override
  public void escape() {
    wishes.cancel();
  }

  @Override
  public void confirm() {
    apply();
  }

  private void show(Review next) {
    review = next;
    int selected = cards.getSelectionModel().getSelectedIndex();
    cards.getItems().setAll(next.cards());
    cards.getSelectionModel().select(Math.max(0, selected));
    head.show(next, clock.instant());
    story.show(next);
    apply.setText(next.changes() == 0 ? "Apply" : "Apply " + ReviewHead.changes(next.changes()));
    apply.setDisable(!next.applicable());
  }

  private void selected(@Nullable Card card) {
    if (card != null) {
      domain.show(card);
    }
  }

  @Override
  public Optional<Review> review() {
    return Optional.of(review);
  }

  @Override
  public void choose(DomainId id, When when) {
    change(id, before -> choosing(before, id, when));
  }

  /// Every text was read once already when the review was made.
  private static Review choosing(Review before, DomainId id, When when) {
    try {
      return before.choosing(id, when);
    } catch (FormatException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void include(DomainId id, boolean included) {
    change(id, before -> before.including(id, included));
  }

  private void change(DomainId id, UnaryOperator<Review> change) {
    show(change.apply(review));
    var items = cards.getItems();
    for (int place = 0; place < items.size(); place++) {
      if (items.get(place).guest().filter(id::equals).isPresent()) {
        cards.getSelectionModel().select(place);
      }
    }
  }
}

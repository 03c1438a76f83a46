package org.numascape.app.domains;

import java.util.Optional;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/// A line of the list with the card of whatever guest it has to show.
final class CardRow extends ListCell<Entry> {

  private final Desk desk;
  private final ObservableDoubleValue room;
  private Optional<GuestCard> card = Optional.empty();

  CardRow(Desk desk, ObservableDoubleValue room) {
    this.desk = desk;
    this.room = room;
    getStyleClass().add("card-row");
    setPrefWidth(1);
    setFocusTraversable(false);
  }

  /// The card it shows.
  Optional<GuestCard> card() {
    return card;
  }

  @Override
  protected void updateItem(@Nullable Entry entry, boolean empty) {
    super.updateItem(entry, empty);
    if (empty || entry == null) {
      card = Optional.empty();
      setGraphic(null);
      return;
    }
    switch (entry) {
      case Entry.OfGuest(var id) -> {
        if (card.filter(shown -> shown.id().equals(id)).isEmpty()) {
          card = Optional.of(new GuestCard(id, desk, room));
        }
        setGraphic(card.get());
        card.get().refresh();
      }
      case Entry.DropZone zone -> {
        card = Optional.empty();
        setGraphic(new DropHint(desk.requests()));
      }
    }
  }
}

package org.numascape.app.devices;

import java.util.ArrayList;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.numascape.placement.Handover.Offer;

/// A device of the host in the list.
final class OfferCell extends ListCell<Offer> {

  OfferCell() {
    // Shortened by its list, never wider than it.
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable Offer offer, boolean empty) {
    super.updateItem(offer, empty);
    if (empty || offer == null) {
      setText(null);
      setTooltip(null);
      return;
    }
    setText(words(offer));
    setTooltip(new Tooltip(words(offer)));
  }

  /// Address, name, node, group, and who has it.
  static String words(Offer offer) {
    var words = new ArrayList<String>();
    words.add(offer.address());
    if (!offer.words().isEmpty()) {
      words.add(offer.words());
    }
    if (offer.node().isPresent()) {
      words.add("node " + offer.node().getAsInt());
    }
    if (offer.group().isPresent()) {
      words.add("IOMMU group " + offer.group().getAsInt());
    }
    if (!offer.users().isEmpty()) {
      words.add(String.join(", ", offer.users()) + " has it");
    }
    return String.join(" · ", words);
  }
}

package org.numascape.app.devices;

import java.util.ArrayList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.numascape.placement.Handover.Offer;

/// A device of the host in the list.
final class OfferCell extends ListCell<Offer> {

  private final Label address = new Label();
  private final Label name = new Label();
  private final Label where = new Label();
  private final HBox line = new HBox(10, address, name, where);

  OfferCell() {
    // Shortened by its list, never wider than it.
    setPrefWidth(0);
    address.getStyleClass().add("offer-address");
    address.setMinWidth(Region.USE_PREF_SIZE);
    where.getStyleClass().addAll("muted", "small-text");
    where.setMinWidth(Region.USE_PREF_SIZE);
    name.setMinWidth(0);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    line.setAlignment(Pos.CENTER_LEFT);
    line.setMinWidth(0);
  }

  @Override
  protected void updateItem(@Nullable Offer offer, boolean empty) {
    super.updateItem(offer, empty);
    if (empty || offer == null) {
      setGraphic(null);
      setTooltip(null);
      return;
    }
    address.setText(offer.address());
    name.setText(offer.words());
    where.setText(where(offer));
    setGraphic(line);
    setAccessibleText(words(offer));
    setTooltip(new Tooltip(words(offer)));
  }

  /// Address, name, node, group, and who has it.
  static String words(Offer offer) {
    var words = new ArrayList<String>();
    words.add(offer.address());
    if (!offer.words().isEmpty()) {
      words.add(offer.words());
    }
    String where = where(offer);
    if (!where.isEmpty()) {
      words.add(where);
    }
    return String.join(" · ", words);
  }

  private static String where(Offer offer) {
    var words = new ArrayList<String>();
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

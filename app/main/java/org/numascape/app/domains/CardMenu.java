package org.numascape.app.domains;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.numascape.app.store.DesignStore;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.Guest;
import org.numascape.design.Item;
import org.numascape.format.FormatException;
import org.numascape.format.domainxml.DomainWriter;
import org.numascape.placement.Unpin;

/// What can be done with a whole guest: first what other parts of the window offer, then what is
/// done here.
final class CardMenu extends ContextMenu {

  CardMenu(DomainId id, DesignStore store, List<MenuItem> more) {
    setId("card-menu");
    var design = store.design();
    var chosen =
        store.selection().get().stream()
            .filter(item -> item instanceof Item.OfGuest of && of.domain().equals(id))
            .filter(item -> !(item instanceof Item.WholeGuest))
            .toList();
    Optional<Guest> guest = design.guest(id);
    getItems().addAll(more);
    if (!more.isEmpty()) {
      getItems().add(new SeparatorMenuItem());
    }
    if (!chosen.isEmpty()) {
      getItems().add(edit("Unpin selection", "unpin-selection", store, Unpin.of(design, chosen)));
    }
    getItems()
        .addAll(
            edit(
                "Unpin all",
                "unpin-all",
                store,
                Unpin.of(design, List.of(new Item.WholeGuest(id)))),
            edit(
                "Revert to what was read",
                "revert-guest",
                store,
                guest.filter(Guest::changed).map(changed -> new Edit.Revert(id))),
            new SeparatorMenuItem(),
            copyXml(guest));
  }

  private static MenuItem edit(
      String label, String id, DesignStore store, Optional<? extends Edit> edit) {
    var item = new MenuItem(label);
    item.setId(id);
    item.setDisable(edit.isEmpty());
    item.setOnAction(event -> edit.ifPresent(store::apply));
    return item;
  }

  private static MenuItem copyXml(Optional<Guest> guest) {
    var item = new MenuItem("Copy domain XML");
    item.setId("copy-xml");
    Optional<String> xml = guest.flatMap(CardMenu::xml);
    item.setDisable(xml.isEmpty());
    item.setOnAction(event ->
        xml.ifPresent(text ->
            Clipboard.getSystemClipboard()
                .setContent(java.util.Map.of(DataFormat.PLAIN_TEXT, text))));
    return item;
  }

  /// The guest's XML with the placement of this design; empty for a guest without readable XML.
  private static Optional<String> xml(Guest guest) {
    try {
      return Optional.of(DomainWriter.write(guest.xml(), guest.wanted()));
    } catch (FormatException unreadable) {
      return Optional.empty();
    }
  }
}

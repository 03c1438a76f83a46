package org.numascape.app.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.GuestWords;
import org.numascape.design.PageSizes;
import org.numascape.domain.Domain;
import org.numascape.topology.HostTopology;
import org.numascape.topology.PageSize;

/// What pages hold a guest's memory: the host's normal ones, or huge pages of a size it can have.
interface PageChoice {

  /// One line of the choice; no size means normal pages.
  record Choice(String words, Optional<PageSize> size) {
    @Override
    public String toString() {
      return words;
    }
  }

  /// A choice for one guest.
  static ComboBox<Choice> of(Sheet sheet, DomainId id, Supplier<Domain> domain) {
    var box = new ComboBox<Choice>();
    box.setId("page-size");
    box.getStyleClass().add("edit-choice");
    box.setAccessibleText("Page size");
    box.setTooltip(
        new Tooltip("The pages that hold the guest's memory; huge ones come from pools"));
    sheet.follow(() -> {
      var choices = choices(sheet.facts().host());
      if (!choices.equals(box.getItems())) {
        box.getItems().setAll(choices);
      }
      String now = GuestWords.pages(domain.get(), sheet.facts().host());
      box.setPromptText(now);
      choices.stream()
          .filter(choice -> choice.words().equals(now))
          .findFirst()
          .ifPresentOrElse(box::setValue, () -> box.getSelectionModel().clearSelection());
    });
    box.setOnAction(event -> {
      var chosen = box.getSelectionModel().getSelectedItem();
      String now = GuestWords.pages(domain.get(), sheet.facts().host());
      if (chosen != null && !chosen.words().equals(now)) {
        sheet.store().apply(new Edit.SetPages(id, chosen.size()));
      }
    });
    return box;
  }

  private static List<Choice> choices(HostTopology host) {
    var choices = new ArrayList<Choice>();
    choices.add(new Choice(GuestWords.basePage(host) + " pages", Optional.empty()));
    PageSizes.of(host).forEach(size -> choices.add(new Choice(size + " pages", Optional.of(size))));
    return choices;
  }
}

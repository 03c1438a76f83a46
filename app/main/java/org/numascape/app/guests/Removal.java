package org.numascape.app.guests;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.Guest;

/// Taking guests out of a design, said in plain words before it is done.
record Removal(List<Guest> guests) {

  /// Those of some guests that are in a design.
  static Removal of(Design design, List<DomainId> ids) {
    return new Removal(ids.stream().flatMap(id -> design.guest(id).stream()).toList());
  }

  /// The edit; empty where there is nobody to remove.
  Optional<Edit> edit() {
    var edits = guests.stream().<Edit>map(guest -> new Edit.RemoveGuest(guest.id())).toList();
    return switch (edits.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(edits.getFirst());
      default -> Optional.of(new Edit.Together("Remove " + names(), edits));
    };
  }

  /// Asks; true where it is to be done.
  boolean confirmed(Window owner) {
    var remove = new ButtonType("Remove", ButtonBar.ButtonData.OK_DONE);
    var alert = new Alert(Alert.AlertType.CONFIRMATION, words(), remove, ButtonType.CANCEL);
    alert.initOwner(owner);
    alert.setTitle("Remove " + names());
    alert.setHeaderText("Remove " + names() + " from this design?");
    alert.getDialogPane().setId("remove-guests");
    alert.getDialogPane().setPrefWidth(520);
    alert.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
    alert.getDialogPane().lookupButton(remove).setId("remove-do");
    return alert.showAndWait().filter(remove::equals).isPresent();
  }

  private String names() {
    return guests.size() > 3
        ? guests.size() + " guests"
        : String.join(", ", guests.stream().map(Guest::name).toList());
  }

  /// What happens and what does not.
  String words() {
    var here = guests.stream().filter(Guest::fromFile).toList();
    var there = guests.stream().filter(guest -> !guest.fromFile()).toList();
    var words = new ArrayList<String>();
    if (!there.isEmpty()) {
      boolean active = there.stream().anyMatch(guest -> guest.state().active());
      boolean one = there.size() == 1;
      String stays =
          one
              ? there.getFirst().name() + " stays on the host as it is"
              : there.size() + " of them stay on the host as they are";
      String runs = one ? " and keeps running" : ", and those that run keep running";
      words.add(
          stays
              + (active ? runs : "")
              + ": nothing is undefined, no disk is deleted. The design no longer counts the CPUs"
              + " and memory, so the picture shows them free although they are not.");
    }
    if (!here.isEmpty()) {
      words.add(
          (here.size() == 1 ? here.getFirst().name() + " is" : here.size() + " of them are")
              + " only in this design. Files the XML came from stay where they are.");
    }
    words.add("Undo brings " + (guests.size() == 1 ? "it" : "them") + " back.");
    return String.join("\n\n", words);
  }
}

package org.numascape.app.guests;

import java.util.Optional;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.numascape.app.store.DesignStore;
import org.numascape.app.widget.CopyButton;
import org.numascape.app.widget.FirstField;
import org.numascape.design.Design;
import org.numascape.design.DesignEdit;
import org.numascape.design.Guest;
import org.numascape.design.NewNames;

/// Asks for another name. Of a guest that libvirt knows it says why a design cannot rename it, and
/// who can.
final class RenameDialog extends Dialog<DesignEdit.RenameGuest> {

  private final Design design;
  private final Guest guest;
  private final TextField name = new TextField();
  private final Label trouble = FormGrid.words("rename-trouble", 1, "danger");
  private final TextField command = new TextField();
  private final ButtonType rename = new ButtonType("Rename", ButtonBar.ButtonData.OK_DONE);

  RenameDialog(Window owner, DesignStore store, Guest guest) {
    this.design = store.design();
    this.guest = guest;
    initOwner(owner);
    setTitle("Rename " + guest.name());
    setHeaderText("Rename " + guest.name());
    setResizable(true);
    name.setId("rename-name");
    name.setText(guest.name());
    var form = new FormGrid();
    form.setPrefWidth(520);
    form.line("Name", name, "The new name");
    form.below(trouble);
    getDialogPane().setId("rename");
    if (guest.fromFile()) {
      getDialogPane().getButtonTypes().addAll(rename, ButtonType.CANCEL);
      getDialogPane().lookupButton(rename).setId("rename-do");
    } else {
      form.wide(explanation());
      getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
    }
    getDialogPane().setContent(form);
    name.textProperty().subscribe(text -> judge());
    setResultConverter(type ->
        type == rename ? new DesignEdit.RenameGuest(guest.id(), name.getText().strip()) : null);
    FirstField.of(this, name);
  }

  /// libvirt keeps a domain by UUID and name: defining the same UUID under another name is refused
  /// (virDomainObjListAdd, "domain is already defined with uuid").
  private Region explanation() {
    var why = FormGrid.words("rename-why", 3);
    why.setText(
        "libvirt on the host knows this machine as "
            + guest.name()
            + ", and refuses a definition that gives its UUID another name. So a design cannot"
            + " rename it. Shut it down, run this command on the host, and read the host again"
            + " (F5); pins and everything else of this design stay with it.");
    why.setMinHeight(Label.USE_PREF_SIZE);
    command.setId("rename-command");
    command.setEditable(false);
    command.getStyleClass().add("mono");
    command.setAccessibleText("Command that renames it on the host");
    return new VBox(8, why, command, new CopyButton("Copy", "the command", command::getText));
  }

  private void judge() {
    String text = name.getText().strip();
    var wrong = wrong(text);
    trouble.setText(wrong.orElse(""));
    command.setText("virsh domrename " + quoted(guest.name()) + " " + quoted(text));
    if (guest.fromFile()) {
      boolean same = text.equals(guest.name());
      getDialogPane().lookupButton(rename).setDisable(same || wrong.isPresent());
    }
  }

  private Optional<String> wrong(String text) {
    if (text.isBlank() || text.contains("/")) {
      return Optional.of("A guest needs a name, without a slash.");
    }
    return !text.equals(guest.name()) && NewNames.taken(design, text)
        ? Optional.of("There is a guest " + text + " already.")
        : Optional.empty();
  }

  /// As a shell reads it.
  static String quoted(String word) {
    return word.matches("[A-Za-z0-9._:+@%-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}

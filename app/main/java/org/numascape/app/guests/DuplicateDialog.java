package org.numascape.app.guests;

import java.util.UUID;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Window;
import org.numascape.app.store.DesignStore;
import org.numascape.app.widget.FirstField;
import org.numascape.design.Design;
import org.numascape.design.Guest;
import org.numascape.design.NewNames;

/// Asks how a copy of a guest is called and what it takes along.
final class DuplicateDialog extends Dialog<Copying> {

  private final Design design;
  private final Guest guest;
  private final String uuid = UUID.randomUUID().toString();
  private final TextField name = new TextField();
  private final CheckBox placed = new CheckBox("On the same CPUs and nodes");
  private final CheckBox devices = new CheckBox();
  private final Label trouble = FormGrid.words("duplicate-trouble", 1, "danger");
  private final ButtonType copy = new ButtonType("Duplicate", ButtonBar.ButtonData.OK_DONE);

  DuplicateDialog(Window owner, DesignStore store, Guest guest) {
    this.design = store.design();
    this.guest = guest;
    initOwner(owner);
    setTitle("Duplicate " + guest.name());
    setHeaderText("Duplicate " + guest.name());
    setResizable(true);
    name.setId("duplicate-name");
    name.setText(NewNames.free(design, guest.name()));
    placed.setId("duplicate-placed");
    devices.setId("duplicate-devices");
    devices.setText("With its host devices, which only one can have: " + Copying.devices(guest));
    devices.setWrapText(true);
    getDialogPane().setId("duplicate");
    getDialogPane().setContent(form());
    getDialogPane().getButtonTypes().addAll(copy, ButtonType.CANCEL);
    getDialogPane().lookupButton(copy).setId("duplicate-do");
    name.textProperty().subscribe(text -> judge());
    setResultConverter(type -> type == copy ? copying() : null);
    FirstField.of(this, name);
  }

  private FormGrid form() {
    var form = new FormGrid();
    form.setPrefWidth(520);
    form.line("Name", name, "What the copy is called");
    form.below(trouble);
    form.below(placed);
    if (!guest.wanted().devices().isEmpty()) {
      form.below(devices);
    }
    var words = FormGrid.words("duplicate-words", 2, "muted");
    words.setText(
        ("The copy has the XML of "
                + guest.name()
                + " as it is in this design, another UUID, and MAC addresses that libvirt chooses. "
                + Copying.shared(guest))
            .strip());
    words.setMinHeight(Label.USE_PREF_SIZE);
    form.wide(words);
    return form;
  }

  private Copying copying() {
    return new Copying(
        guest.id(), name.getText().strip(), placed.isSelected(), devices.isSelected(), uuid);
  }

  private void judge() {
    var wrong = copying().wrong(design);
    trouble.setText(wrong.orElse(""));
    getDialogPane().lookupButton(copy).setDisable(wrong.isPresent());
  }
}

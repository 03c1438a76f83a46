package org.numascape.app.versions;

import java.util.Set;
import javafx.geometry.Insets;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/// Asks for the name of a snapshot; says while it is typed why it cannot be one.
final class NameDialog extends Dialog<String> {

  /// @param verb what the button says
  /// @param proposed the name to begin with, selected
  /// @param taken names of other snapshots
  NameDialog(Window owner, String title, String verb, String proposed, Set<String> taken) {
    initOwner(owner);
    setTitle(title);
    setHeaderText(title);
    var name = new TextField(proposed);
    name.setId("snapshot-name");
    name.setAccessibleText("Name of the snapshot");
    var trouble = new Label();
    trouble.setId("snapshot-trouble");
    trouble.getStyleClass().add("danger");
    trouble.setWrapText(true);
    trouble.setMinHeight(20);
    var hint =
        new Label(
            "A snapshot keeps what is planned for all machines and the host. It is saved in the"
                + " design's file, and undo does not take it away.");
    hint.setWrapText(true);
    hint.getStyleClass().add("muted");
    var box = new VBox(8, new Label("Name"), name, trouble, hint);
    box.setPadding(new Insets(12, 13, 4, 13));
    box.setPrefWidth(440);
    getDialogPane().setId("snapshot-dialog");
    getDialogPane().setContent(box);
    var ok = new ButtonType(verb, ButtonBar.ButtonData.OK_DONE);
    getDialogPane().getButtonTypes().addAll(ok, ButtonType.CANCEL);
    var button = getDialogPane().lookupButton(ok);
    button.setId("snapshot-ok");
    name.textProperty()
        .subscribe(text -> {
          boolean used = taken.contains(text.strip());
          trouble.setText(used ? "Another snapshot has this name." : "");
          button.setDisable(used || text.isBlank());
        });
    setResultConverter(type -> type == ok ? name.getText().strip() : null);
    setOnShown(event -> {
      name.requestFocus();
      name.selectAll();
    });
  }
}

package org.numascape.app.connect;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.numascape.libvirt.LibvirtUri;

/// Asks for a libvirt address; says what is wrong with it while it is typed.
final class ConnectDialog extends Dialog<ConnectDialog.Answer> {

  private static final List<String> COMMON =
      List.of(
          "qemu:///system", "qemu+ssh://root@host/system", "qemu:///session", "test:///default");

  /// What to open, and whether nothing may be changed there.
  record Answer(String uri, boolean readOnly) {}

  ConnectDialog(Window owner, List<String> recent) {
    initOwner(owner);
    setTitle("Connect to libvirt");
    setHeaderText("Connect to libvirt");
    setResizable(true);
    var address = new ComboBox<String>();
    address.setId("uri");
    address.setEditable(true);
    address.setMaxWidth(Double.MAX_VALUE);
    address.setAccessibleText("Address of the libvirt host");
    address.getItems().addAll(recent);
    COMMON.stream().filter(uri -> !recent.contains(uri)).forEach(address.getItems()::add);
    address.getEditor().setText(address.getItems().getFirst());
    var readOnly = new CheckBox("Read only: look, change nothing");
    var trouble = new Label();
    trouble.setId("uri-trouble");
    trouble.setWrapText(true);
    trouble.getStyleClass().add("danger");
    var hint =
        new Label(
            "Over ssh, log in with a key that your agent holds; host keys are checked. Passwords are not asked for.");
    hint.setWrapText(true);
    hint.getStyleClass().add("muted");
    var box = new VBox(10, new Label("Address"), address, trouble, readOnly, hint);
    box.setPadding(new Insets(12, 13, 4, 13));
    box.setPrefWidth(520);
    getDialogPane().setContent(box);
    var connect = new ButtonType("Connect", ButtonBar.ButtonData.OK_DONE);
    getDialogPane().getButtonTypes().addAll(connect, ButtonType.CANCEL);
    var button = getDialogPane().lookupButton(connect);
    address
        .getEditor()
        .textProperty()
        .subscribe(text -> {
          var wrong = wrong(text);
          trouble.setText(text.isBlank() ? "" : wrong.orElse(""));
          button.setDisable(wrong.isPresent());
        });
    setResultConverter(type ->
        type == connect
            ? new Answer(
                LibvirtUri.parse(address.getEditor().getText()).text(), readOnly.isSelected())
            : null);
    setOnShown(event -> address.getEditor().requestFocus());
  }

  private static Optional<String> wrong(String text) {
    try {
      LibvirtUri.parse(text);
      return Optional.empty();
    } catch (IllegalArgumentException trouble) {
      return Optional.of(String.valueOf(trouble.getMessage()));
    }
  }
}

package org.numascape.app.readiness;

import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.numascape.app.widget.FirstField;
import org.numascape.remote.SshAddress;

/// Asks where ssh shall log in; says what is wrong with it while it is typed.
final class SshDialog extends Dialog<SshAddress> {

  SshDialog(Window owner, String proposed) {
    initOwner(owner);
    setTitle("Collect settings over ssh");
    setHeaderText("Collect settings over ssh");
    setResizable(true);
    var host = new TextField(proposed);
    host.setId("ssh-host");
    host.setPromptText("user@host");
    host.setAccessibleText("Where ssh logs in, user@host");
    var trouble = new Label();
    trouble.setId("ssh-trouble");
    trouble.setWrapText(true);
    trouble.setMinHeight(20);
    trouble.getStyleClass().add("danger");
    var hint =
        new Label(
            "Your own ssh logs in with a key that your agent holds; host keys are checked, and"
                + " unknown ones refused. The commands only read and need no root.");
    hint.setWrapText(true);
    hint.getStyleClass().add("muted");
    var box = new VBox(8, new Label("Host"), host, trouble, hint);
    box.setPadding(new Insets(12, 13, 4, 13));
    box.setPrefWidth(480);
    getDialogPane().setId("ssh-dialog");
    getDialogPane().setContent(box);
    var collect = new ButtonType("Collect", ButtonBar.ButtonData.OK_DONE);
    getDialogPane().getButtonTypes().addAll(collect, ButtonType.CANCEL);
    var button = getDialogPane().lookupButton(collect);
    button.setId("ssh-collect");
    host.textProperty()
        .subscribe(text -> {
          var wrong = wrong(text);
          trouble.setText(text.isBlank() ? "" : wrong.orElse(""));
          button.setDisable(wrong.isPresent());
        });
    setResultConverter(type -> type == collect ? SshAddress.parse(host.getText()) : null);
    FirstField.of(this, host);
  }

  private static Optional<String> wrong(String text) {
    try {
      SshAddress.parse(text);
      return Optional.empty();
    } catch (IllegalArgumentException trouble) {
      return Optional.of(String.valueOf(trouble.getMessage()));
    }
  }
}

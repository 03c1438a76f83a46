package org.numascape.app.problems;

import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.numascape.check.Problem;
import org.numascape.design.DomainId;
import org.numascape.design.Mute;

/// Asks why a rule shall be silent: without a reason nobody could tell later whether it still
/// holds.
final class MuteDialog extends Dialog<Mute> {

  MuteDialog(Window owner, Problem problem, Optional<DomainId> whom, String name) {
    initOwner(owner);
    setTitle("Mute a rule");
    setHeaderText("Mute " + problem.code() + " for " + name);
    var what = new Label(problem.title() + ": " + problem.message() + ".");
    what.setWrapText(true);
    what.setMinHeight(Region.USE_PREF_SIZE);
    var reason = new TextField();
    reason.setId("mute-reason");
    reason.setPromptText("one tenant owns both");
    reason.setAccessibleText("Reason");
    var label = new Label("Why is it right here? The reason is saved with the design and shown.");
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.setLabelFor(reason);
    label.getStyleClass().add("muted");
    var box = new VBox(10, what, label, reason);
    box.setPadding(new Insets(12, 13, 4, 13));
    box.setPrefWidth(460);
    getDialogPane().setContent(box);
    var mute = new ButtonType("Mute", ButtonBar.ButtonData.OK_DONE);
    getDialogPane().getButtonTypes().addAll(mute, ButtonType.CANCEL);
    var button = getDialogPane().lookupButton(mute);
    button.setId("mute-ok");
    button.disableProperty().bind(reason.textProperty().map(String::isBlank));
    setResultConverter(
        type -> type == mute ? new Mute(problem.code(), whom, reason.getText().strip()) : null);
    setOnShown(event -> reason.requestFocus());
  }
}

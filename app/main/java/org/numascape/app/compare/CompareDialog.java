package org.numascape.app.compare;

import java.util.Optional;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.numascape.app.store.Background;

/// Asks which two hosts to compare, and reads them. A host that cannot be read is told here, and
/// the choice stays.
final class CompareDialog extends Dialog<Two> {

  private final Background background;
  private final HostPicker before;
  private final HostPicker after;
  private final Label told = new Label();
  private final ButtonType compare = new ButtonType("Compare", ButtonBar.ButtonData.OK_DONE);
  private Optional<Two> read = Optional.empty();
  private Runnable stop = () -> {};

  CompareDialog(Window owner, Background background, Offer offer) {
    this.background = background;
    initOwner(owner);
    setTitle("Compare two hosts");
    setHeaderText("Which two hosts?");
    setResizable(true);
    before = new HostPicker("compare-first", "First, or before a change", offer);
    after = new HostPicker("compare-second", "Second, or after it", offer);
    before.chooseAt(0);
    after.chooseAt(1);
    told.setId("compare-told");
    told.setWrapText(true);
    told.setMinHeight(34);
    var both = new HBox(16, before, after);
    HBox.setHgrow(before, Priority.ALWAYS);
    HBox.setHgrow(after, Priority.ALWAYS);
    before.setPrefWidth(340);
    after.setPrefWidth(340);
    VBox.setVgrow(both, Priority.ALWAYS);
    var box = new VBox(8, both, told);
    box.setPadding(new Insets(12, 13, 0, 13));
    getDialogPane().setId("compare-dialog");
    getDialogPane().getStyleClass().add("wide");
    getDialogPane().setContent(box);
    getDialogPane()
        .setPrefSize(Math.min(820, owner.getWidth() - 60), Math.min(560, owner.getHeight() - 80));
    getDialogPane().getButtonTypes().addAll(compare, ButtonType.CANCEL);
    button().addEventFilter(ActionEvent.ACTION, this::asked);
    for (var picker : new HostPicker[] {before, after}) {
      picker.selection().selectedItemProperty().subscribe(choice -> changed());
      picker.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    }
    setResultConverter(type -> type == compare ? read.orElse(null) : null);
    setOnShown(event -> Platform.runLater(after::begin));
    setOnHidden(event -> stop.run());
  }

  /// With a host in place of the first of the list: the one that is compared already.
  CompareDialog with(Optional<HostChoice> first, Optional<HostChoice> second) {
    first.ifPresent(before::add);
    second.ifPresent(after::add);
    return this;
  }

  private Button button() {
    return (Button) getDialogPane().lookupButton(compare);
  }

  private void changed() {
    stop.run();
    told.getStyleClass().remove("danger");
    told.setText("");
    button().setDisable(before.chosen().isEmpty() || after.chosen().isEmpty());
  }

  private void clicked(MouseEvent event) {
    if (event.getClickCount() == 2 && !button().isDisabled()) {
      button().fire();
    }
  }

  /// Reads both before the dialog may close.
  private void asked(ActionEvent event) {
    if (read.isPresent() || before.chosen().isEmpty() || after.chosen().isEmpty()) {
      return;
    }
    event.consume();
    var first = before.chosen().get();
    var second = after.chosen().get();
    button().setDisable(true);
    told.getStyleClass().remove("danger");
    told.setText("Reading " + first.label() + " and " + second.label() + "…");
    stop =
        background
            .start(
                "Reading two hosts",
                () -> new Two(first.reading().call(), second.reading().call()),
                this::done,
                this::failed)
            .cancel();
  }

  private void done(Two two) {
    read = Optional.of(two);
    button().setDisable(false);
    button().fire();
  }

  private void failed(Exception failure) {
    button().setDisable(false);
    told.getStyleClass().add("danger");
    told.setText(Optional.ofNullable(failure.getMessage()).orElse("no more is known"));
  }
}

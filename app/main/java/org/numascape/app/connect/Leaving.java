package org.numascape.app.connect;

import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.numascape.app.store.DesignStore;

/// Asks what shall become of edits that are in no file, before something takes the design's place.
final class Leaving {

  private final Stage stage;
  private final DesignStore store;
  private final SaveWorkflow saving;
  private final Runnable end;

  /// `end` runs when the program is about to close.
  Leaving(Stage stage, DesignStore store, SaveWorkflow saving, Runnable end) {
    this.stage = stage;
    this.store = store;
    this.saving = saving;
    this.end = end;
  }

  /// Runs `next` once the edits are saved or given up, at once where there are none.
  void then(Runnable next) {
    if (!store.unsaved().get()) {
      next.run();
      return;
    }
    switch (ask()) {
      case SAVE -> saving.save(next);
      case DISCARD -> next.run();
      case STAY -> {}
    }
  }

  /// The same before the window closes.
  void beforeClosing(WindowEvent event) {
    if (!store.unsaved().get()) {
      end.run();
      return;
    }
    event.consume();
    switch (ask()) {
      case SAVE -> saving.save(this::close);
      case DISCARD -> close();
      case STAY -> {}
    }
  }

  private void close() {
    end.run();
    stage.close();
  }

  private enum Answer {
    SAVE,
    DISCARD,
    STAY
  }

  private Answer ask() {
    var save = new ButtonType("Save", ButtonBar.ButtonData.YES);
    var discard = new ButtonType("Discard edits", ButtonBar.ButtonData.NO);
    var alert =
        new Alert(
            Alert.AlertType.CONFIRMATION,
            "The design “" + store.design().name() + "” has edits that are in no file.",
            save,
            discard,
            ButtonType.CANCEL);
    alert.initOwner(stage);
    alert.setHeaderText("Save the design first?");
    var answer = alert.showAndWait();
    if (answer.filter(save::equals).isPresent()) {
      return Answer.SAVE;
    }
    return answer.filter(discard::equals).isPresent() ? Answer.DISCARD : Answer.STAY;
  }
}

package org.numascape.app.connect;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;

/// Asks what two host files are: one host told twice, or two hosts.
interface TwoHosts {

  /// What to do with two files.
  enum Answer {
    /// They describe one host together.
    COMBINE,
    /// They are two hosts.
    COMPARE
  }

  /// Asks; empty when the person changes their mind.
  static Optional<Answer> ask(Window owner, List<Path> files) {
    var compare = new ButtonType("Compare them", ButtonBar.ButtonData.LEFT);
    var combine = new ButtonType("Combine into one host", ButtonBar.ButtonData.OK_DONE);
    var alert =
        new Alert(
            Alert.AlertType.CONFIRMATION,
            files.get(0).getFileName()
                + " and "
                + files.get(1).getFileName()
                + "\n\nCombine them when both tell of the same machine, such as the output of lscpu"
                + " and of numactl -H. Compare them when they are two machines, or one before and"
                + " after a change.",
            compare,
            combine,
            ButtonType.CANCEL);
    alert.initOwner(owner);
    alert.setTitle("Two hosts");
    alert.setHeaderText("Two hosts, or one told twice?");
    alert.getDialogPane().setPrefWidth(560);
    alert.getDialogPane().setId("two-hosts");
    var answer = alert.showAndWait();
    if (answer.filter(compare::equals).isPresent()) {
      return Optional.of(Answer.COMPARE);
    }
    return answer.filter(combine::equals).map(yes -> Answer.COMBINE);
  }
}

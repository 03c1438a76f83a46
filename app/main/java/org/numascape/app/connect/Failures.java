package org.numascape.app.connect;

import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.scene.layout.Region;
import javafx.stage.Window;

/// Says what went wrong, in the sentence the failure brings along.
public final class Failures {

  private Failures() {}

  /// Shows a failure; what was open stays as it was.
  public static void show(Window owner, String title, Exception failure) {
    var alert = new Alert(Alert.AlertType.ERROR, sentence(failure), ButtonType.CLOSE);
    alert.initOwner(owner);
    alert.setTitle(title);
    alert.setHeaderText(title);
    alert.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
    alert.getDialogPane().setPrefWidth(560);
    alert.show();
  }

  /// The sentence of a failure. A failure that brings none is a mistake of ours, and says so.
  public static String sentence(Exception failure) {
    Throwable cause = failure;
    while ((cause instanceof CompletionException || cause instanceof ExecutionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    boolean ours =
        cause instanceof RuntimeException && !(cause instanceof IllegalArgumentException);
    String said = Optional.ofNullable(cause.getMessage()).orElse("no more is known");
    return ours
        ? "Numascape made a mistake: "
            + cause.getClass().getSimpleName()
            + ", "
            + said
            + ". Nothing was changed. Please report it."
        : said;
  }
}

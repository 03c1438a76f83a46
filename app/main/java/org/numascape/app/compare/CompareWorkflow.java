package org.numascape.app.compare;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;
import org.numascape.app.store.Background;

/// Opens windows that compare two hosts.
public final class CompareWorkflow {

  private final Window owner;
  private final Background background;
  private final Supplier<Offer> offer;

  /// @param offer hosts to choose from, asked for anew with each question
  public CompareWorkflow(Window owner, Background background, Supplier<Offer> offer) {
    this.owner = owner;
    this.background = background;
    this.offer = offer;
  }

  /// Asks for two hosts and shows them.
  public void begin() {
    new CompareDialog(owner, background, offer.get()).showAndWait().ifPresent(this::show);
  }

  /// Reads two hosts and shows them.
  ///
  /// @param before reads the first; throws what says in one sentence why it cannot
  /// @param after reads the second
  public void show(Callable<Side> before, Callable<Side> after) {
    background.start(
        "Reading two hosts", () -> new Two(before.call(), after.call()), this::show, this::say);
  }

  private void show(Two two) {
    new CompareWindow(owner, background, this::another, two).show();
  }

  /// Asks for other hosts above a window that shows two.
  private Optional<Two> another(Window window, Two shown) {
    return new CompareDialog(window, background, offer.get())
        .with(Optional.of(chosen(shown.before())), Optional.of(chosen(shown.after())))
        .showAndWait();
  }

  private static HostChoice chosen(Side side) {
    return new HostChoice("Compared now", side.label(), () -> side);
  }

  private void say(Exception failure) {
    var alert =
        new Alert(
            Alert.AlertType.ERROR,
            Optional.ofNullable(failure.getMessage()).orElse("no more is known"),
            ButtonType.CLOSE);
    alert.initOwner(owner);
    alert.setHeaderText("The hosts cannot be compared");
    alert.getDialogPane().setPrefWidth(560);
    alert.show();
  }
}

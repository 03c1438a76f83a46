package org.numascape.app.compare;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;
import org.numascape.app.store.Background;
import org.numascape.app.store.DesignStore;

/// Opens windows that compare two hosts.
public final class CompareWorkflow {

  private final Window owner;
  private final DesignStore store;
  private final Background background;
  private final Supplier<List<HostChoice>> choices;

  /// @param choices ways to choose a host, asked for anew with each window
  public CompareWorkflow(
      Window owner, DesignStore store, Background background, Supplier<List<HostChoice>> choices) {
    this.owner = owner;
    this.store = store;
    this.background = background;
    this.choices = choices;
  }

  /// Shows the open host, for which another is yet to be chosen.
  public void begin() {
    var design = store.design();
    show(Optional.of(new Side(design.name(), design.host())), Optional.empty());
  }

  /// Reads two hosts and shows them.
  ///
  /// @param before reads the first; throws what says in one sentence why it cannot
  /// @param after reads the second
  public void show(Callable<Side> before, Callable<Side> after) {
    background.start(
        "Reading two hosts",
        () -> List.of(before.call(), after.call()),
        sides -> show(Optional.of(sides.getFirst()), Optional.of(sides.getLast())),
        this::say);
  }

  private void show(Optional<Side> before, Optional<Side> after) {
    new CompareWindow(owner, background, choices.get(), before, after).show();
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

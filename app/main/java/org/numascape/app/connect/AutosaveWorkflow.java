package org.numascape.app.connect;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.numascape.app.store.Background;
import org.numascape.app.store.DesignStore;
import org.numascape.document.Autosave;
import org.numascape.document.Folders;

/// Keeps a recovery copy of the open design, two seconds after the last edit; takes it away once it
/// is saved.
final class AutosaveWorkflow {

  private static final System.Logger LOG = System.getLogger(AutosaveWorkflow.class.getName());
  private static final Duration PATIENCE = Duration.seconds(2);

  private final DesignStore store;
  private final Background background;
  private final SaveWorkflow saving;
  private final PauseTransition settle = new PauseTransition(PATIENCE);
  private Optional<Autosave> copy = Optional.empty();

  AutosaveWorkflow(Folders folders, DesignStore store, Background background, SaveWorkflow saving) {
    this.store = store;
    this.background = background;
    this.saving = saving;
    try {
      copy = Optional.of(Autosave.begin(folders));
    } catch (IOException failure) {
      LOG.log(Level.WARNING, "no recovery copies: {0}", failure.getMessage());
    }
    settle.setOnFinished(event -> keep());
    store.history().subscribe(history -> settle.playFromStart());
    store.unsaved().subscribe(unsaved -> settle.playFromStart());
  }

  private void keep() {
    if (copy.isEmpty()) {
      return;
    }
    Autosave to = copy.get();
    boolean unsaved = store.unsaved().get();
    var design = store.design();
    var file = store.file().get();
    var stamp = saving.stamp();
    background.start(
        "Keeping a recovery copy",
        () -> {
          if (unsaved) {
            to.keep(design, file, stamp);
          } else {
            to.forget();
          }
          return true;
        },
        done -> {},
        failure -> LOG.log(Level.WARNING, "{0}", failure.getMessage()));
  }

  /// The program ends as it should: no copy is left.
  void close() {
    copy.ifPresent(Autosave::close);
  }
}

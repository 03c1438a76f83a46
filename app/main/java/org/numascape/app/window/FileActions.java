package org.numascape.app.window;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.numascape.app.canvas.TopologyCanvas;
import org.numascape.app.connect.FileWorkflow;
import org.numascape.app.export.ExportWorkflow;
import org.numascape.app.picture.PictureWorkflow;
import org.numascape.app.picture.Seen;
import org.numascape.app.store.DesignStore;

/// Further ways to a host, and ways out for its picture.
final class FileActions {

  final Action openFolder;
  final Action thisMachine;
  final Action synthetic;
  final Action paste;
  final Action compare;
  final Action exportHost;
  final Action exportPicture;
  final Action print;
  final Action copy;
  final Action copySelection;

  FileActions(
      DesignStore store,
      TopologyCanvas canvas,
      FileWorkflow files,
      PictureWorkflow pictures,
      ExportWorkflow export) {
    openFolder =
        Action.of(
            "open-folder", "Open folder…", "Shortcut+Alt+F", Material2AL.FOLDER, files::openFolder);
    thisMachine =
        Action.of(
            "this-machine",
            "This machine",
            "Shortcut+Shift+M",
            Material2AL.COMPUTER,
            files::openThisMachine);
    synthetic = Action.of("synthetic", "Make up a host…", "Shortcut+Alt+O", files::openSynthetic);
    paste =
        Action.of(
            "paste",
            "Paste text of a host…",
            "Shortcut+Alt+V",
            Material2AL.CONTENT_PASTE,
            files::paste);
    compare =
        Action.of(
            "compare", "Compare two hosts…", "Shortcut+Alt+D", Material2AL.COMPARE, files::compare);
    exportHost =
        Action.of(
            "export-host",
            "Export host…",
            "Shortcut+Shift+E",
            Material2MZ.SAVE_ALT,
            export::export);
    exportPicture =
        Action.of(
            "export-picture",
            "Export picture…",
            "Shortcut+Shift+P",
            Material2AL.IMAGE,
            () -> pictures.export(() -> seen(store, canvas)));
    print =
        Action.of(
            "print",
            "Print…",
            "Shortcut+P",
            Material2MZ.PRINT,
            () -> pictures.print(() -> seen(store, canvas)));
    copy =
        Action.of(
            "copy-picture",
            "Copy as picture",
            "Shortcut+Alt+Shift+C",
            Material2AL.CONTENT_COPY,
            () -> pictures.copy(canvas, Optional.empty()));
    copySelection =
        Action.of(
                "copy-selection",
                "Copy selection as picture",
                "Shortcut+Alt+C",
                () ->
                    canvas
                        .selectedHere()
                        .ifPresent(area -> pictures.copy(canvas, Optional.of(area))))
            .disabledWhile(
                Bindings.createBooleanBinding(
                    () -> store.selection().get().isEmpty(), store.selection()));
  }

  private static Seen seen(DesignStore store, TopologyCanvas canvas) {
    return new Seen(store.design(), canvas.options(), canvas.visible(), canvas.selected());
  }
}

package org.numascape.app.inspector;

import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.numascape.design.DesignEdit;
import org.numascape.topology.CpuSet;

/// The two buttons that keep CPUs for the host and give them back.
interface Reserving {

  /// Adds them to a sheet; `cpus` are OS indexes.
  static void addTo(Sheet sheet, Supplier<CpuSet> cpus) {
    var store = sheet.store();
    var reserve = new Button("Reserve for host");
    reserve.setId("reserve");
    reserve.setTooltip(
        new Tooltip("Keep " + HostWords.cpus(cpus.get()) + " for the host's own work"));
    reserve.setOnAction(event -> store.apply(DesignEdit.reserve(store.design(), cpus.get())));
    var release = new Button("Release");
    release.setId("release");
    release.setTooltip(new Tooltip("Let guests have " + HostWords.cpus(cpus.get()) + " again"));
    release.setOnAction(event -> store.apply(DesignEdit.release(store.design(), cpus.get())));
    sheet.follow(() -> {
      var kept = sheet.facts().design().keptCpus();
      reserve.setDisable(cpus.get().minus(kept).isEmpty());
      release.setDisable(!kept.intersects(cpus.get()));
    });
    var buttons = new FlowPane(8, 6, reserve, release);
    buttons.getStyleClass().add("sheet-buttons");
    sheet.add(buttons);
  }
}

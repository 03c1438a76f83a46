package org.numascape.app.hostplan;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.numascape.app.store.DesignStore;
import org.numascape.app.theme.Theme;
import org.numascape.app.widget.EscapeCloses;
import org.numascape.app.widget.UndoKeys;
import org.numascape.topology.CpuSet;

/// The plan for the host, beside the main window: every change is an edit there, at once and
/// undoable.
final class HostPlanWindow extends Stage {

  private final TabPane tabs = new TabPane();
  private final LanesPage lanes;

  HostPlanWindow(Window owner, DesignStore store) {
    initOwner(owner);
    setTitle("Host plan – Numascape");
    lanes = new LanesPage(store);
    tabs.setId("host-plan");
    tabs.getStyleClass().add("host-plan");
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.getTabs()
        .setAll(
            tab("Kept from guests", () -> lanes),
            tab("Huge pages", () -> new PoolsPage(store)),
            tab("Isolated CPUs", () -> new IsolationPage(store)));
    var scene =
        new Scene(
            tabs, Math.min(880, owner.getWidth() - 30), Math.min(600, owner.getHeight() - 60));
    Theme.dress(scene);
    scene.getAccelerators().put(KeyCombination.valueOf("Shortcut+W"), this::close);
    UndoKeys.on(scene, store);
    setScene(scene);
    EscapeCloses.on(this);
    setMinWidth(680);
    setMinHeight(380);
    setX(owner.getX() + (owner.getWidth() - scene.getWidth()) / 2);
    setY(owner.getY() + (owner.getHeight() - scene.getHeight()) / 2);
    setOnShown(event -> lanes.begin());
  }

  /// A tab that is filled when it is first looked at: a host of many nodes has many fields.
  private static Tab tab(String title, Supplier<Node> content) {
    var tab = new Tab(title);
    tab.selectedProperty()
        .subscribe(looked -> {
          if (looked && tab.getContent() == null) {
            tab.setContent(content.get());
          }
        });
    return tab;
  }

  /// Begins a new lane that is to keep these CPUs.
  void give(CpuSet cpus) {
    tabs.getSelectionModel().select(0);
    lanes.add(cpus);
  }
}

package org.numascape.app.hostplan;

import java.util.Optional;
import javafx.stage.Window;
import org.numascape.app.store.DesignStore;
import org.numascape.topology.CpuSet;

/// Opens the plan for the host: one window, brought to the front where it is open already.
public final class HostPlanWorkflow {

  private final Window owner;
  private final DesignStore store;
  private Optional<HostPlanWindow> open = Optional.empty();

  /// @param owner what the window stands above
  public HostPlanWorkflow(Window owner, DesignStore store) {
    this.owner = owner;
    this.store = store;
  }

  /// Shows the plan.
  public void show() {
    window();
  }

  /// Shows the plan with a new lane that is to keep these CPUs (OS indexes).
  public void give(CpuSet cpus) {
    window().give(cpus);
  }

  private HostPlanWindow window() {
    var window = open.filter(HostPlanWindow::isShowing).orElseGet(this::made);
    window.show();
    window.toFront();
    window.requestFocus();
    return window;
  }

  private HostPlanWindow made() {
    var window = new HostPlanWindow(owner, store);
    open = Optional.of(window);
    return window;
  }
}

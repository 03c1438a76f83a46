package org.numascape.app.window;

import org.kordamp.ikonli.material2.Material2MZ;
import org.numascape.app.hostplan.HostPlanWorkflow;

/// What is planned for the host itself.
final class HostActions {

  final Action plan;

  HostActions(HostPlanWorkflow hostPlan) {
    plan = Action.of("host-plan", "Host plan…", "Shortcut+H", Material2MZ.STORAGE, hostPlan::show);
  }
}

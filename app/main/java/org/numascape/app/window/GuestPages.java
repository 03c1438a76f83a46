package org.numascape.app.window;

import java.util.List;
import org.numascape.app.cells.CellsPage;
import org.numascape.app.devices.DevicesPage;
import org.numascape.app.memory.MemoryPage;
import org.numascape.app.settings.CpuPage;
import org.numascape.app.settings.ModelPage;
import org.numascape.app.settings.SchedulingPage;
import org.numascape.app.settings.SettingsPage;
import org.numascape.app.settings.ThreadsPage;

/// The pages of a guest's settings, in their order. Each is in the package of who knows its subject
/// and knows no other; here is the one list of them.
interface GuestPages {

  /// All of them.
  List<SettingsPage.Maker> ALL =
      List.of(
          CpuPage::new,
          ModelPage::new,
          ThreadsPage::new,
          SchedulingPage::new,
          CellsPage::new,
          MemoryPage::new,
          DevicesPage::new);
}

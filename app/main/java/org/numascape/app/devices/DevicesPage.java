package org.numascape.app.devices;

import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.numascape.app.settings.GuestForm;
import org.numascape.app.settings.SettingsPage;
import org.numascape.app.store.DesignStore;
import org.numascape.design.DomainId;

/// Host devices of a guest, the buses that tell it where they are, and its board.
public final class DevicesPage implements SettingsPage {

  private final GuestForm form;

  /// The page of a guest.
  public DevicesPage(DesignStore store, DomainId guest) {
    form = new GuestForm(store, guest);
  }

  @Override
  public String name() {
    return "Devices";
  }

  @Override
  public Ikon icon() {
    return Material2AL.DEVELOPER_BOARD;
  }

  @Override
  public Node view() {
    HandedRows.addTo(form);
    HandOverRows.addTo(form);
    BusRows.addTo(form);
    BoardRows.addTo(form);
    return form.scrolled();
  }
}

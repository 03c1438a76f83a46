package org.numascape.app.memory;

import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2MZ;
import org.numascape.app.settings.GuestForm;
import org.numascape.app.settings.SettingsPage;
import org.numascape.app.store.DesignStore;
import org.numascape.design.DomainId;

/// How much memory a guest has, from which nodes it comes, and what holds it.
public final class MemoryPage implements SettingsPage {

  private final GuestForm form;

  /// The page of a guest.
  public MemoryPage(DesignStore store, DomainId guest) {
    form = new GuestForm(store, guest);
  }

  @Override
  public String name() {
    return "Memory";
  }

  @Override
  public Ikon icon() {
    return Material2MZ.STORAGE;
  }

  @Override
  public Node view() {
    SizeRows.addTo(form);
    NodeRows.addTo(form);
    PageRows.addTo(form);
    BackingRows.addTo(form);
    PluggedRows.addTo(form);
    LimitRows.addTo(form);
    ShareRows.addTo(form);
    return form.scrolled();
  }
}

package org.numascape.app.settings;

import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2MZ;
import org.numascape.app.store.DesignStore;
import org.numascape.design.DomainId;
import org.numascape.design.VcpuEdit;

/// How many vCPUs there are, which of them are there at start, and where they run unpinned.
public final class CpuPage implements SettingsPage {

  private final GuestForm form;

  /// The page of a guest.
  public CpuPage(DesignStore store, DomainId guest) {
    form = new GuestForm(store, guest);
  }

  @Override
  public String name() {
    return "CPUs";
  }

  @Override
  public Ikon icon() {
    return Material2MZ.MEMORY;
  }

  @Override
  public Node view() {
    form.section("vCPUs", "");
    form.row(
        "Most it can have",
        form.text(
            "vcpu-maximum",
            "Most vCPUs the guest can have",
            "",
            () -> Integer.toString(form.domain().vcpus().maximum()),
            typed -> {
              int count = Numbers.count(typed, 1, 4096, "vCPUs");
              form.apply(
                  new VcpuEdit.SetCount(
                      form.id(), count, Math.min(count, form.domain().vcpus().current())));
            }),
        "Pins, cells and topology follow; what names a vCPU that goes is cut.");
    return form.scrolled();
  }
}

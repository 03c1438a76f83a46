package org.numascape.app.cells;

import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.numascape.app.settings.GuestForm;
import org.numascape.design.CellEdit;
import org.numascape.design.Item;
import org.numascape.topology.CpuSet;

/// vCPUs on their way from cell to cell under the pointer. While they are over a cell the picture
/// shows the design as it would be.
final class Carry {

  private final GuestForm form;
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
  private CpuSet carried = CpuSet.EMPTY;

  Carry(GuestForm form) {
    this.form = form;
  }

  /// What a release would do; empty while nothing is carried.
  ReadOnlyStringProperty words() {
    return words.getReadOnlyProperty();
  }

  /// The vCPUs of this guest that are selected, anywhere in the window.
  CpuSet selected() {
    var vcpus = CpuSet.EMPTY;
    for (var item : form.store().selection().get()) {
      if (item instanceof Item.Vcpu(var of, int vcpu) && of.equals(form.id())) {
        vcpus = vcpus.or(CpuSet.of(vcpu));
      }
    }
    return vcpus;
  }

  /// What goes along with these: the whole selection where they are part of it.
  CpuSet carriedFrom(CpuSet grabbed) {
    var selected = selected();
    return selected.containsAll(grabbed) ? selected : grabbed;
  }

  boolean busy() {
    return !carried.isEmpty();
  }

  void pickUp(CpuSet grabbed) {
    carried = form.domain().cells().size() < 2 ? CpuSet.EMPTY : carriedFrom(grabbed);
    words.set(busy() ? called() + ": to which cell?" : "");
  }

  private String called() {
    return (carried.size() == 1 ? "vCPU " : "vCPUs ") + carried;
  }

  void over(int cell) {
    if (busy()) {
      words.set("Release to move " + called() + " to cell " + cell);
      form.store().preview(Optional.of(new CellEdit.MoveVcpus(form.id(), carried, cell)));
    }
  }

  void away() {
    if (busy()) {
      words.set(called() + ": to which cell?");
      form.store().preview(Optional.empty());
    }
  }

  void drop(int cell) {
    if (busy()) {
      var edit = new CellEdit.MoveVcpus(form.id(), carried, cell);
      end();
      form.apply(edit);
    }
  }

  void putBack() {
    if (busy()) {
      end();
      form.store().preview(Optional.empty());
    }
  }

  private void end() {
    carried = CpuSet.EMPTY;
    words.set("");
  }
}

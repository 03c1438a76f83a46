package org.numascape.app.inspector;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.ViewState;
import org.numascape.design.DomainId;
import org.numascape.topology.Bridge;
import org.numascape.topology.Cache;
import org.numascape.topology.Core;
import org.numascape.topology.CpuPackage;
import org.numascape.topology.Die;
import org.numascape.topology.Group;
import org.numascape.topology.HostTopology;
import org.numascape.topology.Machine;
import org.numascape.topology.MemoryCache;
import org.numascape.topology.Misc;
import org.numascape.topology.NumaNode;
import org.numascape.topology.OsDevice;
import org.numascape.topology.PciDevice;
import org.numascape.topology.Pu;
import org.numascape.topology.TopologyObject;

/// What is selected, in words, to be changed in place.
public final class InspectorPanel extends StackPane {

  private final DesignStore store;
  private final ViewState view;
  private final Consumer<DomainId> settings;
  private final ScrollPane scroll = new ScrollPane();
  private Optional<Subject> subject = Optional.empty();
  private Sheet sheet;
  private HostTopology host;

  /// A panel on a store.
  ///
  /// @param settings opens the settings of a guest
  public InspectorPanel(DesignStore store, ViewState view, Consumer<DomainId> settings) {
    this.store = store;
    this.view = view;
    this.settings = settings;
    this.sheet = new Sheet(store);
    this.host = store.design().host();
    setId("inspector");
    getStyleClass().addAll("side-panel", "inspector-panel");
    setMinWidth(200);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.setAccessibleText("Properties of the selection");
    getChildren().add(scroll);
    store.selection().subscribe(items -> show());
    store.shown().subscribe(facts -> show());
    store.problems().subscribe(problems -> sheet.refresh());
    store.trying().subscribe(on -> sheet.refresh());
    view.dark().subscribe(dark -> sheet.refresh());
  }

  private void show() {
    var now = Subject.of(store.shown().get(), store.selection().get());
    // A sheet of the host tells what was true when it was made; one of a guest follows.
    boolean same = now instanceof Subject.OneGuest || host.equals(store.design().host());
    if (same && subject.filter(now::equals).isPresent()) {
      sheet.refresh();
      return;
    }
    host = store.design().host();
    subject = Optional.of(now);
    sheet =
        switch (now) {
          case Subject.WholeHost whole -> HostSheet.of(store);
          case Subject.OneGuest(var id, var parts) -> GuestSheet.of(store, view, settings, id);
          case Subject.OnHost(var object) ->
              store
                  .design()
                  .host()
                  .object(object)
                  .map(this::told)
                  .orElseGet(() -> HostSheet.of(store));
          case Subject.Several(var items) -> SeveralSheet.of(store, items);
        };
    scroll.setContent(sheet);
    scroll.setVvalue(0);
  }

  private Sheet told(TopologyObject object) {
    var told = sheetOf(object);
    if (!(object instanceof Machine)) {
      FactLines.addTo(told, object);
    }
    return told;
  }

  private Sheet sheetOf(TopologyObject object) {
    return switch (object) {
      case Machine machine -> HostSheet.of(store);
      case Pu pu -> PuSheet.of(store, pu);
      case NumaNode node -> NodeSheet.of(store, node.osIndex());
      case PciDevice device -> DeviceSheet.of(store, device);
      case OsDevice device ->
          store.design().host().parent(device).filter(PciDevice.class::isInstance).isPresent()
              ? DeviceSheet.of(
                  store, (PciDevice) store.design().host().parent(device).orElseThrow())
              : AsideSheet.of(store, device);
      case CpuPackage part -> PartSheet.of(store, part);
      case Die part -> PartSheet.of(store, part);
      case Group part -> PartSheet.of(store, part);
      case MemoryCache part -> PartSheet.of(store, part);
      case Cache part -> PartSheet.of(store, part);
      case Core part -> PartSheet.of(store, part);
      case Bridge part -> AsideSheet.of(store, part);
      case Misc part -> AsideSheet.of(store, part);
    };
  }
}

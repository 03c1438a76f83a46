package org.numascape.app.guestview;

import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;
import org.numascape.app.canvas.LinkLayer;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.ViewState;
import org.numascape.drawing.Beside.Side;
import org.numascape.guest.GuestPicture;

/// The host's picture, and beside it what the selected guest sees while that is wanted. Lines go
/// from one to the other across the split.
public final class GuestSplit extends StackPane {

  private static final double SHARE = 0.6;

  private final HostSide host;
  private final SplitPane split = new SplitPane();
  private final GuestPane guest;
  private final LinkLayer layer;
  private Side side = Side.RIGHT;

  /// A split on a store.
  public GuestSplit(DesignStore store, ViewState view, HostSide host) {
    this.host = host;
    guest = new GuestPane(store, view, this::turn);
    var lines = new Lines(store, guest, host, this);
    layer = new LinkLayer(() -> lines.shapes(side));
    setId("guest-split");
    setMinSize(200, 150);
    split.getItems().add(host.node());
    getChildren().addAll(split, layer);
    guest.onLook(this::lines);
    host.painted().accept(this::lines);
    store.selection().subscribe(items -> lines());
    view.guestView().subscribe(this::open);
  }

  private void lines() {
    if (guest.getScene() != null) {
      layer.paint();
    }
  }

  private void open(boolean open) {
    if (open == split.getItems().contains(guest)) {
      return;
    }
    layer.setVisible(open);
    if (open) {
      side = host.aspect().getAsDouble() > GuestPicture.WIDE ? Side.BELOW : Side.RIGHT;
      split.getItems().add(guest);
      arrange();
      guest.begin();
    } else {
      split.getItems().remove(guest);
      guest.end();
      host.node().requestFocus();
    }
  }

  private void turn() {
    side = side == Side.RIGHT ? Side.BELOW : Side.RIGHT;
    arrange();
  }

  private void arrange() {
    split.setOrientation(side == Side.RIGHT ? Orientation.HORIZONTAL : Orientation.VERTICAL);
    split.setDividerPositions(SHARE);
    guest.placed(side);
  }
}

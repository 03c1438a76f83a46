package org.numascape.app.widget;

import javafx.geometry.Insets;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import org.numascape.app.theme.Theme;
import org.numascape.drawing.Ink;
import org.numascape.drawing.Role;

/// A stripe in the colour a guest has in the picture.
public final class GuestStripe extends Region {

  private static final double WIDTH = 5;

  private GuestStripe() {
    setMinWidth(WIDTH);
    setPrefWidth(WIDTH);
    setMaxWidth(WIDTH);
  }

  /// As wide as a stripe, for what is no guest's.
  public static Region none() {
    return new GuestStripe();
  }

  /// The stripe of a guest's colour index.
  public GuestStripe(int colour) {
    this();
    backgroundProperty()
        .bind(
            Theme.colour(this, Ink.guest(Role.GUEST, colour))
                .map(paint ->
                    new Background(
                        new BackgroundFill(
                            paint, new CornerRadii(5, 0, 0, 5, false), Insets.EMPTY))));
  }
}

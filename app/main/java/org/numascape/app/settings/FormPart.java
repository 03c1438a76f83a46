package org.numascape.app.settings;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A part of a form that is built anew whenever what it consists of changes: a row for each cell, a
/// group for each device. While that stays the same, its rows follow the design like all others.
public final class FormPart extends VBox {

  private final GuestForm form;
  private final Supplier<?> parts;
  private final Consumer<GuestForm> fill;
  private @Nullable Object shown;

  /// Adds a part to a form.
  ///
  /// @param parts what it consists of; it is built anew when this is not equal to what it was
  /// @param fill writes its rows into a form of its own
  public static void in(GuestForm form, Supplier<?> parts, Consumer<GuestForm> fill) {
    var part = new FormPart(form, parts, fill);
    form.add(part);
    form.follow(part::refresh);
  }

  private FormPart(GuestForm form, Supplier<?> parts, Consumer<GuestForm> fill) {
    this.form = form;
    this.parts = parts;
    this.fill = fill;
    setMinWidth(0);
  }

  private void refresh() {
    Object now = parts.get();
    if (Objects.equals(now, shown) || form.design().guest(form.id()).isEmpty()) {
      return;
    }
    shown = now;
    var inner = new GuestForm(form.store(), form.id());
    inner.getStyleClass().add("form-part");
    fill.accept(inner);
    getChildren().setAll(inner);
    setVisible(!inner.getChildren().isEmpty());
    setManaged(isVisible());
  }
}

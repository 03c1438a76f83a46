package org.numascape.app.widget;

import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.util.Duration;
import org.numascape.app.store.DesignStore;
import org.numascape.design.Edit;

/// Shows what an edit would do for as long as the pointer rests on the control that makes it, or
/// the keyboard's focus is there.
public final class FixPreview {

  /// Long enough that crossing a row of buttons shows nothing.
  private static final Duration REST = Duration.millis(180);

  private FixPreview() {}

  /// Previews an edit on a control.
  public static void on(Node control, DesignStore store, Edit edit) {
    var rest = new PauseTransition(REST);
    rest.setOnFinished(event -> {
      if (control.isHover()) {
        store.tryOut(edit);
      }
    });
    control
        .hoverProperty()
        .subscribe(over -> {
          if (over) {
            rest.playFromStart();
          } else {
            rest.stop();
            leave(control, store, edit);
          }
        });
    control
        .focusVisibleProperty()
        .subscribe(focused -> {
          if (focused) {
            store.tryOut(edit);
          } else {
            leave(control, store, edit);
          }
        });
    control
        .sceneProperty()
        .subscribe(scene -> {
          if (scene == null) {
            rest.stop();
            store.leave(edit);
          }
        });
  }

  private static void leave(Node control, DesignStore store, Edit edit) {
    if (!control.isHover() && !control.isFocusVisible()) {
      store.leave(edit);
    }
  }
}

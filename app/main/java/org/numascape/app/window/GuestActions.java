package org.numascape.app.window;

import java.util.List;
import org.kordamp.ikonli.material2.Material2AL;
import org.numascape.app.guests.GuestWorkflow;

/// What is done with whole guests.
final class GuestActions {

  final Action create;
  final Action duplicate;
  final Action rename;
  final Action remove;

  /// `uncover` takes the start screen away, which would lie over the new guest.
  GuestActions(GuestWorkflow guests, Runnable uncover) {
    create =
        Action.of(
            "new-guest",
            "New virtual machine…",
            "Shortcut+N",
            Material2AL.ADD_CIRCLE_OUTLINE,
            () -> {
              uncover.run();
              guests.create();
            });
    duplicate =
        Action.of("duplicate-guest", "Duplicate…", "Shortcut+Shift+N", guests::duplicate)
            .disabledWhile(guests.noneSelected());
    rename =
        Action.of("rename-guest", "Rename…", "F2", guests::rename)
            .disabledWhile(guests.noneSelected());
    remove =
        Action.of("remove-guest", "Remove from design…", "Shortcut+Delete", guests::remove)
            .disabledWhile(guests.noneSelected());
  }

  List<Action> all() {
    return List.of(create, duplicate, rename, remove);
  }
}

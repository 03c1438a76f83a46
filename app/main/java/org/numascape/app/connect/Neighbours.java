package org.numascape.app.connect;

import java.util.List;
import java.util.Optional;
import javafx.stage.Window;

/// What other parts of the program do for whoever opens a host.
public interface Neighbours {

  /// Lets the person choose a sample host; its name.
  Optional<String> chooseSample(Window owner);

  /// Shows hosts side by side: two, or one for which the other is yet to be chosen, or none.
  void compare(List<Wanted> hosts);
}

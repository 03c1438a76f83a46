package org.numascape.app.connect;

import java.time.Clock;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.Session;
import org.numascape.document.HostOpener;
import org.numascape.format.FormatException;
import org.numascape.sample.SampleHosts;

/// What the program shows before anything else is opened.
public final class Demonstration {

  private Demonstration() {}

  /// A store with the demonstration host and its guests.
  public static DesignStore store(Clock clock) {
    try {
      var opened = HostOpener.sample(SampleHosts.DEMONSTRATION);
      return new DesignStore(opened.design(), Session.ofFile(clock.instant()), clock);
    } catch (FormatException broken) {
      throw new IllegalStateException("the program's own demonstration cannot be read", broken);
    }
  }
}

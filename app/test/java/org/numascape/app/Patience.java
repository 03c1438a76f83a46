package org.numascape.app;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import org.testfx.util.WaitForAsyncUtils;

/// Waits for what the background brings about.
public interface Patience {

  /// Waits until it is so on the FX thread, for twenty seconds at most; `what` is said when it does
  /// not come about.
  static void until(String what, Callable<Boolean> so) {
    try {
      WaitForAsyncUtils.waitFor(20, SECONDS, () -> WaitForAsyncUtils.asyncFx(so).get());
    } catch (TimeoutException late) {
      throw new AssertionError("within twenty seconds it was not so that " + what, late);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }
}

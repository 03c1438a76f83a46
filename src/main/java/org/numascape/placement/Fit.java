package org.numascape.placement;

import java.util.Optional;
import org.numascape.analysis.Landing;

/// Says how well vCPUs fit.
interface Fit {

  /// `4 of 6 vCPUs fit here; 2 would share`; nothing for a single vCPU that fits.
  static Optional<PillLine> line(Landing landing, int wanted) {
    if (landing.fits()) {
      return wanted == 1
          ? Optional.empty()
          : Optional.of(new PillLine(Tone.GOOD, wanted + " vCPUs fit here"));
    }
    if (landing.sharing() == 0 && landing.leftover().isEmpty()) {
      return Optional.of(
          new PillLine(
              Tone.CAUTION, landing.besides() + " of " + wanted + " vCPUs would share a core"));
    }
    int rest = wanted - landing.placed();
    String fit = landing.placed() + " of " + wanted + " vCPUs fit here; " + rest + " would share";
    return wanted == 1 ? Optional.empty() : Optional.of(new PillLine(Tone.CAUTION, fit));
  }
}

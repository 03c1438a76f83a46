package org.numascape.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.Guest;
import org.numascape.design.MeasuredBandwidth;
import org.numascape.design.MeasuredLatency;

/// What two designs tell of the cost of memory accesses: what was measured on the host, and what is
/// known of the guests' software.
interface CostDifferences {

  /// What differs.
  static List<PlanDifference> of(Design before, Design after) {
    var found = new ArrayList<PlanDifference>();
    var then = before.costs();
    var now = after.costs();
    measured(
        found, "measured latencies", then.measured(), now.measured(), MeasuredLatency::provenance);
    measured(
        found,
        "measured bandwidths",
        then.bandwidths(),
        now.bandwidths(),
        MeasuredBandwidth::provenance);
    var guests = new LinkedHashMap<DomainId, Guest>();
    Stream.of(before, after)
        .flatMap(design -> design.guests().stream())
        .forEach(guest -> guests.put(guest.id(), guest));
    guests.forEach((id, guest) -> {
      tell(
          found,
          "how " + guest.name() + " uses its cells",
          then.pattern(id).words(),
          now.pattern(id).words());
      tell(
          found,
          "what each vCPU of " + guest.name() + " reads",
          appetite(then.appetite(id)),
          appetite(now.appetite(id)));
    });
    return found;
  }

  private static <M> void measured(
      List<PlanDifference> found,
      String what,
      Optional<M> then,
      Optional<M> now,
      Function<M, String> provenance) {
    if (!then.equals(now)) {
      String before = then.map(provenance).orElse(Difference.NONE);
      String after = now.map(provenance).orElse(Difference.NONE);
      found.add(
          new PlanDifference(
              Weight.NOTABLE, what, before, after.equals(before) ? "other values" : after));
    }
  }

  private static void tell(List<PlanDifference> found, String what, String before, String after) {
    if (!before.equals(after)) {
      found.add(new PlanDifference(Weight.MINOR, what, before, after));
    }
  }

  private static String appetite(OptionalDouble gbs) {
    return gbs.isEmpty()
        ? "nobody knows"
        : String.format(Locale.ROOT, "%.3g GB/s", gbs.getAsDouble());
  }
}

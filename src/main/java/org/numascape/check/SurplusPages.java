package org.numascape.check;

import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.design.Item;
import org.numascape.topology.PageSize;
import org.numascape.topology.Setting;

/// Huge pages beyond the pool are in use, which go as soon as they are free.
final class SurplusPages implements HostCheck {

  private static final String CODE = "H-18";

  @Override
  public Stream<Finding> examine(Analysis facts) {
    return HostSays.settings(facts).byName(Setting.HUGE_PAGES).entrySet().stream()
        .filter(pool -> pool.getKey().matches("[0-9]{1,5} [0-9]{1,12} surplus"))
        .filter(pool -> pool.getValue().matches("[1-9][0-9]{0,17}"))
        .map(pool -> {
          var key = pool.getKey().split(" ", -1);
          int node = Integer.parseInt(key[0]);
          return Finding.of(
                  CODE,
                  Severity.INFO,
                  Words.count(Long.parseLong(pool.getValue()))
                      + " pages of "
                      + size(Long.parseLong(key[1]))
                      + " on node "
                      + node
                      + " are beyond the pool")
              .at(new Item.NodeMemory(node));
        });
  }

  private static String size(long kib) {
    return Long.bitCount(kib) == 1 ? new PageSize(kib).toString() : kib + " KiB";
  }

  @Override
  public Stream<Undecided> undecided(Analysis facts) {
    return facts.guests().values().stream().noneMatch(guest -> guest.domain().backing().hugePages())
        ? Stream.empty()
        : Undecided.unless(CODE, HostSays.settings(facts), Setting.HUGE_PAGES);
  }
}

package org.numascape.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.numascape.Designs;
import org.numascape.design.Design;
import org.numascape.design.Guest;
import org.numascape.design.Item;

final class SearchTest {

  private final Design design = Designs.pictured();

  private String best(String text) {
    return Search.find(design, text).getFirst().title();
  }

  private List<String> all(String text) {
    return Search.find(design, text).stream().map(Search.Hit::title).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "34, CPU 34 · node 0",
    "p34, CPU 34 · node 0",
    "P#34, CPU 34 · node 0",
    "cpu 34, CPU 34 · node 0",
    "node 2, NUMA node 2 · 64 GiB",
    "n2, NUMA node 2 · 64 GiB",
    "'core 2', 'Core 2 · CPUs 2,34'",
    "DB-Server, db-server",
    "db-server 3, db-server vCPU 3",
    "db-server vcpu 3, db-server vCPU 3"
  })
  void thingsAreFoundByWhatPeopleCallThem(String text, String title) {
    assertThat(best(text)).isEqualTo(title);
  }

  @Test
  void aWholeWordComesBeforeWordsThatBeginWithItAndThoseBeforeParts() {
    var found = all("3");

    assertThat(found.getFirst()).startsWith("CPU 3 ");
    assertThat(found).contains("CPU 13 · node 1", "CPU 30 · node 3");
    assertThat(found.indexOf("CPU 30 · node 3")).isLessThan(found.indexOf("CPU 13 · node 1"));
  }

  @Test
  void aPartOfANameFindsEveryGuestThatHasIt() {
    var names = design.guests().stream().map(Guest::name).filter(n -> n.contains("-")).toList();

    assertThat(all("-")).containsAll(names);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "nobody is called this", "db-server 99", "cpu 999"})
  void nothingIsFoundForBlankTextOrWhatIsNotThere(String text) {
    assertThat(Search.find(design, text)).isEmpty();
  }

  @Test
  void aHitNamesTheVeryItem() {
    var guest = design.guests().getFirst();

    var hit = Search.find(design, guest.name() + " 1").getFirst();

    assertThat(hit.item()).isEqualTo(new Item.Vcpu(guest.id(), 1));
  }
}

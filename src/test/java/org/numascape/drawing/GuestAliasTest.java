package org.numascape.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.numascape.Guests;
import org.numascape.design.DomainId;
import org.numascape.design.Guest;

final class GuestAliasTest {

  private static List<Guest> guests(String... names) {
    return Stream.of(names).map(name -> Guests.domain(name).guest()).toList();
  }

  private static List<String> aliases(String... names) {
    var guests = guests(names);
    var found = GuestAlias.of(guests);
    return guests.stream().map(guest -> found.getOrDefault(guest.id(), "none")).toList();
  }

  @Test
  void twoLettersStandForAGuestWhereNoOtherBeginsSo() {
    assertThat(aliases("db-server", "rt-app")).containsExactly("db", "rt");
  }

  @Test
  void guestsThatBeginAlikeGetTheirInitialsAndNumbers() {
    assertThat(aliases("web-1", "web-2", "web-12")).containsExactly("w1", "w2", "w12");
  }

  @Test
  void guestsThatCannotBeToldApartAreNumbered() {
    var found = aliases("\u2764", "\u2765", "---");

    assertThat(found).doesNotHaveDuplicates().noneMatch(String::isEmpty);
  }

  @Test
  void anAliasDoesNotDependOnTheOrderOfTheGuests() {
    var guests = new ArrayList<>(guests("alpha", "alphabet", "al", "beta", "web-1", "web1"));
    var forwards = GuestAlias.of(guests);
    Collections.reverse(guests);

    var backwards = GuestAlias.of(guests);

    assertThat(backwards).isEqualTo(forwards);
    assertThat(forwards.values()).doesNotHaveDuplicates();
  }

  @Test
  void fourThousandGuestsAllHaveAnAliasOfTheirOwn() {
    var many = new ArrayList<Guest>();
    for (int number = 0; number < 4_000; number++) {
      many.add(Guests.domain("vm-" + number).guest());
    }

    var found = GuestAlias.of(many);

    assertThat(found).hasSize(4_000);
    assertThat(found.values()).doesNotHaveDuplicates();
    assertThat(found).containsEntry(new DomainId(many.get(7).id().value()), "v7");
  }
}

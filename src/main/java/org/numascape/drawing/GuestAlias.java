package org.numascape.drawing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.numascape.design.DomainId;
import org.numascape.design.Guest;

/// The few letters that stand for a guest on a PU: different for every guest, the same whatever
/// order they come in.
final class GuestAlias {

  private static final Pattern SEPARATOR =
      Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{L})(?=\\p{N})");

  private GuestAlias() {}

  /// An alias for each guest, by id.
  static Map<DomainId, String> of(Collection<Guest> guests) {
    var aliases = new HashMap<DomainId, String>();
    var taken = new HashSet<String>();
    var open = new ArrayList<>(guests);
    open.sort(Comparator.comparing(Guest::id));
    for (UnaryOperator<String> rule : RULES) {
      var wishes = new HashMap<String, Integer>();
      open.forEach(guest -> wishes.merge(rule.apply(guest.name()), 1, Integer::sum));
      open.removeIf(guest -> {
        String wish = rule.apply(guest.name());
        boolean free = !wish.isEmpty() && wishes.getOrDefault(wish, 0) == 1 && taken.add(wish);
        if (free) {
          aliases.put(guest.id(), wish);
        }
        return free;
      });
    }
    int number = 1;
    for (var guest : open) {
      String first = letters(guest.name(), 1);
      while (!taken.add(first + number)) {
        number++;
      }
      aliases.put(guest.id(), first + number);
    }
    return aliases;
  }

  private static final List<UnaryOperator<String>> RULES =
      List.of(
          name -> letters(name, 2),
          GuestAlias::initials,
          name -> letters(name, 3),
          name -> letters(name, 1) + lastLetter(name));

  private static String letters(String name, int count) {
    String plain = SEPARATOR.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
    int end = plain.offsetByCodePoints(0, Math.min(count, plain.codePointCount(0, plain.length())));
    return end == 0 ? "?" : plain.substring(0, end);
  }

  private static String initials(String name) {
    var text = new StringBuilder();
    for (String word : SEPARATOR.split(name.toLowerCase(Locale.ROOT), -1)) {
      if (word.isEmpty()) {
        continue;
      }
      boolean number = Character.isDigit(word.codePointAt(0));
      text.append(number ? word : Character.toString(word.codePointAt(0)));
    }
    return text.length() < 2 || text.length() > 4 ? "" : text.toString();
  }

  private static String lastLetter(String name) {
    String plain = SEPARATOR.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
    return plain.isEmpty() ? "" : Character.toString(plain.codePointBefore(plain.length()));
  }
}

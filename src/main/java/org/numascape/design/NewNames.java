package org.numascape.design;

/// What a new guest can be called, and in which colour it is drawn.
public interface NewNames {

  /// Whether a guest has that name already. libvirt knows domains by name: there is one of each.
  static boolean taken(Design design, String name) {
    return design.guests().stream().anyMatch(guest -> guest.name().equals(name));
  }

  /// The first free name of a row: `vm-1`, `vm-2`; `db-2` after `db` or `db-1`.
  static String free(Design design, String like) {
    int end = like.length();
    while (end > 0 && Character.isDigit(like.charAt(end - 1))) {
      end--;
    }
    boolean numbered = end < like.length() && end > 0 && like.charAt(end - 1) == '-';
    String stem = numbered ? like.substring(0, end) : like + "-";
    int number = numbered || !taken(design, like) ? 1 : 2;
    while (taken(design, stem + number)) {
      number++;
    }
    return stem + number;
  }

  /// The next colour that no guest has.
  static int colour(Design design) {
    return design.guests().stream().mapToInt(Guest::colour).max().orElse(-1) + 1;
  }
}

package org.numascape.drawing;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The colours of lstopo's arrangement: in light and grey those of lstopo itself, in dark the same
/// hues on a dark ground.
///
/// Source: lstopo's default and grey palettes (hwloc 2).
final class LstopoColours {

  private static final List<Role> ROLES =
      List.of(
          Role.PLAIN,
          Role.BOARD,
          Role.INNER_BOARD,
          Role.SILICON,
          Role.MEMORY,
          Role.MEMORIES,
          Role.CARD,
          Role.CHIP,
          Role.OUTLINE);

  private static final Map<String, int[]> BY_THEME =
      Map.of(
          "light",
          new int[] {
            0xffffff, 0xd2e7a4, 0xe7ffb5, 0xbebebe, 0xefdfde, 0xf2e8e8, 0xbed295, 0xdedede, 0x1c2128
          },
          "dark",
          new int[] {
            0x12171e, 0x26331a, 0x303f20, 0x3a4048, 0x3c2c2c, 0x2f2424, 0x36482a, 0x2b313a, 0x76808c
          },
          "grey",
          new int[] {
            0xffffff, 0xc9c9c9, 0xdedede, 0xbebebe, 0xe4e4e4, 0xe8e8e8, 0xb6b6b6, 0xdedede, 0x000000
          });

  private LstopoColours() {}

  /// The colours of a theme with these among them, those of the light theme where it has none.
  static Map<Role, Integer> added(String theme, Map<Role, Integer> roles) {
    var all = new HashMap<Role, Integer>();
    all.putAll(of(theme));
    all.putAll(roles);
    return Map.copyOf(all);
  }

  private static Map<Role, Integer> of(String theme) {
    int[] colours = BY_THEME.getOrDefault(theme, BY_THEME.getOrDefault("light", new int[0]));
    var roles = new EnumMap<Role, Integer>(Role.class);
    for (int at = 0; at < ROLES.size(); at++) {
      roles.put(ROLES.get(at), 0xff000000 | colours[at]);
    }
    return roles;
  }
}

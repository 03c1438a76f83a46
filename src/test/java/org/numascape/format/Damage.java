package org.numascape.format;

import java.util.List;
import java.util.Random;

/// Damages a good text at random.
public final class Damage {

  private static final List<String> GRAINS =
      List.of(
          "\"",
          "<",
          ">",
          "/>",
          "</object>",
          "-1",
          "0xf...f",
          "99999999999999999999",
          "type=\"PU\"",
          "type=\"NUMANode\"",
          "type=\"Bridge\"",
          "os_index=\"0\"",
          "\u0000",
          "&x;",
          "]]>",
          "^",
          "-",
          "");

  private Damage() {}

  /// Cuts off, drops a piece, repeats a piece, changes a digit or puts in something that means
  /// something.
  public static String of(String good, Random random) {
    var text = new StringBuilder(good);
    int times = 1 + random.nextInt(4);
    for (int i = 0; i < times && !text.isEmpty(); i++) {
      int at = random.nextInt(text.length());
      int end = Math.min(text.length(), at + 1 + random.nextInt(200));
      switch (random.nextInt(6)) {
        case 0 -> text.setLength(Math.max(1, at));
        case 1 -> text.delete(at, end);
        case 2 -> text.insert(at, text.substring(at, end));
        case 3 -> text.setCharAt(at, (char) ('0' + random.nextInt(10)));
        case 4 -> text.insert(at, GRAINS.get(random.nextInt(GRAINS.size())));
        default ->
            text.replace(
                at, Math.min(text.length(), at + 5), GRAINS.get(random.nextInt(GRAINS.size())));
      }
    }
    return text.toString();
  }
}

package org.numascape.format;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Damages good input at random. The same random numbers do the same damage.
public final class Damage {

  private static final Pattern NUMBER = Pattern.compile("[0-9]+");
  private static final Pattern WORD = Pattern.compile("\\S+");
  private static final Pattern ATTRIBUTE = Pattern.compile("\\s[A-Za-z_:]+=(?:\"[^\"]*\"|'[^']*')");
  private static final Pattern ELEMENT =
      Pattern.compile("<([A-Za-z_0-9]+)(?:[^<>]*/>|[^<>]*>(?:[^<]*)</\\1>)");

  /// Numbers that are too low, too high, at the edge of what a type or a host can hold.
  private static final List<String> NUMBERS =
      List.of(
          "-1",
          "0",
          "1",
          "31",
          "32",
          "64",
          "255",
          "1023",
          "1024",
          "16383",
          "16384",
          "65535",
          "65536",
          "1000000",
          "2147483647",
          "2147483648",
          "4294967295",
          "9223372036854775807",
          "18446744073709551615",
          "99999999999999999999999",
          "1e9",
          "0x10",
          "0.5",
          "\u0663");

  /// What means something to one of the formats.
  private static final List<String> GRAINS =
      List.of(
          "\"",
          "<",
          ">",
          "/>",
          "</object>",
          "0xf...f",
          "0xffffffff,0xffffffff,",
          "type=\"PU\"",
          "type=\"NUMANode\"",
          "type=\"Bridge\"",
          "os_index=\"0\"",
          "\u0000",
          "&x;",
          "]]>",
          "<!--",
          "^",
          "-",
          "0-16383",
          "7-0",
          ",",
          ":",
          "(",
          ")",
          "[",
          "]",
          "*",
          "{",
          "\\u0000",
          "\r",
          "\n",
          "\u001B[0m",
          "\uFEFF",
          "\uD83D",
          " ",
          "");

  private Damage() {}

  /// A text with one to four wounds: cut off, or with pieces of it lost, doubled, moved or
  /// replaced; wounds to numbers and words are as frequent as those to characters.
  public static String ofText(String good, Random random) {
    return wounded(good, random, 5);
  }

  /// A text of XML, which may also lose, double or swap attributes and elements, or wrap them deep.
  public static String ofXml(String good, Random random) {
    return wounded(good, random, 9);
  }

  private static String wounded(String good, Random random, int kinds) {
    var text = good;
    int times = 1 + random.nextInt(4);
    for (int i = 0; i < times && !text.isEmpty(); i++) {
      text =
          switch (random.nextInt(kinds)) {
            case 0 -> charactersOf(text, random);
            case 1, 2 -> replaced(text, NUMBER, pick(NUMBERS, random), random);
            case 3 -> replaced(text, WORD, pick(GRAINS, random), random);
            case 4 -> swapped(text, WORD, random);
            case 5 -> swapped(text, ATTRIBUTE, random);
            case 6 -> replaced(text, random.nextBoolean() ? ATTRIBUTE : ELEMENT, "", random);
            case 7 -> swapped(text, ELEMENT, random);
            default -> wrapped(text, random);
          };
    }
    return text;
  }

  private static String charactersOf(String good, Random random) {
    var text = new StringBuilder(good);
    int at = random.nextInt(text.length());
    int end = Math.min(text.length(), at + 1 + random.nextInt(200));
    switch (random.nextInt(6)) {
      case 0 -> text.setLength(Math.max(1, at));
      case 1 -> text.delete(at, end);
      case 2 -> text.insert(at, text.substring(at, end));
      case 3 -> text.setCharAt(at, (char) ('0' + random.nextInt(10)));
      case 4 -> text.insert(at, pick(GRAINS, random));
      default -> text.replace(at, Math.min(text.length(), at + 5), pick(GRAINS, random));
    }
    return text.toString();
  }

  private static String replaced(String text, Pattern what, String by, Random random) {
    var found = what.matcher(text).results().toList();
    if (found.isEmpty()) {
      return text;
    }
    var place = found.get(random.nextInt(found.size()));
    return text.substring(0, place.start()) + by + text.substring(place.end());
  }

  /// One piece in the place of another of its kind.
  private static String swapped(String text, Pattern what, Random random) {
    var found = what.matcher(text).results().map(MatchResult::group).toList();
    return found.isEmpty() ? text : replaced(text, what, pick(found, random), random);
  }

  /// An element in a hundred others.
  private static String wrapped(String text, Random random) {
    var found = ELEMENT.matcher(text).results().toList();
    if (found.isEmpty()) {
      return text;
    }
    var place = found.get(random.nextInt(found.size()));
    int depth = List.of(2, 90, 600).get(random.nextInt(3));
    String name = place.group(1);
    String open = name.equals("object") ? "<object type=\"Group\">" : "<" + name + ">";
    return text.substring(0, place.start())
        + open.repeat(depth)
        + place.group()
        + ("</" + name + ">").repeat(depth)
        + text.substring(place.end());
  }

  /// Bytes with one to six wounds: changed, cut off, lost or doubled.
  public static byte[] ofBytes(byte[] good, Random random) {
    byte[] bytes = good.clone();
    int times = 1 + random.nextInt(6);
    for (int i = 0; i < times && bytes.length > 1; i++) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(6)) {
        case 0 -> bytes = Arrays.copyOf(bytes, 1 + at);
        case 1 -> bytes = spliced(bytes, at, Math.min(bytes.length, at + random.nextInt(600)), at);
        case 2 -> bytes = spliced(bytes, at, at, Math.max(0, at - random.nextInt(600)));
        case 3 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        default -> bytes[at] = (byte) random.nextInt(256);
      }
    }
    return bytes;
  }

  /// What was before `end`, then what is from `again` on and, where that is later, not between.
  private static byte[] spliced(byte[] bytes, int end, int from, int again) {
    int start = from > end ? from : again;
    byte[] spliced = Arrays.copyOf(bytes, end + bytes.length - start);
    System.arraycopy(bytes, start, spliced, end, bytes.length - start);
    return spliced;
  }

  /// One of several.
  public static String pick(List<String> several, Random random) {
    return several.get(random.nextInt(several.size()));
  }
}

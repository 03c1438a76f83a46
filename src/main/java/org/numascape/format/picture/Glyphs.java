package org.numascape.format.picture;

import java.text.Bidi;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;

/// The glyphs of texts. Fonts are read when they are first needed and kept: any thread may ask.
final class Glyphs {

  private static final Map<Typeface, Glyphs> FACES = faces();

  private final Typeface face;
  private final Map<String, Glyph> known = new ConcurrentHashMap<>();
  private final Glyph[] ascii = new Glyph[128];

  /// Reads the file of its face once somebody asks.
  private static final class Files {
    private static final Map<Typeface, FontFile> READ = new ConcurrentHashMap<>();

    static FontFile of(Typeface face) {
      return READ.computeIfAbsent(face, FontFile::read);
    }
  }

  private Glyphs(Typeface face) {
    this.face = face;
  }

  private static Map<Typeface, Glyphs> faces() {
    var faces = new EnumMap<Typeface, Glyphs>(Typeface.class);
    for (var face : Typeface.values()) {
      faces.put(face, new Glyphs(face));
    }
    return faces;
  }

  static Glyphs of(Typeface face) {
    return FACES.getOrDefault(face, new Glyphs(face));
  }

  /// The glyphs of a text from left to right.
  List<Glyph> of(String text) {
    if (plain(text)) {
      return text.chars().mapToObj(this::ascii).toList();
    }
    if (Bidi.requiresBidi(text.toCharArray(), 0, text.length())) {
      // Letters of such scripts join and change places: only the whole text has a shape.
      var whole = SystemFont.glyph(text, face.bold());
      if (whole.isPresent()) {
        return List.of(known.computeIfAbsent(text, key -> whole.get()));
      }
    }
    return text.codePoints().mapToObj(Character::toString).map(this::one).toList();
  }

  private static boolean plain(String text) {
    return text.chars().allMatch(code -> code >= 32 && code < 127);
  }

  private Glyph ascii(int code) {
    // Two threads may both make one: the glyphs are equal and never change.
    Glyph found = ascii[code];
    if (found == null) {
      found = one(Character.toString(code));
      ascii[code] = found;
    }
    return found;
  }

  private Glyph one(String character) {
    return known.computeIfAbsent(character, this::made);
  }

  private Glyph made(String character) {
    int code = character.codePointAt(0);
    if (invisible(code)) {
      return Glyph.blank(character, 0);
    }
    var file = Files.of(face);
    return file.glyph(code)
        .or(() -> SystemFont.glyph(character, face.bold()))
        .orElseGet(() -> file.missing(character));
  }

  private static boolean invisible(int code) {
    int type = Character.getType(code);
    return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
  }

  /// How wide a character is in font sizes; empty where our font has none for it.
  OptionalDouble width(int code) {
    if (invisible(code)) {
      return OptionalDouble.of(0);
    }
    var glyph = Files.of(face).glyph(code);
    return glyph.isPresent() ? OptionalDouble.of(glyph.get().advance()) : OptionalDouble.empty();
  }
}

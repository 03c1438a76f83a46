package org.numascape.format.picture;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.numascape.drawing.Ink;
import org.numascape.drawing.Palette;
import org.numascape.drawing.Role;

/// Attributes of SVG elements, and the colours in them.
final class SvgAttributes {

  private final Palette palette;
  private final Bytes out;
  private final Map<Ink, String> colours = new HashMap<>();

  SvgAttributes(Palette palette, Bytes out) {
    this.palette = palette;
    this.out = out;
  }

  /// A number with at most two decimals.
  void number(String name, double value) {
    out.ascii(' ').ascii(name).ascii("=\"").number(value, 2).ascii('"');
  }

  /// An attribute whose value needs no escapes.
  void plain(String name, String value) {
    out.ascii(' ').ascii(name).ascii("=\"").ascii(value).ascii('"');
  }

  /// An attribute with any value.
  void attribute(String name, String value) {
    out.ascii(' ').ascii(name).ascii("=\"");
    XmlText.append(value, out);
    out.ascii('"');
  }

  /// One step of a path, inside its attribute.
  void to(char step, double x, double y) {
    out.ascii(step).number(x, 2).ascii(' ').number(y, 2);
  }

  /// How a colour is written.
  String colour(Ink ink) {
    return Optional.ofNullable(colours.get(ink)).orElseGet(() -> added(ink));
  }

  private String added(Ink ink) {
    String hex = Integer.toHexString(palette.argb(ink) & 0xffffff);
    String colour = ink.role() == Role.NONE ? "none" : "#" + "0".repeat(6 - hex.length()) + hex;
    colours.put(ink, colour);
    return colour;
  }
}

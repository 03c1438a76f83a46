package org.numascape.format.picture;

import java.awt.Shape;
import java.awt.geom.PathIterator;

/// Content of a PDF page: numbers and operators (ISO 32000-1, annex A), y upwards.
final class PdfPage {

  private final Bytes out = new Bytes(1 << 14);
  private final int decimals;

  PdfPage(int decimals) {
    this.decimals = decimals;
  }

  PdfPage number(double value) {
    out.number(value, decimals);
    out.ascii(' ');
    return this;
  }

  PdfPage operator(String name) {
    out.ascii(name);
    out.ascii('\n');
    return this;
  }

  PdfPage name(String name) {
    out.ascii('/');
    out.ascii(name);
    out.ascii(' ');
    return this;
  }

  /// What another holds, such as numbers of another precision.
  PdfPage raw(PdfPage other) {
    out.append(other.out);
    return this;
  }

  /// Text in the codes of a font.
  PdfPage text(byte[] codes) {
    out.ascii('<');
    for (byte code : codes) {
      out.ascii(Character.forDigit(code >> 4 & 15, 16));
      out.ascii(Character.forDigit(code & 15, 16));
    }
    out.ascii("> ");
    return this;
  }

  /// A path; stroking or filling it is left to the next operator.
  PdfPage path(Shape shape) {
    double[] at = new double[6];
    double x = 0;
    double y = 0;
    for (var path = shape.getPathIterator(null); !path.isDone(); path.next()) {
      switch (path.currentSegment(at)) {
        case PathIterator.SEG_MOVETO -> {
          numbers(at, 2).operator("m");
          x = at[0];
          y = at[1];
        }
        case PathIterator.SEG_LINETO -> {
          numbers(at, 2).operator("l");
          x = at[0];
          y = at[1];
        }
        case PathIterator.SEG_QUADTO -> {
          // PDF has cubic curves only; these are the same curve.
          number(x + (at[0] - x) * 2 / 3).number(y + (at[1] - y) * 2 / 3);
          number(at[2] + (at[0] - at[2]) * 2 / 3).number(at[3] + (at[1] - at[3]) * 2 / 3);
          number(at[2]).number(at[3]).operator("c");
          x = at[2];
          y = at[3];
        }
        case PathIterator.SEG_CUBICTO -> {
          numbers(at, 6).operator("c");
          x = at[4];
          y = at[5];
        }
        default -> operator("h");
      }
    }
    return this;
  }

  private PdfPage numbers(double[] values, int count) {
    for (int at = 0; at < count; at++) {
      number(values[at]);
    }
    return this;
  }

  byte[] bytes() {
    return out.copy();
  }
}

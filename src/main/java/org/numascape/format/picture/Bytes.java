package org.numascape.format.picture;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Text in the making, as the bytes it will be in a file: large pictures are tens of megabytes, and
/// a `String` of them would be made, copied and encoded for nothing.
final class Bytes {

  private byte[] bytes;
  private int length;

  Bytes(int room) {
    bytes = new byte[room];
  }

  int length() {
    return length;
  }

  private void need(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }

  /// One character of ASCII.
  Bytes ascii(char character) {
    need(1);
    bytes[length++] = (byte) character;
    return this;
  }

  /// Characters of ASCII.
  Bytes ascii(String text) {
    int count = text.length();
    need(count);
    for (int at = 0; at < count; at++) {
      bytes[length + at] = (byte) text.charAt(at);
    }
    length += count;
    return this;
  }

  /// Any text, as UTF-8.
  Bytes utf8(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    need(encoded.length);
    System.arraycopy(encoded, 0, bytes, length, encoded.length);
    length += encoded.length;
    return this;
  }

  /// What another holds.
  Bytes append(Bytes other) {
    need(other.length);
    System.arraycopy(other.bytes, 0, bytes, length, other.length);
    length += other.length;
    return this;
  }

  /// A number with at most that many decimals, none where they are zero.
  Bytes number(double value, int decimals) {
    long unit = decimals == 2 ? 100 : (long) Math.pow(10, decimals);
    long rounded = Math.round(value * unit);
    if (rounded < 0) {
      ascii('-');
      rounded = -rounded;
    }
    whole(rounded / unit);
    long rest = rounded % unit;
    if (rest > 0) {
      ascii('.');
      for (long digit = unit / 10; rest > 0; digit /= 10) {
        ascii((char) ('0' + rest / digit));
        rest %= digit;
      }
    }
    return this;
  }

  private void whole(long value) {
    need(20);
    int digits = 1;
    for (long rest = value / 10; rest > 0; rest /= 10) {
      digits++;
    }
    long rest = value;
    for (int at = length + digits - 1; at >= length; at--) {
      bytes[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += digits;
  }

  /// Hands everything on and begins anew.
  void drain(OutputStream out) throws IOException {
    out.write(bytes, 0, length);
    length = 0;
  }

  byte[] copy() {
    return Arrays.copyOf(bytes, length);
  }
}

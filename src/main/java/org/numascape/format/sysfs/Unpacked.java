package org.numascape.format.sysfs;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A stream of unpacked bytes that breaks off when there are more than any host's archive has.
final class Unpacked extends FilterInputStream {

  /// Up to here everything is unpacked.
  private static final long HARMLESS = 16L << 20;

  /// Archives of /sys become about 150 times smaller, as most of a tar is padding.
  private static final long MOST_TIMES = 2_000;

  /// A tar of the most members with nothing in them.
  private static final long MOST = 256L << 20;

  private final long limit;
  private long read;

  /// @param packed the size of the archive, in bytes
  Unpacked(InputStream in, long packed) {
    super(in);
    this.limit = Math.min(MOST, Math.max(HARMLESS, packed * MOST_TIMES));
  }

  /// The archive unpacks to more than it should.
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1;

    TooLarge(long limit) {
      super("The archive unpacks to more than %d MiB, which no host needs.".formatted(limit >> 20));
    }
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    count(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = super.read(bytes, offset, length);
    count(Math.max(0, count));
    return count;
  }

  @Override
  public long skip(long wanted) throws IOException {
    long skipped = super.skip(wanted);
    count(skipped);
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(long more) throws IOException {
    read += more;
    if (read > limit) {
      throw new TooLarge(limit);
    }
  }
}

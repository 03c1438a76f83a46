package org.numascape.document;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.numascape.design.HostSource;
import org.numascape.format.FormatException;

/// What a person means by the text that names a host on the command line or in an address field.
public interface HostText {

  /// A scheme of at least two letters, so that no Windows drive is one.
  Pattern URI = Pattern.compile("[A-Za-z][A-Za-z0-9]+(?:\\+[A-Za-z0-9]+)?:/.*", Pattern.DOTALL);

  /// Where the host is: a libvirt URI, `sample:NAME`, `synthetic:DESCRIPTION`, or a file, which may
  /// be a design.
  ///
  /// @throws FormatException for a kind of host that this version cannot read
  static HostSource source(String text) throws FormatException {
    if (text.isBlank()) {
      throw new FormatException(
          "host", 0, "Name a host: a libvirt URI, a file, sample:NAME or synthetic:DESCRIPTION.");
    }
    if (text.startsWith("sample:")) {
      return new HostSource.Sample(text.substring("sample:".length()));
    }
    if (text.startsWith("synthetic:")) {
      return new HostSource.Synthetic(text.substring("synthetic:".length()).strip());
    }
    if (text.equals("this")) {
      throw new FormatException(
          text,
          0,
          "This version cannot read this machine from /sys yet; use qemu:///system or the output of lstopo in a file.");
    }
    if (URI.matcher(text).matches()) {
      return new HostSource.Connection(text);
    }
    try {
      return new HostSource.File(Path.of(text).toString());
    } catch (InvalidPathException e) {
      throw new FormatException(text, 0, "This is neither a libvirt URI nor the name of a file.");
    }
  }
}

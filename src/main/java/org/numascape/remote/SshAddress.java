package org.numascape.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// Where ssh logs in: `root@kvm-07`, `kvm-07:2222`, or the host of a libvirt address such as
/// `qemu+ssh://root@kvm-07/system`. No text a person types becomes an option of ssh or is seen by a
/// shell.
///
/// @param login `user@host`, or a host of ssh's own settings
public record SshAddress(String login, OptionalInt port) {

  private static final Pattern SHAPE =
      Pattern.compile(
          "(?:[a-z]+(?:\\+[a-z0-9]+)?://)?((?:[A-Za-z0-9_][A-Za-z0-9._-]{0,60}@)?"
              + "(?:[A-Za-z0-9][A-Za-z0-9._-]{0,250}|\\[[0-9A-Fa-f:.]{2,45}(?:%[A-Za-z0-9]{1,15})?]))"
              + "(?::([0-9]{1,5}))?(?:/[A-Za-z0-9/_.?=&-]*)?");

  private static final int HIGHEST_PORT = 65_535;

  /// Refuses what ssh could take for an option.
  public SshAddress {
    if (login.isEmpty() || login.startsWith("-")) {
      throw new IllegalArgumentException("\"" + login + "\" is no host for ssh");
    }
  }

  /// The address a person typed.
  ///
  /// @throws IllegalArgumentException with a sentence for a person
  public static SshAddress parse(String text) {
    var parts = SHAPE.matcher(text.strip());
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "\"" + text.strip() + "\" is no host for ssh; write one such as root@kvm-07");
    }
    String port = parts.group(2);
    int number = port == null ? 0 : Integer.parseInt(port);
    if (port != null && (number < 1 || number > HIGHEST_PORT)) {
      throw new IllegalArgumentException(port + " is no port");
    }
    return new SshAddress(
        parts.group(1).replace("[", "").replace("]", ""),
        port == null ? OptionalInt.empty() : OptionalInt.of(number));
  }

  /// ssh and its arguments, up to the host. Unknown host keys are refused, nothing is asked for, no
  /// terminal and no forwarding is opened.
  List<String> command(List<String> ssh) {
    var words = new ArrayList<>(ssh);
    words.addAll(
        List.of(
            "-T",
            "-a",
            "-x",
            "-o",
            "BatchMode=yes",
            "-o",
            "StrictHostKeyChecking=yes",
            "-o",
            "ConnectTimeout=10",
            "-o",
            "ClearAllForwardings=yes",
            "-o",
            "PermitLocalCommand=no"));
    port.ifPresent(number -> words.addAll(List.of("-p", Integer.toString(number))));
    words.addAll(List.of("--", login));
    return words;
  }

  /// `root@kvm-07`, `root@kvm-07:2222`
  @Override
  public String toString() {
    return login + (port.isPresent() ? ":" + port.getAsInt() : "");
  }
}

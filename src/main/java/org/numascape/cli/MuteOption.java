package org.numascape.cli;

import java.util.Optional;
import org.numascape.design.Design;
import org.numascape.design.Edit;
import org.numascape.design.Guest;
import org.numascape.design.Mute;
import org.numascape.format.FormatException;

/// A mute as the command line takes it: `P-04=one tenant owns both` for the whole design,
/// `P-04:db=...` for the guest of that name.
record MuteOption(String code, Optional<String> guest, String reason) {

  /// Reads one.
  ///
  /// @throws FormatException saying how it is written
  static MuteOption of(String text) throws FormatException {
    int equals = text.indexOf('=');
    String left = equals < 0 ? text : text.substring(0, equals);
    String reason = equals < 0 ? "" : text.substring(equals + 1).strip();
    if (left.isBlank() || reason.isEmpty()) {
      throw new FormatException(
          "--mute", 0, "A mute is written RULE=REASON or RULE:GUEST=REASON, not \"" + text + "\".");
    }
    int colon = left.indexOf(':');
    return colon < 0
        ? new MuteOption(left, Optional.empty(), reason)
        : new MuteOption(left.substring(0, colon), Optional.of(left.substring(colon + 1)), reason);
  }

  /// The design with it.
  ///
  /// @throws FormatException when there is no guest of that name
  Design applyTo(Design design) throws FormatException {
    if (guest.isEmpty()) {
      return new Edit.MuteRule(new Mute(code, Optional.empty(), reason)).applyTo(design);
    }
    var found =
        design.guests().stream()
            .filter(one -> one.name().equals(guest.get()))
            .map(Guest::id)
            .findFirst();
    if (found.isEmpty()) {
      throw new FormatException("--mute", 0, "There is no guest \"" + guest.get() + "\".");
    }
    return new Edit.MuteRule(new Mute(code, found, reason)).applyTo(design);
  }
}

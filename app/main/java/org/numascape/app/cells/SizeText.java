package org.numascape.app.cells;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Pattern;
import org.numascape.format.domainxml.MemoryUnit;
import org.numascape.topology.MemorySize;

/// Amounts of memory as people write them.
interface SizeText {

  Pattern AMOUNT = Pattern.compile("([0-9][0-9,_ ]*(?:\\.[0-9]+)?)\\s*([A-Za-z]+)");

  /// `32 GiB`; with all its KiB where it is no round amount, so that it is read back as it is.
  static String of(long kib) {
    return MemorySize.ofKib(kib).exact();
  }

  /// An amount with a unit, in KiB.
  ///
  /// @throws IllegalArgumentException saying what is wrong
  static long kib(String typed) {
    var amount = AMOUNT.matcher(typed.strip());
    if (!amount.matches()) {
      throw new IllegalArgumentException("write an amount with its unit: 512 MiB, 8 GiB");
    }
    var number = new BigDecimal(amount.group(1).replaceAll("[,_ ]", ""));
    String unit = amount.group(2).toLowerCase(Locale.ROOT);
    // A person who writes GB means what the memory's label says.
    String binary = unit.length() == 2 && unit.endsWith("b") ? unit.charAt(0) + "ib" : unit;
    long whole = MemoryUnit.kib("1", binary.equals("kib") || binary.equals("k") ? "KiB" : binary);
    return number
        .multiply(BigDecimal.valueOf(whole))
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }
}

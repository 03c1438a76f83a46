package org.numascape.lint;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.format.domainxml.XmlAttribute;
import org.numascape.format.domainxml.XmlElement;

/// N-06 in a text alone: bytes written where libvirt counts in KiB, so that a cell is 1,024 times
/// what was meant.
final class CellUnits implements LibvirtRule {

  /// 10^9 KiB are 954 GiB: more than a cell without a unit ever meant.
  private static final BigInteger IMPLAUSIBLE = BigInteger.valueOf(1_000_000_000);

  private static final BigInteger KI = BigInteger.valueOf(1024);

  @Override
  public Stream<Finding> examine(DomainText domain) {
    return domain.cells().stream()
        .filter(cell -> cell.value("unit").isEmpty())
        .flatMap(
            cell -> cell.attribute("memory").stream().flatMap(memory -> finding(cell, memory)));
  }

  private static Stream<Finding> finding(XmlElement cell, XmlAttribute memory) {
    return number(memory.value())
        .filter(kib -> kib.compareTo(IMPLAUSIBLE) >= 0)
        .map(kib -> finding(cell, memory, kib))
        .stream();
  }

  private static Optional<BigInteger> number(String digits) {
    return digits.matches("[0-9]{1,18}") ? Optional.of(new BigInteger(digits)) : Optional.empty();
  }

  private static Finding finding(XmlElement cell, XmlAttribute memory, BigInteger kib) {
    var meant = kib.divideAndRemainder(KI);
    boolean whole = meant[1].signum() == 0;
    String message =
        "cell %s has memory %s without a unit, which is KiB: %,d GiB. Read as bytes it would be %,d MiB%s."
            .formatted(
                cell.value("id").orElse("?"),
                memory.value(),
                kib.shiftRight(20),
                kib.shiftRight(20),
                whole ? "; write memory=\"" + meant[0] + "\"" : "");
    List<Splice> correction =
        whole ? List.of(DomainText.value(memory, meant[0].toString())) : List.of();
    return Finding.error("N-06", DomainText.span(memory), message, correction);
  }
}

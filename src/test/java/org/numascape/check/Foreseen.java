package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.numascape.analysis.Analysis;
import org.numascape.design.Design;
import org.numascape.design.Guest;
import org.numascape.design.HostSource;
import org.numascape.domain.DomainState;
import org.numascape.format.FormatException;
import org.numascape.format.domainxml.DomainReader;
import org.numascape.lint.Lint;
import org.numascape.lint.TextKind;
import org.numascape.topology.HostTopology;

/// Who foresees what libvirt and QEMU do with a domain XML, and the proof that it does.
sealed interface Foreseen {

  /// The reader refuses the text and blames the line that holds `blamed`, so that no such guest
  /// comes into being.
  record ByReader(String blamed) implements Foreseen {}

  /// A rule finds it as grave as said.
  record ByRule(String code, Severity severity) implements Foreseen {}

  /// Lint finds an error in the text, of which the guest that is read keeps nothing.
  record ByLint(String code) implements Foreseen {}

  /// An error of a rule.
  static Foreseen by(String code) {
    return new ByRule(code, Severity.ERROR);
  }

  /// Asserts that it is foreseen in guests on a host, and that a rule is silent without them.
  ///
  /// @param plain the same guests without what is foreseen
  default void proven(HostTopology host, List<String> plain, List<String> xml)
      throws FormatException {
    switch (this) {
      case ByReader(String blamed) -> provenByReader(blamed, xml.getFirst());
      case ByLint(String code) -> {
        assertThat(lint(plain.getFirst())).doesNotContain(code);
        assertThat(lint(xml.getFirst())).contains(code);
      }
      case ByRule(String code, Severity severity) -> {
        assertThat(found(host, plain, code)).isEmpty();
        assertThat(found(host, xml, code)).contains(severity);
      }
    }
  }

  private static void provenByReader(String blamed, String xml) {
    assertThatThrownBy(() -> DomainReader.read("guest.xml", xml))
        .isInstanceOfSatisfying(
            FormatException.class,
            refused ->
                assertThat(xml.lines().toList().get(refused.line() - 1))
                    .as(refused.getMessage())
                    .contains(blamed));
  }

  private static List<String> lint(String xml) throws FormatException {
    return Lint.examine("guest.xml", xml, TextKind.LIBVIRT).findings().stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .map(org.numascape.lint.Finding::code)
        .toList();
  }

  /// How grave a rule finds guests of a host.
  static List<Severity> found(HostTopology host, List<String> xml, String code)
      throws FormatException {
    return Checks.examine(Analysis.of(design(host, xml))).stream()
        .filter(problem -> problem.code().equals(code))
        .map(Problem::severity)
        .toList();
  }

  private static Design design(HostTopology host, List<String> xml) throws FormatException {
    var guests = new ArrayList<Guest>();
    for (var text : xml) {
      guests.add(
          Guest.read(
              DomainReader.read("guest.xml", text), text, DomainState.SHUT_OFF, guests.size()));
    }
    return Design.of("foreseen", host, new HostSource.Sample("foreseen"), guests);
  }
}

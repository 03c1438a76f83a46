package org.numascape.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.numascape.DeadlyCells;
import org.numascape.hypervisor.HostIdentity;
import org.numascape.hypervisor.HypervisorException;
import org.numascape.hypervisor.HypervisorFailure.Blocked;
import org.numascape.hypervisor.HypervisorFailure.Refused;

/// What kills a libvirt before 11.3 stays here, in every form.
final class FatalDefinitionTest {

  private static final HostIdentity OLD = host("QEMU", 9_000_000);
  private static final HostIdentity LAST_OLD = host("QEMU", 11_002_000);
  private static final HostIdentity FIXED = host("QEMU", 11_003_000);
  private static final HostIdentity TEST = host("TEST", 12_000_000);

  private static HostIdentity host(String driver, long version) {
    return new HostIdentity("qemu:///system", "host", driver, version, false);
  }

  private static List<String> deadly() {
    return Stream.concat(DeadlyCells.atDefine().stream(), DeadlyCells.atStart().stream()).toList();
  }

  @ParameterizedTest
  @MethodSource("deadly")
  void whatKillsAnOldServerIsNotSent(String cells) throws HypervisorException {
    var definition = Definition.of(DeadlyCells.domain("rt-db", cells));

    for (var host : List.of(OLD, LAST_OLD)) {
      assertThatThrownBy(() -> definition.refuseCrash(host))
          .isInstanceOfSatisfying(
              HypervisorException.class,
              thrown -> assertThat(thrown.failure()).isInstanceOf(Blocked.class))
          .hasMessageStartingWith("Not sent: to define rt-db would crash libvirt on this host.")
          .hasMessageContaining("libvirt " + host.versionText());
    }
  }

  @ParameterizedTest
  @MethodSource("org.numascape.DeadlyCells#harmless")
  void whatItSurvivesIsSent(String cells) throws HypervisorException {
    Definition.of(DeadlyCells.domain("rt-db", cells)).refuseCrash(OLD);
  }

  @ParameterizedTest
  @MethodSource("deadly")
  void aRepairedServerJudgesForItself(String cells) throws HypervisorException {
    Definition.of(DeadlyCells.domain("rt-db", cells)).refuseCrash(FIXED);
  }

  @ParameterizedTest
  @MethodSource("deadly")
  void theTestDriverIsOurOwnProcessSoItNeverGetsOne(String cells) throws HypervisorException {
    var definition = Definition.of(DeadlyCells.domain("rt-db", cells));

    assertThatThrownBy(() -> definition.refuseCrash(TEST)).hasMessageStartingWith("Not sent");
  }

  @Test
  void anEntityCannotHideADesignFromTheGuard() {
    String hidden =
        "<!DOCTYPE domain [<!ENTITY d \"<distances/>\">]><domain><name>x</name></domain>";

    assertThatThrownBy(() -> Definition.of(hidden))
        .isInstanceOfSatisfying(
            HypervisorException.class,
            thrown -> assertThat(thrown.failure()).isInstanceOf(Refused.class))
        .hasMessageContaining("document type");
  }
}

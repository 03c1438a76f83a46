package org.numascape.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.numascape.hypervisor.HostIdentity;
import org.numascape.hypervisor.HypervisorException;
import org.numascape.hypervisor.HypervisorFailure.Blocked;
import org.numascape.hypervisor.HypervisorFailure.Refused;

final class CrashGuardTest {

  private static final HostIdentity OLD =
      new HostIdentity("qemu:///system", "old", "QEMU", 9_000_000, false);
  private static final HostIdentity FIXED =
      new HostIdentity("qemu:///system", "new", "QEMU", 11_003_000, false);
  private static final HostIdentity TEST =
      new HostIdentity("test:///default", "me", "TEST", 12_000_000, false);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<sibling id='1' value='10'/>",
        "<sibling id='0' value='20'/>",
        "<sibling id='1' value='9'/>",
        "<sibling id='1' value='256'/>",
        "<sibling id='2' value='20'/>",
        "<sibling id='-1' value='20'/>",
        "<sibling id='1' value='0x20'/>",
        "<sibling id='1' value='99999999999'/>",
        "<sibling id='1'/>",
        "<sibling value='20'/>",
        "<sibling id='0' value='10'/><sibling id='1' value='10'/>",
        ""
      })
  void anInvalidDistanceIsNotSentToAnOldServer(String siblings) throws HypervisorException {
    var definition = Definition.of(distances(siblings));

    assertThatThrownBy(() -> definition.refuseCrash(OLD))
        .isInstanceOfSatisfying(
            HypervisorException.class,
            thrown -> assertThat(thrown.failure()).isInstanceOf(Blocked.class))
        .hasMessageStartingWith("Not sent: to define rt-db would crash libvirt on this host.")
        .hasMessageContaining("libvirt 9.0.0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<sibling id='0' value='10'/><sibling id='1' value='21'/>",
        "<sibling id='1' value='255'/>",
        "<sibling id='1' value='11'/>"
      })
  void aValidDistanceIsSent(String siblings) throws HypervisorException {
    Definition.of(distances(siblings)).refuseCrash(OLD);
  }

  @Test
  void aCellWithoutVcpusBeforeOneWithIsNotSentToAnOldServer() throws HypervisorException {
    var definition =
        Definition.of(cells("<cell id='0' cpus='0'/><cell id='1'/><cell id='2' cpus='1'/>"));

    assertThatThrownBy(() -> definition.refuseCrash(OLD))
        .hasMessageContaining("Cell 1 has no vCPUs but comes before cell 2");
  }

  @Test
  void idsDecideNotTheOrderInTheText() throws HypervisorException {
    Definition.of(cells("<cell id='1' memory='1'/><cell id='0' cpus='0-1'/>")).refuseCrash(OLD);

    var reversed = Definition.of(cells("<cell id='1' cpus='0-1'/><cell id='0' memory='1'/>"));
    assertThatThrownBy(() -> reversed.refuseCrash(OLD)).hasMessageContaining("Cell 0");
  }

  @Test
  void withoutIdsThePlaceCounts() throws HypervisorException {
    var definition = Definition.of(cells("<cell memory='1'/><cell cpus='0-1'/>"));

    assertThatThrownBy(() -> definition.refuseCrash(OLD)).hasMessageContaining("Cell 0");
  }

  @Test
  void aCellWithoutVcpusAtTheEndIsSafe() throws HypervisorException {
    Definition.of(cells("<cell id='0' cpus='0-1'/><cell id='1' memory='1'/>")).refuseCrash(OLD);
  }

  @Test
  void aRepairedServerJudgesForItself() throws HypervisorException {
    Definition.of(distances("<sibling id='1' value='10'/>")).refuseCrash(FIXED);
    Definition.of(cells("<cell id='0'/><cell id='1' cpus='0'/>")).refuseCrash(FIXED);
  }

  @Test
  void theTestDriverIsOurOwnProcessSoItNeverGetsOne() throws HypervisorException {
    var definition = Definition.of(distances("<sibling id='1' value='10'/>"));

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
        .hasMessageContaining("DOCTYPE");
  }

  private static String distances(String siblings) {
    return cells(
        "<cell id='0' cpus='0' memory='1'><distances>"
            + siblings
            + "</distances></cell><cell id='1' cpus='1' memory='1'/>");
  }

  private static String cells(String cells) {
    return "<domain type='kvm'><name>rt-db</name><cpu><numa>" + cells + "</numa></cpu></domain>";
  }
}

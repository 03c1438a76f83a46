package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.numascape.Libvirtd;
import org.numascape.hypervisor.HypervisorException;
import org.numascape.hypervisor.HypervisorFailure.Refused;
import org.numascape.libvirt.LibvirtHypervisor;

/// What is said to be refused at define is refused by the libvirtd of this machine, with the error
/// number that 9.0 gives.
@Tag("libvirtd")
@Timeout(120)
final class RefusedAtDefineOnLibvirtdTest {

  private final String uuid = UUID.randomUUID().toString();
  private final String name = "numascape-refused-" + uuid.substring(0, 8);

  private Optional<LibvirtHypervisor> opened = Optional.empty();

  @BeforeEach
  void open() {
    opened = Optional.of(Libvirtd.open());
  }

  @AfterEach
  void cleanUp() throws Exception {
    if (opened.isPresent()) {
      Libvirtd.remove(uuid);
      host().close();
    }
  }

  @Test
  void thePlainGuestIsTaken() throws Exception {
    host().define(named(RefusedAtDefine.plain()), true);

    assertThat(host().domain(uuid)).isPresent();
  }

  @ParameterizedTest
  @MethodSource("org.numascape.check.RefusedAtDefine#all")
  void itIsRefused(RefusedAtDefine refused) throws Exception {
    long version = host().identity().libvirtVersion();
    Assumptions.assumeTrue(
        version >= refused.since(),
        () -> "skipped: libvirt takes it before version " + refused.since());

    assertThatThrownBy(() -> host().define(named(refused.xml()), false))
        .isInstanceOfSatisfying(
            HypervisorException.class,
            thrown -> {
              assertThat(thrown.failure()).isInstanceOf(Refused.class);
              if (version < 9_001_000) {
                assertThat(((Refused) thrown.failure()).code())
                    .as(thrown.getMessage())
                    .isEqualTo(refused.code());
              }
            });
    assertThat(host().domain(uuid)).isEmpty();
  }

  private String named(String xml) {
    return xml.replace(Plain.UUID, uuid).replace("<name>foreseen<", "<name>" + name + "<");
  }

  private LibvirtHypervisor host() {
    return opened.orElseThrow();
  }
}

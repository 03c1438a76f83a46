package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.numascape.Libvirtd;
import org.numascape.libvirt.LibvirtHypervisor;

/// What is said to be rewritten is rewritten by the libvirtd of this machine.
@Tag("libvirtd")
@Timeout(120)
final class RewrittenOnLibvirtdTest {

  private final String uuid = UUID.randomUUID().toString();
  private final String name = "numascape-rewritten-" + uuid.substring(0, 8);

  private Optional<LibvirtHypervisor> opened = Optional.empty();

  @BeforeEach
  void open() {
    opened = Optional.of(Libvirtd.open());
  }

  @AfterEach
  void cleanUp() throws Exception {
    if (opened.isPresent()) {
      Libvirtd.remove(uuid);
      opened.get().close();
    }
  }

  @ParameterizedTest
  @MethodSource("org.numascape.check.Rewritten#all")
  void itIsStoredOtherwise(Rewritten rewritten) throws Exception {
    var host = opened.orElseThrow();

    host.define(
        rewritten.xml().replace(Plain.UUID, uuid).replace("<name>foreseen<", "<name>" + name + "<"),
        false);

    assertThat(host.domain(uuid).orElseThrow().inactiveXml())
        .contains(rewritten.instead())
        .doesNotContain(rewritten.gone());
  }
}

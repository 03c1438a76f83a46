package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import java.nio.file.Path;
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
import org.numascape.libvirt.LibvirtHypervisor;

/// What is said to be refused at start is taken at define, and then not started, by the libvirtd of
/// this machine.
@Tag("libvirtd")
@Timeout(120)
final class RefusedAtStartOnLibvirtdTest {

  private final String uuid = UUID.randomUUID().toString();
  private final String name = "numascape-start-" + uuid.substring(0, 8);

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
  void thePlainGuestStarts() throws Exception {
    host().define(named(Plain.GUEST), true);

    assertThat(Libvirtd.said("start", uuid)).doesNotContain("error");
    assertThat(host().domain(uuid).orElseThrow().state().active()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("org.numascape.check.RefusedAtStart#shown")
  void itIsTakenAndDoesNotStart(RefusedAtStart refused) throws Exception {
    Assumptions.assumeFalse(
        refused.said().orElseThrow().equals("numad") && Files.exists(Path.of("/usr/bin/numad")),
        "skipped: this machine has numad, and the guest starts");
    host().define(named(refused.xml().getLast()), false);

    String said = Libvirtd.said("start", uuid);

    assertThat(said).startsWith("error:").containsIgnoringCase(refused.said().orElseThrow());
    assertThatCode(() -> host().identity()).as("the daemon lives").doesNotThrowAnyException();
    assertThat(host().domain(uuid).orElseThrow().state().active()).isFalse();
  }

  private String named(String xml) {
    return xml.replace(Plain.UUID, uuid).replace("<name>foreseen<", "<name>" + name + "<");
  }

  private LibvirtHypervisor host() {
    return opened.orElseThrow();
  }
}

package org.numascape.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LibvirtUriTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "qemu:///system",
        "qemu:///session",
        "test:///default",
        "test:///tmp/my%20host.xml",
        "qemu+ssh://root@numa-1.example.org/system?keyfile=/home/a/.ssh/id&no_tty=1",
        "qemu+ssh://root@[2001:db8::1]:2222/system",
        "qemu+tls://server_1/system?pkipath=/etc/pki/me",
        "qemu+unix:///system?socket=/run/other/libvirt-sock",
        "xen:///system",
        "bhyve:///system"
      })
  void aSoundAddressStaysAsItIs(String text) {
    assertThat(LibvirtUri.parse(text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "' qemu:///system ', qemu:///system",
    "QEMU+SSH://root@Host/system, qemu+ssh://root@Host/system",
    "qemu+ssh://root@host, qemu+ssh://root@host/system",
    "qemu+ssh://root@host/, qemu+ssh://root@host/system",
    "qemu:/system, qemu:///system",
  })
  void whatAPersonTypesIsMadeSound(String typed, String text) {
    assertThat(LibvirtUri.parse(typed).text()).isEqualTo(text);
  }

  @Test
  void thePartsAreTold() {
    var uri = LibvirtUri.parse("qemu+ssh://root@host:22/system?keyfile=/k&no_tty");

    assertThat(uri.driver()).isEqualTo("qemu");
    assertThat(uri.transport()).isEqualTo("ssh");
    assertThat(uri.authority()).isEqualTo("root@host:22");
    assertThat(uri.path()).isEqualTo("/system");
    assertThat(uri.parameters()).containsEntry("keyfile", "/k").containsEntry("no_tty", "");
    assertThat(uri.local()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "host",
        "/system",
        "://x",
        "qemu",
        "qemu:system",
        "qemu:///sys tem",
        "qemu:///a#b",
        "qemu:///a\nb",
        "root@host"
      })
  void nonsenseIsToldWithAnExample(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LibvirtUri.parse(text))
        .withMessageContaining("is no libvirt address; write one such as qemu:///system");
  }

  @Test
  void anUnknownTransportIsToldWithTheKnownOnes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LibvirtUri.parse("qemu+carrier://pigeon/system"))
        .withMessage(
            "libvirt has no transport carrier; it has ext, libssh, libssh2, ssh, tcp, tls, unix");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "qemu+ssh://a@b@c/system",
        "qemu+ssh://host:/system",
        "qemu+ssh://host:999999/system",
        "qemu+ssh://-oProxyCommand=x/system"
      })
  void anUnsoundHostIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> LibvirtUri.parse(text));
  }

  @Test
  void aPasswordIsRefusedAndNeverRepeated() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LibvirtUri.parse("qemu+tcp://root:hunter2@host/system"))
        .withMessageContaining("leave the password out")
        .withMessageNotContaining("hunter2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LibvirtUri.parse("qemu+tcp:// root:hunter2@host/system?password=hunter2"))
        .withMessageNotContaining("hunter2");
  }

  @Test
  void theAddressToShowLeadsToNoSecret() {
    var uri =
        LibvirtUri.parse("qemu+tcp://host/system?authfile=/home/a/auth.conf&socket=/s&PASSWORD=x");

    assertThat(uri.display()).isEqualTo("qemu+tcp://host/system?socket=/s");
    assertThat(uri).hasToString("qemu+tcp://host/system?socket=/s");
    assertThat(uri.text()).contains("authfile=/home/a/auth.conf");
    assertThat(LibvirtUri.display("esx://root:hunter2@host/?no_verify=1"))
        .doesNotContain("hunter2");
  }

  @Test
  void theOtherSideIsVerifiedUnlessTheAddressSaysOtherwise() {
    assertThat(LibvirtUri.parse("qemu+ssh://host/system").verifiesHost()).isTrue();
    assertThat(LibvirtUri.parse("qemu+ssh://host/system").text()).doesNotContain("no_verify");
    assertThat(LibvirtUri.parse("qemu+ssh://host/system?no_verify=1").verifiesHost()).isFalse();
    assertThat(
            LibvirtUri.parse("qemu+libssh://host/system?known_hosts_verify=ignore").verifiesHost())
        .isFalse();
    assertThat(LibvirtUri.parse("qemu+tcp://host/system").verifiesHost()).isFalse();
  }

  @Test
  void anAddressThatStartsAProgramIsRecognised() {
    assertThat(LibvirtUri.parse("qemu+ext:///system?command=/tmp/x").startsProgram()).isTrue();
    assertThat(LibvirtUri.parse("qemu+ssh://host/system?command=/tmp/x").startsProgram()).isTrue();
    assertThat(LibvirtUri.parse("qemu+ssh://host/system?netcat=/tmp/x").startsProgram()).isTrue();
    assertThat(LibvirtUri.parse("qemu+ssh://host/system").startsProgram()).isFalse();
  }
}

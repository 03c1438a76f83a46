package org.numascape.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SshAddressTest {

  @Test
  void hostsAreReadWithUserAndPort() {
    assertThat(SshAddress.parse(" root@kvm-07 "))
        .isEqualTo(new SshAddress("root@kvm-07", OptionalInt.empty()));
    assertThat(SshAddress.parse("kvm-07:2222"))
        .isEqualTo(new SshAddress("kvm-07", OptionalInt.of(2222)));
    assertThat(SshAddress.parse("qemu+ssh://root@kvm-07:22/system?no_tty=1").toString())
        .isEqualTo("root@kvm-07:22");
    assertThat(SshAddress.parse("admin@[2001:db8::7]").login()).isEqualTo("admin@2001:db8::7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-oProxyCommand=sh",
        "root@-oProxyCommand=sh",
        "host; reboot",
        "host name",
        "$(reboot)",
        "host:0",
        "host:99999",
        "a@b@c",
        "host\nother"
      })
  void nothingElseIsAHost(String text) {
    assertThatThrownBy(() -> SshAddress.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void hostKeysAreCheckedAndNothingIsAskedFor() {
    assertThat(SshAddress.parse("root@kvm-07:2222").command(List.of("ssh")))
        .startsWith("ssh")
        .containsSequence("-o", "BatchMode=yes")
        .containsSequence("-o", "StrictHostKeyChecking=yes")
        .endsWith("-p", "2222", "--", "root@kvm-07");
  }
}

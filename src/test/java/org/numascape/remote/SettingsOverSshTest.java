package org.numascape.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.numascape.format.FormatException;
import org.numascape.topology.Setting;

/// Against a program that stands in for ssh: it gets the same words and runs here what ssh would
/// run there.
final class SettingsOverSshTest {

  private static final SshAddress HOST = SshAddress.parse("root@kvm-07");

  @BeforeEach
  void aShell() {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no shell here");
  }

  /// Runs a command in place of ssh; `$@` are ssh's arguments.
  private static SettingsOverSsh ssh(String command) {
    return new SettingsOverSsh(List.of("/bin/sh", "-c", command, "ssh"), Duration.ofSeconds(60));
  }

  @Test
  void theCommandsComeOnStandardInputAndTheSettingsBack() throws FormatException {
    assumeTrue(Files.isReadable(Path.of("/proc/sys/vm/swappiness")), "this is no Linux machine");
    try (var remote =
        ssh(
            "while [ \"$1\" != -- ]; do shift; done; shift; test \"$*\" = 'root@kvm-07 sh -s' && exec sh -s")) {
      var settings = remote.read(HOST);

      assertThat(settings.from()).isEqualTo("ssh root@kvm-07");
      assertThat(settings.readAt()).isPresent();
      assertThat(settings.number(Setting.SWAPPINESS)).isPresent();
    }
  }

  @Test
  void whatSshComplainsOfIsTold() {
    try (var remote = ssh("echo 'Host key verification failed.' >&2; exit 255")) {
      assertThatThrownBy(() -> remote.read(HOST))
          .isInstanceOf(FormatException.class)
          .hasMessageContaining("Host key verification failed. Log in once by hand");
    }
  }

  @Test
  void aMissingSshIsTold() {
    try (var remote = new SettingsOverSsh(List.of("/nowhere/ssh"), Duration.ofSeconds(5))) {
      assertThatThrownBy(() -> remote.read(HOST)).hasMessageContaining("ssh could not be started");
    }
  }

  @Test
  void aHalfIsNoReading() {
    try (var remote =
        ssh("cat > /dev/null; echo '== numascape settings 1'; echo /proc/sys/vm/swappiness:60")) {
      assertThatThrownBy(() -> remote.read(HOST)).hasMessageContaining("broke off");
    }
  }

  // Closed by another thread while it reads: that is what is tried here.
  @SuppressWarnings("try")
  @Test
  void givingUpEndsSsh() {
    try (var remote = ssh("exec sleep 600")) {
      var reading =
          CompletableFuture.supplyAsync(() -> {
            try {
              return remote.read(HOST);
            } catch (FormatException e) {
              throw new CompletionException(e);
            }
          });

      remote.close();

      assertThatThrownBy(reading::join).hasCauseInstanceOf(FormatException.class);
    }
  }

  @Test
  void patienceEndsSsh() {
    try (var remote =
        new SettingsOverSsh(
            List.of("/bin/sh", "-c", "exec sleep 600", "ssh"), Duration.ofMillis(50))) {
      assertThatThrownBy(() -> remote.read(HOST)).isInstanceOf(FormatException.class);
    }
  }
}

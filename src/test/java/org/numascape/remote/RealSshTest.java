package org.numascape.remote;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.numascape.format.FormatException;
import org.numascape.topology.Setting;

/// Against a real sshd of this machine, with keys made for the test, on a port of the loopback
/// interface. Skipped where there is none, unless the environment has `NUMASCAPE_SSHD=required`.
final class RealSshTest {

  private static final Path SSHD = Path.of("/usr/sbin/sshd");

  @TempDir private static Path folder;
  private static Process daemon;
  private static SshAddress here;

  @BeforeAll
  static void aServer() throws IOException, InterruptedException {
    boolean can =
        Files.isExecutable(SSHD)
            && (Files.isDirectory(Path.of("/run/sshd"))
                || !"root".equals(System.getProperty("user.name")));
    if ("required".equals(System.getenv("NUMASCAPE_SSHD"))) {
      assertThat(can).as("sshd, and for root /run/sshd").isTrue();
    }
    assumeTrue(can, "there is no sshd here");
    key("server");
    key("client");
    Files.copy(folder.resolve("client.pub"), folder.resolve("authorized"));
    int port;
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Files.writeString(
        folder.resolve("sshd_config"),
        """
        ListenAddress 127.0.0.1
        Port %d
        HostKey %s
        AuthorizedKeysFile %s
        PidFile none
        StrictModes no
        UsePAM no
        PasswordAuthentication no
        """
            .formatted(port, folder.resolve("server"), folder.resolve("authorized")));
    daemon =
        new ProcessBuilder(
                SSHD.toString(), "-D", "-e", "-f", folder.resolve("sshd_config").toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("sshd.log").toFile())
            .start();
    here = SshAddress.parse(System.getProperty("user.name") + "@127.0.0.1:" + port);
    Files.writeString(
        folder.resolve("known"),
        "[127.0.0.1]:%d %s".formatted(port, Files.readString(folder.resolve("server.pub"))));
    waitFor(port);
  }

  private static void key(String name) throws IOException, InterruptedException {
    var made =
        new ProcessBuilder(
                "ssh-keygen",
                "-q",
                "-t",
                "ed25519",
                "-N",
                "",
                "-f",
                folder.resolve(name).toString())
            .inheritIO()
            .start();
    assertThat(made.waitFor()).isZero();
  }

  private static void waitFor(int port) throws IOException, InterruptedException {
    for (int turn = 0; turn < 100 && daemon.isAlive(); turn++) {
      try (var socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
        return;
      } catch (IOException notYet) {
        Thread.sleep(100);
      }
    }
    throw new IOException("sshd does not listen: " + Files.readString(folder.resolve("sshd.log")));
  }

  @AfterAll
  static void end() throws InterruptedException {
    if (daemon != null) {
      daemon.destroy();
      daemon.waitFor(10, TimeUnit.SECONDS);
    }
  }

  private static SettingsOverSsh ssh(String key, String known) {
    return new SettingsOverSsh(
        List.of(
            "ssh",
            "-F",
            "none",
            "-o",
            "IdentitiesOnly=yes",
            "-o",
            "GlobalKnownHostsFile=none",
            "-o",
            "UserKnownHostsFile=" + folder.resolve(known),
            "-i",
            folder.resolve(key).toString()),
        Duration.ofSeconds(60));
  }

  @Test
  void theSettingsOfAHostComeOverSsh() throws FormatException, IOException {
    try (var remote = ssh("client", "known")) {
      var settings = remote.read(here);

      assertThat(settings.from()).isEqualTo("ssh " + here);
      assertThat(settings.number(Setting.SWAPPINESS)).hasValue(swappiness());
    }
  }

  /// Read in one go: files below `/proc/sys` answer the first read only.
  private static long swappiness() throws IOException {
    try (var in = Files.newInputStream(Path.of("/proc/sys/vm/swappiness"))) {
      return Long.parseLong(new String(in.readNBytes(64), US_ASCII).strip());
    }
  }

  @Test
  void aHostWhoseKeyIsNotKnownIsRefused() {
    try (var remote = ssh("client", "nothing")) {
      assertThatThrownBy(() -> remote.read(here))
          .isInstanceOf(FormatException.class)
          .hasMessageContaining("Log in once by hand and check the key");
    }
  }

  @Test
  void aKeyThatTheHostDoesNotTakeIsToldWithTheWayOut() {
    try (var remote = ssh("server", "known")) {
      assertThatThrownBy(() -> remote.read(here))
          .isInstanceOf(FormatException.class)
          .hasMessageContaining("load one into the ssh agent");
    }
  }
}

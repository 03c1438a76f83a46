package org.numascape.remote;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.numascape.format.FormatException;
import org.numascape.format.sysfs.PrintedTree;
import org.numascape.format.sysfs.SettingsScan;
import org.numascape.format.sysfs.SettingsScript;
import org.numascape.topology.HostSettings;

/// Reads the settings of a host over ssh: logs in with the person's own ssh, runs [SettingsScript],
/// which changes nothing, and reads what it prints. Blocks; closing it from another thread ends the
/// ssh it started.
public final class SettingsOverSsh implements AutoCloseable {

  private static final int LARGEST = 8 << 20;
  private static final int LONGEST_COMPLAINT = 4_096;

  private final List<String> ssh;
  private final Duration patience;
  private Optional<Process> running = Optional.empty();
  private boolean closed;

  /// Uses the `ssh` of this machine.
  public SettingsOverSsh() {
    this(List.of("ssh"), Duration.ofSeconds(60));
  }

  /// @param ssh the program and its first arguments
  /// @param patience how long it may take in all
  SettingsOverSsh(List<String> ssh, Duration patience) {
    this.ssh = List.copyOf(ssh);
    this.patience = patience;
  }

  /// The settings of a host.
  ///
  /// @throws FormatException when it cannot be reached or asked, in one sentence
  public HostSettings read(SshAddress host) throws FormatException {
    String source = "ssh " + host;
    try {
      return settings(source, start(host));
    } catch (IOException e) {
      throw new FormatException(
          source, 0, "ssh could not be started: " + e.getMessage() + ". Is it installed?");
    }
  }

  private synchronized Process start(SshAddress host) throws IOException {
    if (closed) {
      throw new IOException("given up");
    }
    var words = host.command(ssh);
    words.addAll(List.of("sh", "-s"));
    var process = new ProcessBuilder(words).start();
    running = Optional.of(process);
    return process;
  }

  private HostSettings settings(String source, Process process) throws FormatException {
    var watch =
        Thread.ofVirtual()
            .start(() -> {
              try {
                if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                  process.destroyForcibly();
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    var complaint = new StringBuilder();
    var listening =
        Thread.ofVirtual()
            .start(() -> complaint.append(text(process.getErrorStream(), LONGEST_COMPLAINT)));
    try {
      try (var in = process.getOutputStream()) {
        in.write(SettingsScript.script().getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        // ssh that cannot log in reads nothing; what it says is told below.
      }
      String printed = text(process.getInputStream(), LARGEST);
      listening.join();
      process.waitFor();
      return told(source, printed, complaint.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FormatException(source, 0, "It was given up.");
    } finally {
      process.destroyForcibly();
      watch.interrupt();
    }
  }

  private static String text(InputStream stream, int limit) {
    try (stream) {
      return new String(stream.readNBytes(limit), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  private static HostSettings told(String source, String printed, String complaint)
      throws FormatException {
    var tree = PrintedTree.of(printed);
    if (tree.isEmpty()) {
      String words =
          complaint
              .lines()
              .map(String::strip)
              .filter(line -> !line.isEmpty())
              .reduce((first, last) -> last)
              .orElse("the host printed nothing");
      throw new FormatException(source, 0, sentence(words));
    }
    if (!tree.whole()) {
      throw new FormatException(source, 0, "The host broke off before all was told.");
    }
    return SettingsScan.of(tree, source, Optional.of(Instant.now()));
  }

  private static String sentence(String words) {
    String advice =
        words.contains("Host key verification failed")
            ? " Log in once by hand and check the key."
            : words.contains("Permission denied")
                ? " ssh has no key that this host accepts: load one into the ssh agent."
                : "";
    String plain = words.replaceAll("\\p{Cntrl}", " ");
    return plain + (plain.endsWith(".") ? "" : ".") + advice;
  }

  /// Ends what is running.
  @Override
  public synchronized void close() {
    closed = true;
    running.ifPresent(Process::destroyForcibly);
  }
}

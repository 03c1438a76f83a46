package org.numascape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.numascape.hypervisor.HypervisorException;
import org.numascape.libvirt.LibvirtHypervisor;

/// The libvirtd of this machine, and virsh as the witness of what it holds.
public final class Libvirtd {

  /// What both are reached by.
  public static final String URI = "qemu:///system";

  private Libvirtd() {}

  /// A connection that may change things. Without a daemon the test that asks is skipped, or fails
  /// where the environment has `NUMASCAPE_LIBVIRTD=required`, as `.ci/run` sets it.
  public static LibvirtHypervisor open() {
    try {
      return LibvirtHypervisor.open(URI, false);
    } catch (HypervisorException absent) {
      boolean required = "required".equals(System.getenv("NUMASCAPE_LIBVIRTD"));
      String why = "no libvirtd answers on this machine: " + absent.getMessage();
      return required
          ? Assertions.fail(why)
          : Assumptions.abort("skipped: " + why + " (.ci/start-libvirtd starts one)");
    }
  }

  /// What virsh says, without blanks around it; it has to succeed.
  public static String virsh(String... arguments) throws IOException, InterruptedException {
    var answer = ask(arguments);
    assertThat(answer.status()).as("virsh " + List.of(arguments) + ": " + answer.text()).isZero();
    return answer.text().strip();
  }

  /// What virsh says, whether it succeeds or not; a failure begins with `error:`.
  public static String said(String... arguments) throws IOException, InterruptedException {
    return ask(arguments).text().strip();
  }

  /// Takes a domain away, running or not, if it is there.
  public static void remove(String domain) throws IOException, InterruptedException {
    ask("destroy", domain);
    ask("undefine", domain, "--managed-save");
  }

  /// Table rows with single blanks between their cells.
  public static List<String> rows(String table) {
    return table.lines().map(line -> line.strip().replaceAll("\\s+", " ")).toList();
  }

  private record Answer(int status, String text) {}

  private static Answer ask(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("virsh", "-q", "-c", URI));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C.UTF-8");
    var process = builder.start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Answer(process.waitFor(), text);
  }
}

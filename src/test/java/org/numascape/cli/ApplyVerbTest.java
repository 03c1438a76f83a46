package org.numascape.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.numascape.design.Design;
import org.numascape.design.Edit;
import org.numascape.document.DesignFiles;
import org.numascape.document.HostOpener;
import org.numascape.document.HostRefresh;
import org.numascape.domain.DomainState;
import org.numascape.format.FormatException;
import org.numascape.hypervisor.DomainRecord;
import org.numascape.hypervisor.Hypervisor;
import org.numascape.hypervisor.HypervisorException;
import org.numascape.simulation.FaultPlan;
import org.numascape.simulation.SimulatedHypervisor;
import org.numascape.topology.CpuSet;

/// The three verbs that bring a design and a live host together, on a simulated host.
final class ApplyVerbTest {
  private static final String UUID = "6f1d3c1e-0c39-4f8a-9d3d-0a4d2f6b7c11";
  private static final String XML =
      """
      <domain type='kvm'>
        <name>db</name>
        <uuid>%s</uuid>
        <memory unit='KiB'>1048576</memory>
        <vcpu placement='static'>2</vcpu>
        <cputune>
          <vcpupin vcpu='0' cpuset='4'/>
        </cputune>
        <os>
          <type arch='x86_64' machine='pc-q35-7.2'>hvm</type>
        </os>
        <devices>
          <graphics type='vnc' port='-1' passwd='hunter2'/>
        </devices>
      </domain>
      """
          .formatted(UUID);

  @TempDir private Path folder;
  private Hypervisor host = host(FaultPlan.NONE);
  private String file = "";

  @BeforeEach
  void aDesignThatMovesOneVcpu() throws Exception {
    file = saved(0, 7);
  }

  @Test
  void aDiffTellsTheChangeInWordsAndAsXml() {
    var run = Run.on(this::connect, "diff", "qemu:///system", file);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("db:\n")
        .contains("-    <vcpupin vcpu='0' cpuset='4'/>\n+    <vcpupin vcpu='0' cpuset='7'/>\n")
        .doesNotContain("hunter2");
  }

  @Test
  void aDesignThatIsAppliedHasNoDiff() throws Exception {
    Run.on(this::connect, "apply", "qemu:///system", file, "--yes");

    assertThat(Run.on(this::connect, "diff", "qemu:///system", file)).isEqualTo(new Run(0, "", ""));
  }

  @Test
  void applyingChangesThePinAndKeepsThePasswordTheDesignDoesNotHold() throws Exception {
    var run = Run.on(this::connect, "apply", "qemu:///system", file, "--yes");

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("everything done and verified");
    assertThat(definition()).contains("cpuset='7'").contains("hunter2");
  }

  @Test
  void aDryRunChangesNothing() throws Exception {
    var run = Run.on(this::connect, "apply", "qemu:///system", file, "--dry-run");

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("+    <vcpupin vcpu='0' cpuset='7'/>");
    assertThat(definition()).isEqualTo(XML);
  }

  @Test
  void nothingIsAppliedWhereNobodyCanBeAsked() throws Exception {
    var run = Run.on(this::connect, "apply", "qemu:///system", file);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("add --yes");
    assertThat(definition()).isEqualTo(XML);
  }

  @Test
  void theAnswerDecides() throws Exception {
    var no = Run.answering(Optional.of(""), this::connect, "apply", "qemu:///system", file);
    String afterNo = definition();
    var yes = Run.answering(Optional.of("y"), this::connect, "apply", "qemu:///system", file);

    assertThat(no.status()).isEqualTo(1);
    assertThat(afterNo).isEqualTo(XML);
    assertThat(yes.status()).isZero();
    assertThat(definition()).contains("cpuset='7'");
  }

  @Test
  void whatSomebodyElseChangedMeanwhileIsNotOverwrittenUnasked() throws Exception {
    host.define(XML.replace("cpuset='4'", "cpuset='5'"), false);

    var run = Run.on(this::connect, "apply", "qemu:///system", file, "--yes");
    String kept = definition();
    var forced = Run.on(this::connect, "apply", "qemu:///system", file, "--yes", "--overwrite");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err())
        .contains(
            "Somebody changed the pin of vCPU 0 of db on the host to CPUs 5; the design keeps CPUs 7.");
    assertThat(kept).contains("cpuset='5'");
    assertThat(forced.status()).isZero();
    assertThat(definition()).contains("cpuset='7'");
  }

  @Test
  void aHostThatRefusesIsStatusThree() throws Exception {
    for (int call = 1; call < 40; call++) {
      host = host(FaultPlan.refusing(call));
      var run = Run.on(this::connect, "apply", "qemu:///system", file, "--yes");
      if (run.out().contains("failed to")) {
        assertThat(run.status()).isEqualTo(3);
        assertThat(definition()).contains("cpuset='4'");
        return;
      }
    }
    throw new AssertionError("no refused call made the apply fail");
  }

  @Test
  void verifyComparesDesignAndReality() throws Exception {
    var before = Run.on(this::connect, "verify", "qemu:///system", file);
    Run.on(this::connect, "apply", "qemu:///system", file, "--yes");
    var after = Run.on(this::connect, "verify", "qemu:///system", file, "--json");

    assertThat(before.status()).isEqualTo(1);
    assertThat(before.out()).contains("db: ").contains("different");
    assertThat(after.status()).isZero();
    assertThat(after.out()).contains("\"result\":\"verified\"").doesNotContain("\"different\"");
  }

  @Test
  void aFileIsNoUri() {
    var run = Run.on(this::connect, "apply", file, file);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).endsWith("This is no libvirt URI such as qemu:///system.\n");
  }

  private String saved(int vcpu, int cpu) throws FormatException, HypervisorException, IOException {
    Design read = new HostRefresh(host).read().design();
    var wanted =
        new Edit.PinVcpus(read.guests().getFirst().id(), Map.of(vcpu, CpuSet.of(cpu)))
            .applyTo(read);
    var path = folder.resolve("rack.numascape.json");
    DesignFiles.overwrite(path, wanted);
    return path.toString();
  }

  private static Hypervisor host(FaultPlan faults) {
    try {
      var record =
          new DomainRecord(
              UUID, "db", DomainState.SHUT_OFF, XML, Optional.empty(), true, false, false);
      return SimulatedHypervisor.of(
          HostOpener.sample("demonstration").host(), List.of(record), faults);
    } catch (FormatException e) {
      throw new IllegalStateException(e);
    }
  }

  private Hypervisor connect(String uri, boolean readOnly) {
    return host;
  }

  private String definition() throws HypervisorException {
    return host.domain(UUID).orElseThrow().inactiveXml();
  }
}

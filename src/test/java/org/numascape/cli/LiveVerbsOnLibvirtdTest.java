package org.numascape.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.numascape.Libvirtd.URI;
import static org.numascape.Libvirtd.rows;
import static org.numascape.Libvirtd.virsh;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.numascape.Libvirtd;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.document.DesignFiles;
import org.numascape.document.HostRefresh;
import org.numascape.hypervisor.Hypervisor;
import org.numascape.libvirt.LibvirtHypervisor;
import org.numascape.topology.CpuSet;

/// `diff`, `apply` and `verify` on a real libvirtd, with a running guest; what virsh says is the
/// truth.
@Tag("libvirtd")
@Timeout(120)
final class LiveVerbsOnLibvirtdTest {

  private final String uuid = UUID.randomUUID().toString();
  private final String name = "numascape-verbs-" + uuid.substring(0, 8);
  private final DomainId id = new DomainId(uuid);

  private Optional<Hypervisor> opened = Optional.empty();
  private int first;
  private int last;

  @TempDir Path folder;

  @BeforeEach
  void open() throws Exception {
    opened = Optional.of(Libvirtd.open());
    var online = opened.get().onlineCpus();
    Assumptions.assumeTrue(
        online.size() > 1, "skipped: pins are told apart by two CPUs, this machine has one");
    first = online.first().orElseThrow();
    last = online.last();
    virsh("define", Files.writeString(folder.resolve("guest.xml"), guest()).toString());
    virsh("start", uuid);
  }

  @AfterEach
  void cleanUp() throws Exception {
    if (opened.isPresent()) {
      Libvirtd.remove(uuid);
      opened.get().close();
    }
  }

  @Test
  void aDesignIsComparedAppliedAndVerified() throws Exception {
    String design = file(pinned(read(), last));

    var before = run("diff", URI, design);
    var applied = run("apply", URI, design, "--yes");
    var after = run("diff", URI, design);
    var verified = run("verify", URI, design);

    assertThat(before.status()).as(before.err()).isEqualTo(1);
    assertThat(before.out()).contains(name, "+    <vcpupin vcpu='0' cpuset='" + last + "'/>");
    assertThat(applied.status()).as(applied.out() + applied.err()).isZero();
    assertThat(rows(virsh("vcpupin", uuid, "--live"))).contains("0 " + last);
    assertThat(rows(virsh("vcpupin", uuid, "--config"))).contains("0 " + last);
    assertThat(after.out()).isEmpty();
    assertThat(after.status()).as(after.err()).isZero();
    assertThat(verified.out()).contains(name + ": vCPU 0 → CPU " + last + " (live): verified");
    assertThat(verified.status()).isZero();
  }

  @Test
  void thePasswordThatADesignFileLeavesOutStaysOnTheHost() throws Exception {
    String design = file(pinned(read(), last));

    var applied = run("apply", URI, design, "--yes");

    assertThat(Path.of(design)).content().doesNotContain("hidden42");
    assertThat(applied.status()).as(applied.out() + applied.err()).isZero();
    assertThat(applied.out() + applied.err()).doesNotContain("hidden42");
    assertThat(virsh("dumpxml", uuid, "--inactive", "--security-info"))
        .contains("passwd='hidden42'");
  }

  @Test
  void verifyTellsWhatSomebodyElseMoved() throws Exception {
    String design = file(pinned(read(), last));
    run("apply", URI, design, "--yes");
    virsh("vcpupin", uuid, "0", Integer.toString(first), "--live");

    var verified = run("verify", URI, design);

    assertThat(verified.status()).isEqualTo(1);
    assertThat(verified.out())
        .contains(name + ": vCPU 0 → CPU " + last + " (live): different, it is CPU " + first)
        .contains(name + ": vCPU 0 → CPU " + last + " (next start): verified");
  }

  @Test
  void aDryRunAndAnUnansweredQuestionChangeNothing() throws Exception {
    String design = file(pinned(read(), last));
    String before = virsh("dumpxml", uuid);

    var dry = run("apply", URI, design, "--dry-run");
    var unanswered = run("apply", URI, design);

    assertThat(dry.status()).isZero();
    assertThat(unanswered.status()).isEqualTo(2);
    assertThat(unanswered.err()).contains("add --yes");
    assertThat(virsh("dumpxml", uuid)).isEqualTo(before);
  }

  @Test
  void aThreadThatTheHostCannotMoveEndsInStatusThreeAndNothingChanged() throws Exception {
    String design = file(pinned(read(), 4_000));
    String before = virsh("dumpxml", uuid, "--inactive");

    var applied = run("apply", URI, design, "--yes");

    assertThat(applied.status()).isEqualTo(3);
    assertThat(applied.out()).contains("restored: the old definition is in force");
    assertThat(virsh("dumpxml", uuid, "--inactive")).isEqualTo(before);
    assertThat(rows(virsh("vcpupin", uuid, "--live")))
        .contains("0 " + opened.orElseThrow().onlineCpus());
  }

  @Test
  void whatBothSidesChangedIsAppliedOnlyOnRequest() throws Exception {
    String design = file(pinned(read(), last));
    virsh("vcpupin", uuid, "0", Integer.toString(first), "--config");

    var refused = run("apply", URI, design, "--yes");
    var theirs = rows(virsh("vcpupin", uuid, "--config"));
    var insisted = run("apply", URI, design, "--yes", "--overwrite");

    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.err()).contains(name, "--overwrite");
    assertThat(theirs).contains("0 " + first);
    assertThat(insisted.status()).as(insisted.out() + insisted.err()).isZero();
    assertThat(rows(virsh("vcpupin", uuid, "--config"))).contains("0 " + last);
  }

  @Test
  void onlyLiveAndOnlyConfigLeaveTheOtherSide() throws Exception {
    String design = file(pinned(read(), last));

    var live = run("apply", URI, design, "--live", "--yes");
    var configAfterLive = virsh("dumpxml", uuid, "--inactive");
    virsh("vcpupin", uuid, "0", Integer.toString(first), "--live");
    var config = run("apply", URI, design, "--config", "--yes");

    assertThat(live.status()).as(live.out() + live.err()).isZero();
    assertThat(configAfterLive).doesNotContain("<vcpupin");
    assertThat(config.status()).as(config.out() + config.err()).isZero();
    assertThat(rows(virsh("vcpupin", uuid, "--live"))).contains("0 " + first);
    assertThat(rows(virsh("vcpupin", uuid, "--config"))).contains("0 " + last);
  }

  @Test
  void aHostThatDoesNotAnswerIsStatusThreeAndAFileThatIsNoDesignIsTwo() throws Exception {
    String design = file(read());
    String nowhere = "qemu+unix:///system?socket=" + folder.resolve("nobody");

    var unreachable = run("diff", nowhere, design);
    var noDesign = run("verify", URI, folder.resolve("guest.xml").toString());

    assertThat(unreachable.status()).isEqualTo(3);
    assertThat(unreachable.err().lines()).hasSize(1);
    assertThat(noDesign.status()).isEqualTo(2);
    assertThat(noDesign.err().lines()).hasSize(1);
  }

  private static Run run(String... arguments) {
    return Run.on(LibvirtHypervisor::open, arguments);
  }

  private Design read() throws Exception {
    var design = new HostRefresh(opened.orElseThrow()).read().design();
    return design.withGuests(List.of(design.guest(id).orElseThrow()));
  }

  private Design pinned(Design design, int cpu) {
    return new Edit.PinVcpus(id, Map.of(0, CpuSet.of(cpu))).applyTo(design);
  }

  private String file(Design design) throws Exception {
    Path file = folder.resolve("design.numascape.json");
    DesignFiles.overwrite(file, design);
    return file.toString();
  }

  private String guest() {
    return """
    <domain type='qemu'><name>%s</name><uuid>%s</uuid><memory unit='MiB'>64</memory><vcpu>2</vcpu>
    <os><type machine='q35'>hvm</type></os>
    <devices><graphics type='vnc' port='-1' autoport='yes' passwd='hidden42'/></devices></domain>\
    """
        .formatted(name, uuid);
  }
}

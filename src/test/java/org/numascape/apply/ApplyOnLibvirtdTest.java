package org.numascape.apply;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.numascape.apply.Finding.Match;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.Guest;
import org.numascape.document.HostRefresh;
import org.numascape.domain.DomainState;
import org.numascape.domain.MemoryMode;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.format.domainxml.DomainReader;
import org.numascape.hypervisor.Hypervisor;
import org.numascape.topology.CpuSet;
import org.numascape.topology.NodeSet;

/// Designs on a real libvirtd, with a guest that QEMU emulates; what virsh says is the truth.
@Tag("libvirtd")
@Timeout(120)
final class ApplyOnLibvirtdTest {

  private final String uuid = UUID.randomUUID().toString();
  private final String name = "numascape-apply-" + uuid.substring(0, 8);
  private final DomainId id = new DomainId(uuid);
  private final KeptInMemory kept = new KeptInMemory();

  private Optional<Hypervisor> opened = Optional.empty();
  private int first;
  private int last;
  private String anywhere = "";

  @TempDir Path folder;

  @BeforeEach
  void open() throws Exception {
    opened = Optional.of(Libvirtd.open());
    var online = host().onlineCpus();
    Assumptions.assumeTrue(
        online.size() > 1, "skipped: pins are told apart by two CPUs, this machine has one");
    first = online.first().orElseThrow();
    last = online.last();
    anywhere = online.toString();
    virsh("define", file(guest()));
  }

  @AfterEach
  void cleanUp() throws Exception {
    if (opened.isPresent()) {
      Libvirtd.remove(uuid);
      host().close();
    }
  }

  @Test
  void aRunningGuestMovesAndItsDefinitionSaysSoAndNothingElse() throws Exception {
    virsh("start", uuid);
    String before = definition();

    var outcome = apply(everything(read()), When.BOTH);

    assertThat(verified(outcome)).as(outcome.toString()).isTrue();
    assertThat(rows(virsh("vcpupin", uuid, "--live"))).containsExactly("0 " + last, "1 " + first);
    assertThat(rows(virsh("emulatorpin", uuid, "--live"))).containsExactly("" + last);
    assertThat(rows(virsh("iothreadinfo", uuid, "--live")))
        .containsExactlyInAnyOrder("1 " + first, "2 " + anywhere);
    assertThat(rows(virsh("vcpupin", uuid, "--config"))).containsExactly("0 " + last, "1 " + first);
    assertThat(rows(virsh("emulatorpin", uuid, "--config"))).containsExactly("" + last);
    assertThat(definition())
        .contains(
            "<vcpupin vcpu='0' cpuset='%d'/>".formatted(last),
            "<vcpupin vcpu='1' cpuset='%d'/>".formatted(first),
            "<emulatorpin cpuset='%d'/>".formatted(last),
            "<iothreadpin iothread='1' cpuset='%d'/>".formatted(first),
            "<memory mode='strict' nodeset='0'/>",
            "<!-- kept -->",
            "passwd='hidden42'");
    assertThat(withoutPlacement(definition())).isEqualTo(withoutPlacement(before));
    assertThat(kept.texts).containsExactly(before + "\n");
  }

  @Test
  void aSecondApplyOfTheSameDesignHasNothingToDo() throws Exception {
    virsh("start", uuid);
    apply(everything(read()), When.BOTH);

    var design = everything(read());

    assertThat(design.guest(id).orElseThrow().changed()).isFalse();
    assertThat(ApplyPlan.of(design, Map.of(id, When.BOTH)).isEmpty()).isTrue();
    assertThat(Verification.of(design, host()))
        .singleElement()
        .satisfies(verdict -> assertThat(verdict.verified()).as(verdict.toString()).isTrue());
  }

  @Test
  void aThreadThatCannotMoveTakesEverythingBack() throws Exception {
    virsh("start", uuid);
    String before = definition();
    String vcpus = virsh("vcpupin", uuid, "--live");
    String emulator = virsh("emulatorpin", uuid, "--live");
    var absent = new Edit.PinVcpus(id, Map.of(1, CpuSet.of(4_000)));

    var outcome = apply(absent.applyTo(everything(read())), When.BOTH);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> {
              assertThat(failed.step()).isEqualTo("move vCPU 1 to CPU 4000");
              assertThat(failed.reason()).isInstanceOf(Reason.Host.class);
              assertThat(failed.notRestored()).isEmpty();
              assertThat(failed.restored()).contains("the old definition is in force");
            });
    assertThat(definition()).isEqualTo(before);
    assertThat(virsh("vcpupin", uuid, "--live")).isEqualTo(vcpus);
    assertThat(virsh("emulatorpin", uuid, "--live")).isEqualTo(emulator);
  }

  @Test
  void whatSomebodyElseDefinedMeanwhileIsNotOverwritten() throws Exception {
    virsh("start", uuid);
    var design = everything(read());
    virsh("vcpupin", uuid, "1", Integer.toString(last), "--config");
    String theirs = definition();

    var outcome = apply(design, When.BOTH);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> assertThat(failed.reason()).isInstanceOf(Reason.ChangedByOthers.class));
    assertThat(definition()).isEqualTo(theirs);
    assertThat(rows(virsh("emulatorpin", uuid, "--live"))).containsExactly(anywhere);
    assertThat(kept.texts).isEmpty();
  }

  @Test
  void forTheNextStartNoThreadIsMoved() throws Exception {
    virsh("start", uuid);
    String vcpus = virsh("vcpupin", uuid, "--live");

    var outcome = apply(everything(read()), When.NEXT_START);

    assertThat(verified(outcome)).as(outcome.toString()).isTrue();
    assertThat(virsh("vcpupin", uuid, "--live")).isEqualTo(vcpus);
    assertThat(rows(virsh("vcpupin", uuid, "--config"))).containsExactly("0 " + last, "1 " + first);
    assertThat(ApplyPlan.pending(read())).containsExactly(id);
  }

  @Test
  void forNowTheDefinitionStays() throws Exception {
    virsh("start", uuid);
    String before = definition();
    var pins = new Edit.PinVcpus(id, Map.of(0, CpuSet.of(last), 1, CpuSet.of(first)));

    var outcome = apply(pins.applyTo(read()), When.NOW);

    assertThat(verified(outcome)).as(outcome.toString()).isTrue();
    assertThat(rows(virsh("vcpupin", uuid, "--live"))).containsExactly("0 " + last, "1 " + first);
    assertThat(definition()).isEqualTo(before);
  }

  @Test
  void whatWasAppliedForTheNextStartIsThereAfterIt() throws Exception {
    apply(everything(read()), When.NEXT_START);

    virsh("start", uuid);

    assertThat(rows(virsh("vcpupin", uuid, "--live"))).containsExactly("0 " + last, "1 " + first);
    assertThat(rows(virsh("iothreadinfo", uuid, "--live")))
        .containsExactlyInAnyOrder("1 " + first, "2 " + anywhere);
    assertThat(Verification.of(everything(read()), host()))
        .allSatisfy(verdict -> assertThat(verdict.verified()).as(verdict.toString()).isTrue());
  }

  @Test
  void aGuestFromAFileIsDefined() throws Exception {
    Libvirtd.remove(uuid);
    var design = everything(withFile(guest()));

    var outcome = apply(design, When.NEXT_START);

    assertThat(verified(outcome)).as(outcome.toString()).isTrue();
    assertThat(virsh("domstate", uuid)).isEqualTo("shut off");
    assertThat(rows(virsh("vcpupin", uuid, "--config"))).containsExactly("0 " + last, "1 " + first);
  }

  @Test
  void aFileDoesNotReplaceAGuestThatIsThere() throws Exception {
    String before = definition();

    var outcome = apply(everything(withFile(guest())), When.NEXT_START);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> assertThat(failed.reason()).isInstanceOf(Reason.AlreadyThere.class));
    assertThat(definition()).isEqualTo(before);
  }

  private Hypervisor host() {
    return opened.orElseThrow();
  }

  /// The host as it is, with our guest only: others may come and go meanwhile.
  private Design read() throws Exception {
    var design = new HostRefresh(host()).read().design();
    return design.withGuests(design.guest(id).stream().toList());
  }

  private Design withFile(String xml) throws Exception {
    var read = Guest.read(DomainReader.read("guest.xml", xml), xml, DomainState.FILE, 0);
    return read().withGuests(List.of(read));
  }

  private Design everything(Design design) {
    var placed =
        new Edit.Together(
            "Place all",
            List.of(
                new Edit.PinVcpus(id, Map.of(0, CpuSet.of(last), 1, CpuSet.of(first))),
                new Edit.PinEmulator(id, Optional.of(CpuSet.of(last))),
                new Edit.PinIoThread(id, 1, Optional.of(CpuSet.of(first))),
                new Edit.BindCell(id, 0, new MemoryBinding(MemoryMode.STRICT, NodeSet.of(0)))));
    return placed.applyTo(design);
  }

  private Outcome apply(Design design, When when) throws Exception {
    var plan = ApplyPlan.of(design, Map.of(id, when));
    return new Applier(host(), kept).apply(plan, _ -> {}).domains().getFirst();
  }

  /// Done, read back, and nothing of it harmless or unread either.
  private static boolean verified(Outcome outcome) {
    return outcome instanceof Outcome.Applied applied
        && !applied.findings().isEmpty()
        && applied.findings().stream().allMatch(f -> f.match() == Match.VERIFIED);
  }

  private String definition() throws Exception {
    return virsh("dumpxml", uuid, "--inactive", "--security-info");
  }

  private static String withoutPlacement(String xml) {
    return xml.replaceFirst("(?s) *<cputune>.*</cputune>\n", "")
        .replaceFirst("(?s) *<numatune>.*</numatune>\n", "");
  }

  private String file(String xml) throws Exception {
    return Files.writeString(folder.resolve("guest.xml"), xml).toString();
  }

  private String guest() {
    return """
    <domain type='qemu'>
      <name>%s</name>
      <uuid>%s</uuid>
      <title>Notes &amp; more</title>
      <metadata>
        <app:notes xmlns:app="https://example.org/notes"><!-- kept --><app:owner>db &lt;team&gt;</app:owner></app:notes>
      </metadata>
      <memory unit='MiB'>64</memory>
      <vcpu>2</vcpu>
      <iothreads>2</iothreads>
      <os><type machine='q35'>hvm</type></os>
      <cpu><numa><cell id='0' cpus='0-1' memory='64' unit='MiB'/></numa></cpu>
      <devices><graphics type='vnc' port='-1' autoport='yes' passwd='hidden42'/></devices>
    </domain>
    """
        .formatted(name, uuid);
  }
}

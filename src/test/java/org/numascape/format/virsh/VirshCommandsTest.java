package org.numascape.format.virsh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.Guest;
import org.numascape.design.HostSource;
import org.numascape.design.PoolPlan;
import org.numascape.domain.DomainState;
import org.numascape.domain.MemoryMode;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.format.virsh.Line.Command;
import org.numascape.topology.CpuSet;
import org.numascape.topology.NodeSet;
import org.numascape.topology.PageSize;

final class VirshCommandsTest {

  @Test
  void pinsOfARunningGuestChangeNowAndInItsDefinition() {
    var design = on(Guests.domain("db").vcpus(2).running().guest());

    var script =
        after(
            design, id -> new Edit.PinVcpus(id, Map.of(0, CpuSet.parse("2,34"), 1, CpuSet.of(3))));

    assertThat(commands(script))
        .containsExactly(
            "virsh vcpupin db 0 2,34 --config --live", "virsh vcpupin db 1 3 --config --live");
  }

  @Test
  void aGuestThatDoesNotRunChangesInItsDefinitionOnly() {
    var design = on(Guests.domain("db").ioThread().guest());

    var script =
        after(
            design,
            id -> new Edit.PinEmulator(id, Optional.of(CpuSet.parse("0-1"))),
            id -> new Edit.PinIoThread(id, 1, Optional.of(CpuSet.parse("1"))));

    assertThat(commands(script))
        .containsExactly("virsh emulatorpin db 0-1 --config", "virsh iothreadpin db 1 1 --config");
  }

  @Test
  void aTransientGuestHasNoDefinitionToChange() {
    var read = Guests.domain("job").running().build();
    var guest = new Guest(read, read, "", Optional.empty(), DomainState.RUNNING, false, 0);

    var script = after(on(guest), id -> new Edit.PinEmulator(id, Optional.of(CpuSet.of(0))));

    assertThat(commands(script)).containsExactly("virsh emulatorpin job 0 --live");
  }

  @Test
  void anUnpinnedVcpuFollowsTheCpusetOfItsGuestElseAllCpus() {
    var free = on(Guests.domain("free").pinnedTo("4").guest());
    var held = on(Guests.domain("held").cpuset("8-11").pinnedTo("9").guest());

    var freed = after(free, id -> new Edit.UnpinVcpus(id, CpuSet.of(0)));
    var back = after(held, id -> new Edit.UnpinVcpus(id, CpuSet.of(0)));

    assertThat(commands(freed)).containsExactly("virsh vcpupin free 0 r --config");
    assertThat(commands(back)).containsExactly("virsh vcpupin held 0 8-11 --config");
  }

  @Test
  void memoryOfARunningGuestMovesAtItsNextStart() {
    var design = on(Guests.domain("db").memory(MemoryMode.PREFERRED, "2").running().guest());

    var script =
        after(
            design,
            id -> new Edit.BindCell(id, 0, new MemoryBinding(MemoryMode.STRICT, NodeSet.of(1))));

    assertThat(commands(script))
        .containsExactly("virsh numatune db --mode strict --nodeset 1 --config");
  }

  @Test
  void aRulePerCellIsARemarkThatNamesTheElement() {
    var design = on(Guests.domain("db").vcpus(2).cell("0", 1).cell("1", 1).guest());

    var script =
        after(
            design,
            id -> new Edit.BindCell(id, 1, new MemoryBinding(MemoryMode.STRICT, NodeSet.of(3))));

    assertThat(commands(script)).isEmpty();
    assertThat(script.text())
        .contains("virsh edit db")
        .contains("#   <memnode cellid='1' mode='strict' nodeset='3'/>");
  }

  @Test
  void hugePagesOfAGuestAreARemarkThatNamesTheElement() {
    var script =
        after(
            on(Guests.domain("db").guest()),
            id -> new Edit.SetPages(id, Optional.of(PageSize.TWO_MIB)));

    assertThat(commands(script)).isEmpty();
    assertThat(script.text()).contains("#     <page size='2048' unit='KiB'/>");
  }

  @Test
  void aPoolIsSetThroughLibvirtWithTheKernelsFileBesideIt() {
    var design =
        on(Guests.domain("db").guest()).withPool(new PoolPlan(1, PageSize.TWO_MIB, 16_384));

    var script = VirshCommands.of(design);

    assertThat(commands(script))
        .containsExactly("virsh allocpages --cellno 1 --pagesize 2048KiB --pagecount 16384");
    assertThat(script.text())
        .contains(
            "echo 16384 > /sys/devices/system/node/node1/hugepages/hugepages-2048kB/nr_hugepages");
  }

  @Test
  void aDesignFromAConnectionNamesItFirst() {
    var guest = Guests.domain("db").guest();
    var design =
        Design.of(
            "d",
            Hosts.twoSockets(),
            new HostSource.Connection("qemu+ssh://root@kvm-07/system?no_verify=1&x='y'"),
            List.of(guest));

    var script = after(design, id -> new Edit.PinEmulator(id, Optional.of(CpuSet.of(0))));

    assertThat(script.text())
        .startsWith(
            "export LIBVIRT_DEFAULT_URI="
                + "'qemu+ssh://root@kvm-07/system?no_verify=1&x='\\''y'\\'''\n");
  }

  @Test
  void nothingPlannedIsAnEmptyScript() {
    var script = VirshCommands.of(on(Guests.domain("db").guest()));

    assertThat(script.isEmpty()).isTrue();
    assertThat(script.text()).isEmpty();
  }

  @Test
  void aNameWithALeadingDashIsNotTakenForAnOption() {
    var script = emulatorOf(Guests.domain("--live").guest());

    assertThat(commands(script)).containsExactly("virsh emulatorpin --domain=--live 0 --config");
  }

  @Test
  void aNameThatLooksLikeAnIdIsReplacedByTheUuid() {
    var script = emulatorOf(withUuid("17"));

    assertThat(commands(script))
        .containsExactly("virsh emulatorpin 00000000-0000-0000-0000-00000000000a 0 --config");
  }

  @Test
  void aNameNobodyCanSeeIsReplacedByTheUuidAndCannotLeaveItsRemark() {
    var script = emulatorOf(withUuid("db\nrm -rf x\u202E"));

    assertThat(commands(script))
        .containsExactly("virsh emulatorpin 00000000-0000-0000-0000-00000000000a 0 --config");
    assertThat(script.text().lines()).noneMatch(line -> line.startsWith("rm"));
    assertThat(script.text()).doesNotContain("\u202E");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "two words",
        "it's",
        "\"$(id)\"",
        "`id`",
        "a;b|c&d",
        "*",
        "~",
        "back\\slash",
        "日本",
        "-dash",
        "a\nb"
      })
  void aShellReadsAQuotedNameBackUnchanged(String name) throws IOException, InterruptedException {
    var shell = new ProcessBuilder("sh", "-s").redirectErrorStream(true).start();
    try (var script = shell.getOutputStream()) {
      script.write(("printf %s " + Shell.word(name)).getBytes(StandardCharsets.UTF_8));
    }

    var seen = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(shell.waitFor()).isZero();
    assertThat(seen).isEqualTo(name);
  }

  private static Script emulatorOf(Guest guest) {
    return after(on(guest), id -> new Edit.PinEmulator(id, Optional.of(CpuSet.of(0))));
  }

  private static Guest withUuid(String name) {
    var read =
        Guests.domain(name)
            .build()
            .named(name, Optional.of("00000000-0000-0000-0000-00000000000a"));
    return Guest.read(read, "", DomainState.SHUT_OFF, 0);
  }

  private static Design on(Guest guest) {
    return Design.of("d", Hosts.twoSockets(), new HostSource.Sample("two-sockets"), List.of(guest));
  }

  @SafeVarargs
  private static Script after(Design design, Function<DomainId, Edit>... edits) {
    var id = design.guests().getFirst().id();
    Design changed = design;
    for (var edit : edits) {
      changed = edit.apply(id).applyTo(changed);
    }
    return VirshCommands.of(changed);
  }

  private static List<String> commands(Script script) {
    return script.parts().stream()
        .flatMap(part -> part.lines().stream())
        .filter(Command.class::isInstance)
        .map(Line::text)
        .toList();
  }
}

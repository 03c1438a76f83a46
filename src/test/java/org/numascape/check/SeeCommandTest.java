package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.MoreHosts;

final class SeeCommandTest {

  @Test
  void commandsArePartedAndRemarksStandApart() {
    var commands = SeeCommand.of("numactl -H in the guest; virsh numatune GUEST");

    assertThat(commands)
        .containsExactly(
            new SeeCommand("numactl -H", "in the guest"),
            new SeeCommand("virsh numatune GUEST", ""));
  }

  @Test
  void semicolonsInLoopsQuotesAndBracketsPartNothing() {
    assertThat(SeeCommand.of("for g in $(virsh list --name); do virsh vcpupin $g; done; lstopo"))
        .extracting(SeeCommand::command)
        .containsExactly("for g in $(virsh list --name); do virsh vcpupin $g; done", "lstopo");
    assertThat(SeeCommand.of("grep ';' a; b $(c; d)"))
        .extracting(SeeCommand::command)
        .containsExactly("grep ';' a", "b $(c; d)");
  }

  @Test
  void everyRuleHasCommandsThatAShellCouldRun() {
    for (var text : RuleText.all()) {
      for (var see : SeeCommand.of(text)) {
        assertThat(see.command())
            .as(text.code())
            .isNotBlank()
            .doesNotContain("in the guest")
            .matches(command -> command.chars().filter(c -> c == '\'').count() % 2 == 0);
      }
    }
  }

  @Test
  void theGuestsNameAndTheDevicesAddressStandInTheirPlaces() {
    var design =
        Designs.of(
            MoreHosts.withDevices(),
            Guests.domain("a").vcpus(2).pinnedTo("1,2").strict("0").device("0000:81:00.0"));
    var problem = Findings.only(design, "D-01");

    assertThat(SeeCommand.of(problem, Optional.of("a")))
        .extracting(SeeCommand::command)
        .containsExactly(
            "cat /sys/bus/pci/devices/0000:81:00.0/numa_node", "lstopo", "virsh vcpupin a");
    assertThat(SeeCommand.of(problem, Optional.empty()))
        .extracting(SeeCommand::command)
        .contains("virsh vcpupin GUEST");
  }

  @Test
  void aNameIsOneWordOfTheShell() {
    var design = Designs.of(MoreHosts.withDevices(), Guests.domain("a").pinnedTo("1"));
    var problem = Findings.only(design, "E-01");

    assertThat(SeeCommand.of(problem, Optional.of("web 01")).getFirst().command())
        .isEqualTo("virsh emulatorpin 'web 01'");
    assertThat(SeeCommand.of(problem, Optional.of("ann's")).getFirst().command())
        .isEqualTo("virsh emulatorpin 'ann'\\''s'");
    assertThat(SeeCommand.of(problem, Optional.of("ann's"))).hasSize(2);
  }

  @Test
  void oneQuoteWithinAnotherEndsNothingAndEmptyCommandsAreNone() {
    assertThat(SeeCommand.of("echo \"it's; so\"; lstopo;"))
        .extracting(SeeCommand::command)
        .containsExactly("echo \"it's; so\"", "lstopo");
  }

  @Test
  void everyRuleTellsHowToSeeIt() {
    assertThat(RuleText.all()).noneMatch(text -> SeeCommand.of(text).isEmpty());
  }
}

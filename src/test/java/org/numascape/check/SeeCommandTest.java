package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
}

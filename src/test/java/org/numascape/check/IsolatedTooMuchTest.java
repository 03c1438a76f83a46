package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.Told;
import org.numascape.design.Design;
import org.numascape.topology.CpuSet;
import org.numascape.topology.Setting;

final class IsolatedTooMuchTest {

  private static Guests dedicated() {
    return Guests.domain("a").vcpus(2).pinnedTo("2,34");
  }

  private static List<String> messages(Design design) {
    return Findings.of(design, "S-07").stream().map(Problem::message).toList();
  }

  private static Design isolating(String cpus) {
    return Designs.of(Hosts.fourNodes(), dedicated()).withIsolated(Optional.of(CpuSet.parse(cpus)));
  }

  @Test
  void theBootCpuIsNotToBeIsolated() {
    assertThat(messages(isolating("0,32")))
        .containsExactly("The plan isolates CPU 0, which keeps the time and boots the others");
  }

  @Test
  void aNodeKeepsACore() {
    assertThat(messages(isolating("8-15,40-47")))
        .containsExactly("The plan isolates all CPUs of node 1");
  }

  @Test
  void halfACoreIsToldWithItsCpus() {
    assertThat(messages(isolating("2-3,34")))
        .containsExactly("The plan isolates CPU 3 but not the other threads of its core");
  }

  @Test
  void allCpusAreAnError() {
    var problem = Findings.only(isolating("0-63"), "S-07");

    assertThat(problem.severity()).isEqualTo(Severity.ERROR);
    Findings.everyFixResolves(isolating("0-63"), problem);
  }

  @Test
  void theFixPlansTheGuestsWholeCores() {
    assertThat(Findings.labels(Findings.only(isolating("0,32"), "S-07")))
        .containsExactly("Plan to isolate CPUs 2,34");
    Findings.everyFixResolves(isolating("0,32"), Findings.only(isolating("0,32"), "S-07"));
  }

  @Test
  void ticksAreJudgedByThemselves() {
    var host =
        Told.on(Hosts.fourNodes())
            .value(Setting.ISOLATED, "")
            .value(Setting.NOHZ_FULL, "0,32")
            .host();

    assertThat(messages(Designs.of(host, dedicated())))
        .containsExactly(
            "The kernel runs without ticks (nohz_full) on CPU 0, which keeps the time and boots the"
                + " others");
  }

  @Test
  void wholeCoresAreRight() {
    Findings.surelyNone(isolating("2-3,34-35"), "S-07");
  }

  @Test
  void isolationThatNobodyToldIsUnknown() {
    Findings.cannotTell(
        Designs.of(Hosts.fourNodes(), dedicated()), "S-07", "isolated CPUs, CPUs without ticks");
  }
}

package org.numascape.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.numascape.DeadlyCells;
import org.numascape.design.Edit;
import org.numascape.domain.DomainState;
import org.numascape.format.FormatException;
import org.numascape.format.domainxml.DomainReader;
import org.numascape.hypervisor.DomainRecord;
import org.numascape.hypervisor.HostIdentity;
import org.numascape.hypervisor.Hypervisor;
import org.numascape.hypervisor.HypervisorFailure;
import org.numascape.simulation.FaultPlan;
import org.numascape.simulation.SimulatedHypervisor;
import org.numascape.topology.CpuSet;

/// A design that kills libvirt before 11.3 never reaches such a host: it is no guest at all, or
/// applying it ends before the host is asked to define anything.
final class FatalDesignsTest {

  private static List<String> deadly() {
    return Stream.concat(DeadlyCells.atDefine().stream(), DeadlyCells.atStart().stream())
        .map(cells -> Host.CI_XML.replace("<os>", cells + "<os>"))
        .toList();
  }

  private static List<String> readable() {
    return deadly().stream().filter(FatalDesignsTest::isGuest).toList();
  }

  private static List<String> unreadable() {
    return deadly().stream().filter(xml -> !isGuest(xml)).toList();
  }

  private static boolean isGuest(String xml) {
    try {
      return DomainReader.read("ci", xml).cells().size() > 0;
    } catch (FormatException refused) {
      return false;
    }
  }

  @ParameterizedTest
  @MethodSource("readable")
  void anOldHostIsNotAskedToDefineIt(String xml) throws Exception {
    var host = host(9_000_000, xml);
    var plan = plan(host);
    var asked = new ArrayList<String>();

    var report = new Applier(watched(host, asked), new KeptInMemory()).apply(plan, _ -> {});

    assertThat(report.domains().getFirst())
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed ->
                assertThat(failed.reason())
                    .isInstanceOfSatisfying(
                        Reason.Host.class,
                        reason ->
                            assertThat(reason.failure())
                                .isInstanceOf(HypervisorFailure.Blocked.class)));
    assertThat(host.domain(Host.STOPPED).orElseThrow().inactiveXml()).isEqualTo(xml);
    assertThat(asked).contains("domain").doesNotContain("define");
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void whatNoDesignCanHoldIsRefusedWithItsLine(String xml) {
    assertThatThrownBy(() -> DomainReader.read("ci", xml))
        .isInstanceOfSatisfying(
            FormatException.class, refused -> assertThat(refused.line()).isEqualTo(6))
        .hasMessageContaining("guest cell 0");
  }

  @ParameterizedTest
  @MethodSource("readable")
  void aRepairedHostIsAsked(String xml) throws Exception {
    var host = host(11_003_000, xml);

    var asked = new ArrayList<String>();

    var report = new Applier(watched(host, asked), new KeptInMemory()).apply(plan(host), _ -> {});

    assertThat(report.domains().getFirst().toString()).doesNotContain("Blocked");
    assertThat(asked).contains("define");
  }

  /// The host, with a note of what it is asked.
  private static Hypervisor watched(SimulatedHypervisor host, List<String> asked) {
    return (Hypervisor)
        Proxy.newProxyInstance(
            Hypervisor.class.getClassLoader(),
            new Class<?>[] {Hypervisor.class},
            (_, method, arguments) -> {
              asked.add(method.getName());
              try {
                return method.invoke(host, arguments);
              } catch (InvocationTargetException failed) {
                throw failed.getCause();
              }
            });
  }

  private static SimulatedHypervisor host(long version, String xml) {
    var record =
        new DomainRecord(
            Host.STOPPED, "ci", DomainState.SHUT_OFF, xml, Optional.empty(), true, false, false);
    var identity = new HostIdentity("qemu:///system", "old", "QEMU", version, false);
    return new SimulatedHypervisor(identity, Host.topology(), List.of(record), FaultPlan.NONE);
  }

  private static ApplyPlan plan(SimulatedHypervisor host) throws Exception {
    return ApplyPlan.of(
        new Edit.PinVcpus(Host.CI, Map.of(0, CpuSet.of(1))).applyTo(Host.read(host)), Map.of());
  }
}

package org.numascape.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.numascape.Libvirtd.virsh;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.numascape.Libvirtd;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.Guest;
import org.numascape.document.HostOpener;
import org.numascape.document.HostRefresh;
import org.numascape.domain.Domain;
import org.numascape.domain.DomainState;
import org.numascape.domain.MemoryMode;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.domain.ThreadScheduler;
import org.numascape.format.FormatException;
import org.numascape.format.domainxml.DomainReader;
import org.numascape.hypervisor.Hypervisor;
import org.numascape.sample.SampleHosts;
import org.numascape.topology.CpuSet;
import org.numascape.topology.NodeSet;

/// The three guests of the sample `guide-host`, defined on a real libvirtd as they are, but
/// emulated and under names of the test's own. A definition needs neither their memory nor their
/// CPUs. (`virsh vcpupin` shows only CPUs the host has, so here the definition itself is the
/// witness.)
@Tag("libvirtd")
@Timeout(120)
final class WorkedExamplesOnLibvirtdTest {

  private final String uuid = UUID.randomUUID().toString();
  private final DomainId id = new DomainId(uuid);
  private final KeptInMemory kept = new KeptInMemory();

  private Optional<Hypervisor> opened = Optional.empty();

  @BeforeEach
  void open() {
    opened = Optional.of(Libvirtd.open());
  }

  @AfterEach
  void cleanUp() throws Exception {
    if (opened.isPresent()) {
      Libvirtd.remove(uuid);
      opened.get().close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"db-server", "rt-app", "large-vm"})
  void aGuestFromTheGuideIsPlacedAsTheGuideSays(String name) throws Exception {
    String xml = emulated(name);
    var guest = Guest.read(DomainReader.read(name, xml), xml, DomainState.FILE, 0);
    var design = HostOpener.sample("guide-host").design().withGuests(List.of(guest));

    apply(design, UnaryOperator.identity());

    var found = DomainReader.read(name, definition());
    assertThat(found.vcpuPins()).isEqualTo(guest.stored().vcpuPins()).isNotEmpty();
    assertThat(found.emulatorPin()).isEqualTo(guest.stored().emulatorPin());
    assertThat(found.numaTune()).isEqualTo(guest.stored().numaTune());
    assertThat(found.backing()).isEqualTo(guest.stored().backing());
    assertThat(realTime(found)).isEqualTo(realTime(guest.stored()));
    assertThat(definition()).contains("<vcpupin vcpu='0' cpuset='0'/>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"db-server", "rt-app", "large-vm"})
  void aGuestFromTheGuideMovesToTheOtherSocket(String name) throws Exception {
    String xml = emulated(name);
    var guest = Guest.read(DomainReader.read(name, xml), xml, DomainState.FILE, 0);
    apply(
        HostOpener.sample("guide-host").design().withGuests(List.of(guest)),
        UnaryOperator.identity());
    var there = new HostRefresh(opened.orElseThrow()).read().guest(id).orElseThrow();
    var design = HostOpener.sample("guide-host").design().withGuests(List.of(there));

    apply(
        design,
        before -> {
          var pinned =
              new Edit.PinVcpus(id, Map.of(0, CpuSet.range(16, 19), 1, CpuSet.of(17)))
                  .applyTo(before);
          return new Edit.BindCell(id, 0, new MemoryBinding(MemoryMode.PREFERRED, NodeSet.of(1)))
              .applyTo(pinned);
        });

    assertThat(definition())
        .contains("<vcpupin vcpu='0' cpuset='16-19'/>", "<vcpupin vcpu='1' cpuset='17'/>");
    assertThat(DomainReader.read(name, definition()).numaTune().bindingOf(0))
        .contains(new MemoryBinding(MemoryMode.PREFERRED, NodeSet.of(1)));
    assertThat(definition()).contains("<libosinfo:os id=\"http://debian.org/debian/12\"/>");
  }

  /// Applies an edited design, and checks that all was read back as wanted.
  private void apply(Design design, UnaryOperator<Design> edits) throws Exception {
    var plan = ApplyPlan.of(edits.apply(design), Map.of(id, When.NEXT_START));

    var report = new Applier(opened.orElseThrow(), kept).apply(plan, _ -> {});

    assertThat(report.complete()).as(report.text()).isTrue();
  }

  /// libvirt splits a scheduler of many vCPUs into one element each.
  private static CpuSet realTime(Domain domain) {
    return domain.schedulers().stream()
        .filter(ThreadScheduler::realTime)
        .map(ThreadScheduler::threads)
        .reduce(CpuSet.EMPTY, CpuSet::or);
  }

  private String definition() throws Exception {
    return virsh("dumpxml", uuid, "--inactive");
  }

  private String emulated(String name) throws FormatException {
    String xml =
        SampleHosts.load("guide-host").domains().stream()
            .map(domain -> domain.xml())
            .filter(text -> text.contains("<name>" + name + "</name>"))
            .findFirst()
            .orElseThrow();
    return xml.replace("<domain type='kvm'>", "<domain type='qemu'>")
        .replaceFirst("<name>", "<name>numascape-" + uuid.substring(0, 8) + "-")
        .replaceFirst("<uuid>[^<]*", "<uuid>" + uuid);
  }
}

package org.numascape.document;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.numascape.design.Design;
import org.numascape.design.HostSource;
import org.numascape.format.FormatException;
import org.numascape.format.capabilities.CapabilitiesReader;
import org.numascape.format.capabilities.HostDetails;
import org.numascape.hypervisor.DomainRecord;
import org.numascape.hypervisor.HostIdentity;
import org.numascape.hypervisor.Hypervisor;
import org.numascape.hypervisor.HypervisorException;
import org.numascape.hypervisor.HypervisorFailure;
import org.numascape.hypervisor.LivePins;
import org.numascape.hypervisor.NodeFree;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostSettings;
import org.numascape.topology.HostTopology;
import org.numascape.topology.Observation;
import org.numascape.topology.PageSize;
import org.numascape.topology.Setting;

/// Reads everything a design needs from a host we are connected to. Blocks, some calls for seconds.
public final class HostRefresh {
  private final Hypervisor hypervisor;

  /// Reads through a connection, which stays open.
  public HostRefresh(Hypervisor hypervisor) {
    this.hypervisor = hypervisor;
  }

  /// The host and its guests now. A guest that cannot be read is left out with a sentence; what a
  /// host has no answer for (free memory, devices, live pins) stays unknown.
  ///
  /// @throws HypervisorException when the host fails
  /// @throws FormatException when its capabilities cannot be read
  public OpenedHost read() throws HypervisorException, FormatException {
    var identity = hypervisor.identity();
    var host = withVersion(host(identity.uri(), identity.hostName()), identity);
    var guests = new GuestReading(onlineCpus(host));
    for (var domain : hypervisor.domains()) {
      guests.add(domain, livePins(domain));
    }
    return new OpenedHost(
        host,
        new HostSource.Connection(identity.uri()),
        guests.guests(),
        CpuSet.EMPTY,
        guests.leftOut());
  }

  /// A design brought up to what the host is now; see [Merged#of].
  ///
  /// @throws HypervisorException when the host fails
  /// @throws FormatException when its capabilities cannot be read
  public Merged mergeInto(Design design) throws HypervisorException, FormatException {
    return Merged.of(design, read());
  }

  private static HostTopology withVersion(HostTopology host, HostIdentity identity) {
    var version =
        HostSettings.of(
            Map.of(Setting.LIBVIRT, new Observation.Value(identity.versionText(), "virsh version")),
            identity.uri(),
            Optional.empty());
    return host.with(host.facts().withSettings(version));
  }

  private HostTopology host(String uri, String name) throws HypervisorException, FormatException {
    String capabilities = hypervisor.capabilities();
    var bare = CapabilitiesReader.read(uri, capabilities);
    var free = free(bare);
    Map<Integer, Long> freeKib = new HashMap<>();
    Map<Integer, Map<PageSize, Long>> freePages = new HashMap<>();
    for (var node : free) {
      freeKib.put(node.node(), node.freeKib());
      freePages.put(node.node(), node.freePages());
    }
    var details = new HostDetails(name, nodeDevices(), freeKib, freePages);
    return CapabilitiesReader.read(uri, capabilities, details);
  }

  private List<NodeFree> free(HostTopology host) throws HypervisorException {
    var sizes =
        host.nodes().values().stream()
            .flatMap(node -> node.pools().stream())
            .map(pool -> pool.size())
            .distinct()
            .sorted()
            .toList();
    try {
      return hypervisor.free(List.copyOf(host.nodes().keySet()), sizes);
    } catch (HypervisorException e) {
      return unlessUnanswered(e, List.of());
    }
  }

  private List<String> nodeDevices() throws HypervisorException {
    try {
      return hypervisor.nodeDevices();
    } catch (HypervisorException e) {
      return unlessUnanswered(e, List.of());
    }
  }

  private CpuSet onlineCpus(HostTopology host) throws HypervisorException {
    try {
      return hypervisor.onlineCpus();
    } catch (HypervisorException e) {
      return unlessUnanswered(e, host.usableCpus());
    }
  }

  private Optional<LivePins> livePins(DomainRecord domain) throws HypervisorException {
    if (!domain.state().active()) {
      return Optional.empty();
    }
    try {
      return Optional.of(hypervisor.livePins(domain.uuid()));
    } catch (HypervisorException e) {
      return unlessUnanswered(e, Optional.empty());
    }
  }

  /// A host that answers but not this question leaves it open; one that does not answer at all has
  /// failed.
  private static <T> T unlessUnanswered(HypervisorException e, T unknown)
      throws HypervisorException {
    return switch (e.failure()) {
      case HypervisorFailure.Unsupported _,
          HypervisorFailure.Refused _,
          HypervisorFailure.Denied _,
          HypervisorFailure.Blocked _ ->
          unknown;
      case HypervisorFailure.NoLibrary _,
          HypervisorFailure.Unreachable _,
          HypervisorFailure.TimedOut _ ->
          throw e;
    };
  }
}

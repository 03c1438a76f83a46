package org.numascape.analysis;

import java.util.List;
import java.util.Optional;
import org.numascape.design.DomainId;
import org.numascape.design.Item;
import org.numascape.topology.PciDevice;

/// What it adds to a guest's memory accesses that a device passed to it is on another node than its
/// vCPUs. A line of its own, never part of the cost of memory.
///
/// `share · mean over the vCPUs of (L(vCPU's node, device's node) − L(device's node, itself))`,
/// where the share of accesses that go to the device is taken as [#SHARE]: nobody can read it off a
/// definition.
///
/// @param name of the device, with its PCI address
/// @param node OS index of the node it is on
/// @param extraNs what an access takes longer on average, in ns
/// @param provenance the least trustworthy of the latencies that matter
public record DeviceCost(String name, int node, double extraNs, Provenance provenance) {

  /// Share of a guest's accesses taken to go to a device that it was given.
  public static final double SHARE = 0.25;

  /// Of each device of a guest that is on one known node; none while no vCPU is placed.
  public static List<DeviceCost> of(Analysis facts, DomainId id) {
    return facts.guest(id).stream()
        .flatMap(guest ->
            Devices.of(guest).stream().flatMap(device -> of(facts, guest, device).stream()))
        .toList();
  }

  private static Optional<DeviceCost> of(Analysis facts, GuestFacts guest, PciDevice device) {
    var nodes = Devices.nodes(facts.host(), device);
    var vcpus = guest.vcpus().stream().filter(seat -> seat.who() instanceof Item.Vcpu).toList();
    if (nodes.size() != 1 || vcpus.isEmpty()) {
      return Optional.empty();
    }
    int node = nodes.last();
    var latency = facts.latency();
    double sum = 0;
    var provenance = latency.provenance(node, node);
    for (var seat : vcpus) {
      for (var place : Whereabouts.of(facts.host(), seat).shares().entrySet()) {
        sum += place.getValue() * (latency.ns(place.getKey(), node) - latency.ns(node, node));
        provenance = provenance.or(latency.provenance(place.getKey(), node));
      }
    }
    return Optional.of(
        new DeviceCost(Devices.name(device), node, SHARE * sum / vcpus.size(), provenance));
  }

  /// Whether the device is as near as can be, to within a nanosecond.
  public boolean near() {
    return extraNs < 1;
  }

  /// `mlx5_0 (0000:41:00.0) on node 1: ≈ +15 ns, if 25 % of the accesses go to it`
  public String words() {
    return name
        + " on node "
        + node
        + ": "
        + (near() ? "as near as can be" : "≈ +" + Estimate.ns(extraNs) + " ns")
        + ", if "
        + Math.round(100 * SHARE)
        + " % of the accesses go to it";
  }
}

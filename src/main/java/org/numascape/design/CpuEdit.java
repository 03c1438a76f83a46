package org.numascape.design;

import java.util.Optional;
import java.util.TreeMap;
import org.numascape.domain.Cpu;
import org.numascape.domain.CpuCache;
import org.numascape.domain.CpuMode;
import org.numascape.domain.CpuTopology;
import org.numascape.domain.Domain;

/// Edits of which CPU a guest sees, and how its vCPUs are grouped.
public sealed interface CpuEdit extends GuestEdit {

  /// How the CPU is chosen; `model` is for mode custom.
  record SetMode(DomainId domain, Optional<CpuMode> mode, Optional<String> model)
      implements CpuEdit {}

  /// What the guest is told of caches; empty says nothing.
  record SetCache(DomainId domain, Optional<CpuCache> cache) implements CpuEdit {}

  /// What happens to a feature: `require`, `disable`, ...; empty leaves it to the model.
  record SetFeature(DomainId domain, String feature, Optional<String> policy) implements CpuEdit {}

  /// How vCPUs are grouped; empty leaves a socket to each. libvirt wants the product to be the
  /// number of vCPUs: a topology of another product is not taken.
  record SetTopology(DomainId domain, Optional<CpuTopology> topology) implements CpuEdit {}

  @Override
  default Domain changed(Domain before) {
    var cpu = before.cpu();
    return switch (this) {
      case SetMode(_, var mode, var model) -> before.withCpu(chosen(cpu, mode, model));
      case SetCache(_, var cache) -> before.withCpu(cpu.withCache(cache));
      case SetFeature(_, var feature, var policy) -> {
        var features = new TreeMap<>(cpu.features());
        features.remove(feature);
        policy.ifPresent(word -> features.put(feature, word));
        yield before.withCpu(cpu.withFeatures(features));
      }
      case SetTopology(_, var topology) ->
          topology.filter(t -> t.product() != before.vcpus().maximum()).isPresent()
              ? before
              : before.withCpu(cpu.withTopology(topology));
    };
  }

  /// libvirt takes passthrough of caches only with a CPU passed through.
  private static Cpu chosen(Cpu cpu, Optional<CpuMode> mode, Optional<String> model) {
    boolean host =
        mode.filter(m -> m == CpuMode.HOST_PASSTHROUGH || m == CpuMode.MAXIMUM).isPresent();
    boolean custom = mode.isEmpty() || mode.get() == CpuMode.CUSTOM;
    var chosen = cpu.withMode(mode, custom ? model : Optional.empty());
    return host
        ? chosen
        : chosen.withCache(cpu.cache().filter(c -> !c.mode().equals("passthrough")));
  }

  @Override
  default String words(String guest) {
    return switch (this) {
      case SetMode(_, var mode, var model) ->
          "Give "
              + guest
              + " the CPU "
              + model.or(() -> mode.map(CpuMode::word)).orElse("of its machine type");
      case SetCache(_, var cache) ->
          cache
              .map(one -> "Tell " + guest + " of caches: " + one.mode())
              .orElse("Tell " + guest + " nothing of caches");
      case SetFeature(_, var feature, var policy) ->
          policy
              .map(word -> "Make " + feature + " of " + guest + " " + word)
              .orElse("Leave " + feature + " of " + guest + " to the model");
      case SetTopology(_, var topology) ->
          topology
              .map(t -> "Group the vCPUs of " + guest + " as " + GuestWords.topology(t))
              .orElse("Give each vCPU of " + guest + " a socket");
    };
  }
}

package org.numascape.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.numascape.domain.Allocations;
import org.numascape.domain.Bandwidth;
import org.numascape.domain.CpuTune;
import org.numascape.domain.Domain;
import org.numascape.domain.IoThread;
import org.numascape.domain.Scheduling;
import org.numascape.domain.ThreadScheduler;
import org.numascape.topology.CpuSet;

/// Edits of how a guest's threads get CPU time.
public sealed interface TuneEdit extends GuestEdit {

  /// The class of vCPUs (guest ids); empty leaves them to the kernel.
  record ScheduleVcpus(DomainId domain, CpuSet vcpus, Optional<Scheduling> scheduling)
      implements TuneEdit {}

  /// The class of I/O threads (ids); empty leaves them to the kernel.
  record ScheduleIoThreads(DomainId domain, CpuSet threads, Optional<Scheduling> scheduling)
      implements TuneEdit {}

  /// The class of the emulator threads (libvirt 5.3); empty leaves them to the kernel.
  record ScheduleEmulator(DomainId domain, Optional<Scheduling> scheduling) implements TuneEdit {}

  /// The guest's weight against others; empty for the usual one.
  record SetShares(DomainId domain, OptionalLong shares) implements TuneEdit {}

  /// How much of each period some threads get.
  record SetBandwidth(DomainId domain, Bandwidth.Scope scope, Bandwidth bandwidth)
      implements TuneEdit {}

  /// Shares of caches and memory bandwidth, of groups of vCPUs.
  record Allocate(DomainId domain, Allocations allocations) implements TuneEdit {}

  @Override
  default Domain changed(Domain before) {
    var tune = before.cpuTune();
    return before.withCpuTune(
        switch (this) {
          case ScheduleVcpus(_, var vcpus, var scheduling) ->
              tune.withSchedulers(
                  scheduled(
                      tune.vcpuSchedulers(),
                      vcpus.and(CpuSet.range(0, before.vcpus().maximum() - 1)),
                      scheduling),
                  tune.ioThreadSchedulers(),
                  tune.emulatorScheduler());
          case ScheduleIoThreads(_, var threads, var scheduling) ->
              tune.withSchedulers(
                  tune.vcpuSchedulers(),
                  scheduled(tune.ioThreadSchedulers(), threads.and(ids(before)), scheduling),
                  tune.emulatorScheduler());
          case ScheduleEmulator(_, var scheduling) -> emulator(tune, scheduling);
          case SetShares(_, var shares) -> tune.withShares(shares);
          case SetBandwidth(_, var scope, var bandwidth) -> tune.withBandwidth(scope, bandwidth);
          case Allocate(_, var allocations) -> tune.withAllocations(allocations);
        });
  }

  private static CpuSet ids(Domain domain) {
    return CpuSet.of(domain.ioThreads().stream().map(IoThread::id).toList());
  }

  private static CpuTune emulator(CpuTune tune, Optional<Scheduling> scheduling) {
    return tune.withSchedulers(tune.vcpuSchedulers(), tune.ioThreadSchedulers(), scheduling);
  }

  /// No thread is in two classes: libvirt refuses sets that overlap.
  private static List<ThreadScheduler> scheduled(
      List<ThreadScheduler> classes, CpuSet threads, Optional<Scheduling> scheduling) {
    var others = new ArrayList<ThreadScheduler>();
    var same = threads;
    for (var one : classes) {
      var rest = one.threads().minus(threads);
      if (scheduling.filter(one.scheduling()::equals).isPresent()) {
        same = same.or(rest);
      } else if (!rest.isEmpty()) {
        others.add(one.withThreads(rest));
      }
    }
    if (scheduling.isPresent() && !same.isEmpty()) {
      others.add(new ThreadScheduler(same, scheduling.get()));
    }
    return others;
  }

  @Override
  default String words(String guest) {
    return switch (this) {
      case ScheduleVcpus(_, var vcpus, var scheduling) ->
          "Run " + Words.vcpus(vcpus) + " of " + guest + " " + how(scheduling);
      case ScheduleIoThreads(_, var threads, var scheduling) ->
          "Run I/O threads " + threads + " of " + guest + " " + how(scheduling);
      case ScheduleEmulator(_, var scheduling) ->
          "Run the emulator of " + guest + " " + how(scheduling);
      case SetShares(_, var shares) ->
          shares.isPresent()
              ? "Weigh " + guest + " with " + shares.getAsLong() + " shares"
              : "Weigh " + guest + " like others";
      case SetBandwidth(_, var scope, var bandwidth) ->
          "Give " + threads(scope) + " of " + guest + " " + time(bandwidth);
      case Allocate(_, var allocations) ->
          allocations.equals(Allocations.NONE)
              ? "Let " + guest + " use all caches and bandwidth"
              : "Give " + guest + " shares of caches and bandwidth";
    };
  }

  private static String how(Optional<Scheduling> scheduling) {
    return scheduling.map(one -> "as " + one).orElse("like other processes");
  }

  private static String threads(Bandwidth.Scope scope) {
    return switch (scope) {
      case VCPU -> "each vCPU";
      case GLOBAL -> "all threads";
      case EMULATOR -> "the emulator";
      case IO_THREAD -> "each I/O thread";
    };
  }

  private static String time(Bandwidth bandwidth) {
    var quota = bandwidth.quota();
    if (quota.isEmpty() || quota.getAsLong() <= 0) {
      return "CPU time without a bound";
    }
    return quota.getAsLong()
        + " µs of each "
        + (bandwidth.period().isPresent() ? bandwidth.period().getAsLong() : 100_000)
        + " µs";
  }
}

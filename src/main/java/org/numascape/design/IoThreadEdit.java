package org.numascape.design;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.numascape.domain.Controller;
import org.numascape.domain.Disk;
import org.numascape.domain.Domain;
import org.numascape.domain.IoThread;
import org.numascape.domain.ThreadPool;
import org.numascape.topology.CpuSet;

/// Edits of a guest's I/O threads, and which disks they serve.
public sealed interface IoThreadEdit extends GuestEdit {

  /// One more I/O thread; one there already stays as it is.
  record AddIoThread(DomainId domain, int thread) implements IoThreadEdit {
    /// Refuses id 0, as libvirt does.
    public AddIoThread {
      if (thread < 1) {
        throw new IllegalArgumentException("I/O thread ids start at 1, this one is " + thread);
      }
    }
  }

  /// Takes an I/O thread away, with its pin and class; what it served goes to the main loop.
  record RemoveIoThread(DomainId domain, int thread) implements IoThreadEdit {}

  /// How many workers an I/O thread keeps.
  record SetPool(DomainId domain, int thread, ThreadPool pool) implements IoThreadEdit {}

  /// How many workers the main loop keeps.
  record SetMainLoop(DomainId domain, ThreadPool pool) implements IoThreadEdit {}

  /// Which I/O threads serve a disk; none for the main loop. Several need libvirt 10.0.
  record ServeDisk(DomainId domain, String target, List<Integer> threads) implements IoThreadEdit {
    /// Copies the list.
    public ServeDisk {
      threads = List.copyOf(threads);
    }
  }

  /// Which I/O thread serves the disks of a virtio-scsi controller; empty for the main loop.
  record ServeController(DomainId domain, int index, OptionalInt thread) implements IoThreadEdit {}

  @Override
  default Domain changed(Domain before) {
    return switch (this) {
      case AddIoThread(_, var thread) -> added(before, thread);
      case RemoveIoThread(_, var thread) -> removed(before, thread);
      case SetPool(_, var thread, var pool) ->
          before.withIoThreads(
              before.ioThreads().stream()
                  .map(io -> io.id() == thread ? io.withPool(pool) : io)
                  .toList());
      case SetMainLoop(_, var pool) -> before.withMainLoop(pool);
      case ServeDisk(_, var target, var threads) ->
          known(before, threads)
              ? before.withHardware(
                  before
                      .hardware()
                      .withDisks(
                          before.hardware().disks().stream()
                              .map(disk ->
                                  disk.target().equals(target) ? disk.servedBy(threads) : disk)
                              .toList()))
              : before;
      case ServeController(_, var index, var thread) ->
          thread.isPresent() && !known(before, List.of(thread.getAsInt()))
              ? before
              : served(before, index, thread);
    };
  }

  private static boolean known(Domain domain, List<Integer> threads) {
    return domain.ioThreads().stream().map(IoThread::id).toList().containsAll(threads);
  }

  private static Domain added(Domain domain, int thread) {
    if (known(domain, List.of(thread))) {
      return domain;
    }
    var threads = new ArrayList<>(domain.ioThreads());
    threads.add(new IoThread(thread, Optional.empty()));
    threads.sort(Comparator.comparingInt(IoThread::id));
    return domain.withIoThreads(threads);
  }

  private static Domain removed(Domain domain, int thread) {
    var left = domain.ioThreads().stream().filter(io -> io.id() != thread).toList();
    var ids = CpuSet.of(left.stream().map(IoThread::id).toList());
    var tune = domain.cpuTune();
    var disks =
        domain.hardware().disks().stream()
            .map(disk -> disk.servedBy(without(disk, thread)))
            .toList();
    var controllers =
        domain.hardware().controllers().stream()
            .map(bus ->
                bus.ioThread().equals(OptionalInt.of(thread))
                    ? bus.servedBy(OptionalInt.empty())
                    : bus)
            .toList();
    return domain
        .withIoThreads(left)
        .withCpuTune(
            tune.withSchedulers(
                tune.vcpuSchedulers(),
                Counted.cut(tune.ioThreadSchedulers(), ids),
                tune.emulatorScheduler()))
        .withHardware(domain.hardware().withDisks(disks).withControllers(controllers));
  }

  private static List<Integer> without(Disk disk, int thread) {
    return disk.ioThreads().stream().filter(id -> id != thread).toList();
  }

  private static Domain served(Domain domain, int index, OptionalInt thread) {
    var controllers = new ArrayList<Controller>();
    for (var bus : domain.hardware().controllers()) {
      boolean meant = bus.type().equals("scsi") && bus.index().equals(OptionalInt.of(index));
      controllers.add(meant ? bus.servedBy(thread) : bus);
    }
    return domain.withHardware(domain.hardware().withControllers(controllers));
  }

  @Override
  default String words(String guest) {
    return switch (this) {
      case AddIoThread(_, var thread) -> "Add I/O thread " + thread + " to " + guest;
      case RemoveIoThread(_, var thread) -> "Remove I/O thread " + thread + " of " + guest;
      case SetPool(_, var thread, var pool) ->
          "Give I/O thread " + thread + " of " + guest + " " + workers(pool);
      case SetMainLoop(_, var pool) -> "Give the main loop of " + guest + " " + workers(pool);
      case ServeDisk(_, var target, var threads) ->
          threads.isEmpty()
              ? "Serve " + target + " of " + guest + " by the main loop"
              : "Serve " + target + " of " + guest + " by I/O thread " + CpuSet.of(threads);
      case ServeController(_, var index, var thread) ->
          "Serve SCSI controller "
              + index
              + " of "
              + guest
              + " by "
              + (thread.isPresent() ? "I/O thread " + thread.getAsInt() : "the main loop");
    };
  }

  private static String workers(ThreadPool pool) {
    if (pool.equals(ThreadPool.DEFAULT)) {
      return "the usual workers";
    }
    String least = pool.least().isPresent() ? "" + pool.least().getAsInt() : "0";
    return pool.most().isPresent()
        ? least + " to " + pool.most().getAsInt() + " workers"
        : "at least " + least + " workers";
  }
}

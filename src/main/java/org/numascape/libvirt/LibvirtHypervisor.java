package org.numascape.libvirt;

import com.sun.jna.Pointer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.libvirt.LibvirtException;
import org.numascape.hypervisor.DomainEvent;
import org.numascape.hypervisor.DomainRecord;
import org.numascape.hypervisor.HostIdentity;
import org.numascape.hypervisor.Hypervisor;
import org.numascape.hypervisor.HypervisorException;
import org.numascape.hypervisor.HypervisorFailure;
import org.numascape.hypervisor.HypervisorFailure.Refused;
import org.numascape.hypervisor.HypervisorFailure.Unreachable;
import org.numascape.hypervisor.LivePins;
import org.numascape.hypervisor.NodeFree;
import org.numascape.topology.CpuSet;
import org.numascape.topology.PageSize;

/// A host through libvirt. Every call runs on the connection's own thread and is given up after a
/// time.
public final class LibvirtHypervisor implements Hypervisor {

  private final NumaCalls calls;
  private final OpenConnection connection;
  private final NativeThread thread;
  private final TimeLimits limits;
  private final HostIdentity identity;
  private final DomainReading reading;
  private final EventFeed events;

  /// Names for sentences, by UUID, as last read.
  private final Map<String, String> names = new ConcurrentHashMap<>();

  LibvirtHypervisor(
      NumaCalls calls,
      OpenConnection connection,
      NativeThread thread,
      TimeLimits limits,
      HostIdentity identity) {
    this.calls = calls;
    this.connection = connection;
    this.thread = thread;
    this.limits = limits;
    this.identity = identity;
    this.reading = new DomainReading(connection, identity.readOnly());
    this.events = new EventFeed(calls, connection);
  }

  /// Connects; blocks for up to half a minute. Opening may start ssh, which must not need to ask
  /// for a password.
  ///
  /// @param uri see [LibvirtUri]
  /// @throws HypervisorException with the reason: no library, unreachable, denied, timed out
  public static LibvirtHypervisor open(String uri, boolean readOnly) throws HypervisorException {
    return open(uri, readOnly, TimeLimits.USUAL);
  }

  static LibvirtHypervisor open(String uri, boolean readOnly, TimeLimits limits)
      throws HypervisorException {
    var calls = LibvirtLibrary.calls();
    return new Opening(calls, address(uri), readOnly, limits).open();
  }

  private static LibvirtUri address(String uri) throws HypervisorException {
    try {
      return LibvirtUri.parse(uri);
    } catch (IllegalArgumentException nonsense) {
      throw new HypervisorException(
          new Unreachable(LibvirtUri.display(uri), String.valueOf(nonsense.getMessage())));
    }
  }

  @Override
  public HostIdentity identity() {
    return identity;
  }

  @Override
  public String capabilities() throws HypervisorException {
    return ask("tell its capabilities", connection::getCapabilities);
  }

  @Override
  public List<NodeFree> free(List<Integer> nodes, List<PageSize> sizes) throws HypervisorException {
    return ask(
        "tell its free memory",
        () -> {
          var free = new ArrayList<NodeFree>();
          for (int node : nodes) {
            memory().free(node, sizes).ifPresent(free::add);
          }
          return List.copyOf(free);
        });
  }

  @Override
  public List<String> pciDevices() throws HypervisorException {
    return ask(
        "list its PCI devices",
        limits.slow(),
        () -> new NodeDevices(connection).xml(List.of("pci")));
  }

  @Override
  public List<String> nodeDevices() throws HypervisorException {
    return ask(
        "list its devices",
        limits.slow(),
        () -> new NodeDevices(connection).xml(NodeDevices.ON_PCI));
  }

  @Override
  public List<DomainRecord> domains() throws HypervisorException {
    var domains = ask("list its domains", limits.slow(), reading::all);
    domains.forEach(this::remember);
    return domains;
  }

  @Override
  public Optional<DomainRecord> domain(String uuid) throws HypervisorException {
    var domain = ask("tell about domain " + name(uuid), () -> reading.one(uuid));
    domain.ifPresent(this::remember);
    return domain;
  }

  @Override
  public void define(String xml, boolean validate) throws HypervisorException {
    var definition = Definition.of(xml);
    definition.refuseCrash(identity);
    definition.refuseLossOfSecrets(reading.withoutSecrets());
    ask(
        definition.what(),
        limits.slow(),
        () -> {
          Pointer defined =
              calls.virDomainDefineXMLFlags(
                  connection.pointer(), xml, validate ? NumaCalls.VALIDATE : 0);
          if (defined == null) {
            throw CallFailed.last(calls);
          }
          calls.virDomainFree(defined);
          return xml;
        });
  }

  @Override
  public LivePins livePins(String uuid) throws HypervisorException {
    return ask("tell the pins of " + name(uuid), () -> threads(uuid, LiveThreads::pins));
  }

  @Override
  public void pinVcpuLive(String uuid, int vcpu, CpuSet cpus) throws HypervisorException {
    pin("vCPU " + vcpu, uuid, cpus, threads -> threads.pinVcpu(vcpu, cpus));
  }

  @Override
  public void pinEmulatorLive(String uuid, CpuSet cpus) throws HypervisorException {
    pin("the emulator", uuid, cpus, threads -> threads.pinEmulator(cpus));
  }

  @Override
  public void pinIoThreadLive(String uuid, int thread, CpuSet cpus) throws HypervisorException {
    pin("I/O thread " + thread, uuid, cpus, threads -> threads.pinIoThread(thread, cpus));
  }

  @Override
  public CpuSet onlineCpus() throws HypervisorException {
    return ask("tell its online CPUs", () -> HostCpus.of(calls, connection.pointer()).online());
  }

  @Override
  public long allocatePages(int node, PageSize size, long pages) throws HypervisorException {
    String what = "set the pool of node " + node + " to " + pages + " pages of " + size;
    return ask(what, () -> allocated(node, size, pages));
  }

  @Override
  public void listen(Consumer<DomainEvent> listener) throws HypervisorException {
    ask(
        "tell what changes",
        () -> {
          events.add(listener);
          return listener;
        });
  }

  @Override
  public void close() {
    thread.end(
        () -> {
          events.end();
          Opening.close(connection);
        },
        limits.close());
  }

  /// What may be done with the threads of a running domain.
  private interface OnThreads<T> {
    T run(LiveThreads threads) throws CallFailed;
  }

  /// A move of threads.
  private interface Move {
    void run(LiveThreads threads) throws CallFailed;
  }

  private void pin(String thread, String uuid, CpuSet cpus, Move move) throws HypervisorException {
    String what = "pin " + thread + " of " + name(uuid) + " to CPUs " + cpus;
    if (cpus.isEmpty()) {
      throw new HypervisorException(
          new Refused(what, ErrorNumber.INVALID_ARG, "a thread needs at least one CPU"));
    }
    ask(
        what,
        () ->
            threads(
                uuid,
                threads -> {
                  move.run(threads);
                  return cpus;
                }));
  }

  private <T> T threads(String uuid, OnThreads<T> action) throws CallFailed, LibvirtException {
    try (var domain = DomainHandle.of(calls, connection.pointer(), uuid)) {
      return action.run(new LiveThreads(calls, domain.pointer(), hostCpus()));
    }
  }

  /// Node info misses offline CPUs at the end, the CPU map of the test driver most of its CPUs: the
  /// larger one holds.
  private int hostCpus() throws CallFailed, LibvirtException {
    int inMap = HostCpus.of(calls, connection.pointer()).present();
    return Math.max(inMap, connection.nodeInfo().maxCpus());
  }

  private HostMemory memory() {
    return new HostMemory(calls, connection, TestDriver.is(identity));
  }

  private long allocated(int node, PageSize size, long pages) throws CallFailed, LibvirtException {
    try {
      memory().setPool(node, size, pages);
      return HostMemory.pool(connection.getCapabilities(), node, size).orElse(pages);
    } catch (CallFailed partly) {
      if (partly.code() != ErrorNumber.OPERATION_FAILED) {
        throw partly;
      }
      return HostMemory.pool(connection.getCapabilities(), node, size).orElseThrow(() -> partly);
    }
  }

  private void remember(DomainRecord domain) {
    names.put(domain.uuid(), domain.name());
  }

  private String name(String uuid) {
    return names.getOrDefault(uuid, uuid);
  }

  private <T> T ask(String what, Callable<T> call) throws HypervisorException {
    return ask(what, limits.call(), call);
  }

  private <T> T ask(String what, Duration limit, Callable<T> call) throws HypervisorException {
    try {
      return thread.call(what, limit, () -> answer(what, call));
    } catch (RejectedExecutionException closed) {
      throw new HypervisorException(new Unreachable(identity.uri(), "the connection is closed"));
    }
  }

  private <T> T answer(String what, Callable<T> call) throws HypervisorException {
    try {
      return call.call();
    } catch (HypervisorException known) {
      throw known;
    } catch (Exception | LinkageError thrown) {
      throw failure(what, CallFailed.from(thrown));
    }
  }

  private HypervisorException failure(String what, CallFailed failed) {
    HypervisorFailure failure =
        connection.alive()
            ? Failures.calling(what, failed)
            : new Unreachable(identity.uri(), failed.said());
    var exception = new HypervisorException(failure);
    exception.initCause(failed);
    return exception;
  }
}

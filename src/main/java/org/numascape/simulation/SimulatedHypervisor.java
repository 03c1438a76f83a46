package org.numascape.simulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.numascape.domain.Domain;
import org.numascape.domain.DomainState;
import org.numascape.domain.IoThread;
import org.numascape.format.FormatException;
import org.numascape.format.capabilities.CapabilitiesWriter;
import org.numascape.format.domainxml.DomainReader;
import org.numascape.format.domainxml.DomainWriter;
import org.numascape.format.domainxml.XmlText;
import org.numascape.hypervisor.DomainEvent;
import org.numascape.hypervisor.DomainRecord;
import org.numascape.hypervisor.HostIdentity;
import org.numascape.hypervisor.Hypervisor;
import org.numascape.hypervisor.HypervisorException;
import org.numascape.hypervisor.HypervisorFailure.Denied;
import org.numascape.hypervisor.HypervisorFailure.Refused;
import org.numascape.hypervisor.LivePins;
import org.numascape.hypervisor.NodeFree;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;
import org.numascape.topology.PageSize;
import org.numascape.topology.PciDevice;
import org.numascape.topology.Pu;
import org.numascape.topology.PuState;

/// A host in memory that answers as libvirt's QEMU driver does: for demonstration, for lessons, and
/// for every test of what changes a host.
///
/// Definitions are checked and rewritten on the way in; live pins meet the CPUs there are; pools
/// meet the memory there is. Domains given at the start are kept as they are, a first definition of
/// them makes them canonical.
public final class SimulatedHypervisor implements Hypervisor {

  private final HostIdentity identity;
  private final HostTopology host;
  private final FaultPlan faults;
  private final Memory memory;
  private final Map<String, DomainRecord> domains = new LinkedHashMap<>();
  private final List<Consumer<DomainEvent>> listeners = new CopyOnWriteArrayList<>();
  private final ExecutorService events =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("simulated-events").factory());
  private final ReentrantLock lock = new ReentrantLock();
  private int calls;

  /// A host that fails as told.
  public SimulatedHypervisor(
      HostIdentity identity, HostTopology host, List<DomainRecord> domains, FaultPlan faults) {
    this.identity = identity;
    this.host = host;
    this.faults = faults;
    this.memory = new Memory(host);
    for (var domain : domains) {
      boolean bare = domain.state().active() && domain.liveXml().isEmpty();
      this.domains.put(
          domain.uuid(),
          bare ? in(domain, domain.state(), Optional.of(domain.inactiveXml())) : domain);
    }
  }

  /// A host with a libvirt 11.3 that never fails.
  public static SimulatedHypervisor of(HostTopology host, List<DomainRecord> domains) {
    return of(host, domains, FaultPlan.NONE);
  }

  /// A host with a libvirt 11.3 that fails as told.
  public static SimulatedHypervisor of(
      HostTopology host, List<DomainRecord> domains, FaultPlan faults) {
    var name = host.machine().name();
    var identity = new HostIdentity("simulated:///" + name, name, "Simulated", 11_003_000, false);
    return new SimulatedHypervisor(identity, host, domains, faults);
  }

  /// How many calls there were.
  public int calls() {
    lock.lock();
    try {
      return calls;
    } finally {
      lock.unlock();
    }
  }

  /// Starts a domain, as somebody else would; one that runs already stays as it is.
  ///
  /// @throws HypervisorException code 38 when a pin names a CPU that is not there
  public void start(String uuid) throws HypervisorException {
    lock.lock();
    try {
      var domain = existing(uuid, "start a domain");
      if (domain.state().active()) {
        return;
      }
      var parsed = parsed(domain.inactiveXml());
      for (int vcpu = 0; vcpu < parsed.vcpus().current(); vcpu++) {
        var cpus = parsed.affinity(vcpu);
        if (cpus.isPresent()) {
          refuseMissing(cpus.get(), "start " + domain.name());
        }
      }
      domains.put(uuid, in(domain, DomainState.RUNNING, Optional.of(domain.inactiveXml())));
      tell(new DomainEvent.Changed(uuid, domain.name()));
    } finally {
      lock.unlock();
    }
  }

  /// Stops a domain, as somebody else would; one without a definition is gone then.
  public void stop(String uuid) throws HypervisorException {
    lock.lock();
    try {
      var domain = existing(uuid, "stop a domain");
      if (domain.persistent()) {
        domains.put(uuid, in(domain, DomainState.SHUT_OFF, Optional.empty()));
      } else {
        domains.remove(uuid);
      }
      tell(new DomainEvent.Changed(uuid, domain.name()));
    } finally {
      lock.unlock();
    }
  }

  /// Tells the listeners that the connection is gone.
  public void disconnect(String reason) {
    tell(new DomainEvent.Disconnected(reason));
  }

  @Override
  public HostIdentity identity() throws HypervisorException {
    return call(() -> identity);
  }

  @Override
  public String capabilities() throws HypervisorException {
    return call(() -> CapabilitiesWriter.write(host, memory.pools()));
  }

  @Override
  public List<NodeFree> free(List<Integer> nodes, List<PageSize> sizes) throws HypervisorException {
    return call(() ->
        nodes.stream()
            .flatMap(id -> host.node(id).stream())
            .map(n -> memory.free(n, sizes))
            .toList());
  }

  @Override
  public List<String> pciDevices() throws HypervisorException {
    return call(() -> host.all(PciDevice.class).stream().map(PciDeviceXml::of).toList());
  }

  @Override
  public List<DomainRecord> domains() throws HypervisorException {
    return call(() -> List.copyOf(domains.values()));
  }

  @Override
  public Optional<DomainRecord> domain(String uuid) throws HypervisorException {
    return call(() -> Optional.ofNullable(domains.get(uuid)));
  }

  @Override
  public void define(String xml, boolean validate) throws HypervisorException {
    change(
        "define a domain",
        () -> {
          var text = scanned(xml);
          if (validate) {
            refuse(SchemaRules.check(text.root()), "define a domain");
          }
          refuse(TextRules.check(text.root()), "define a domain");
          var domain = parsed(xml);
          refuse(DomainRules.check(domain), "define " + domain.name());
          store(domain, Canonical.write(text.root(), domain));
        });
  }

  private void store(Domain domain, String xml) throws HypervisorException {
    String uuid = Canonical.uuid(domain);
    for (var other : domains.values()) {
      boolean sameName = other.name().equals(domain.name());
      boolean sameUuid = other.uuid().equals(uuid);
      if (sameName != sameUuid) {
        String said = "domain '" + other.name() + "' already exists with uuid " + other.uuid();
        throw refused("define " + domain.name(), 9, said);
      }
    }
    var old = Optional.ofNullable(domains.get(uuid));
    domains.put(
        uuid,
        new DomainRecord(
            uuid,
            domain.name(),
            old.map(DomainRecord::state).orElse(DomainState.SHUT_OFF),
            xml,
            old.flatMap(DomainRecord::liveXml),
            true,
            old.map(DomainRecord::autostart).orElse(false),
            old.map(DomainRecord::managedSave).orElse(false)));
    tell(new DomainEvent.Changed(uuid, domain.name()));
  }

  @Override
  public LivePins livePins(String uuid) throws HypervisorException {
    return call(() -> {
      var live = live(uuid, "read the pins");
      var online = online();
      var vcpus = new TreeMap<Integer, CpuSet>();
      for (int vcpu = 0; vcpu < live.vcpus().maximum(); vcpu++) {
        vcpus.put(vcpu, live.affinity(vcpu).orElse(online));
      }
      var threads = new TreeMap<Integer, CpuSet>();
      live.ioThreads()
          .forEach(
              io -> threads.put(io.id(), io.pin().or(() -> live.vcpus().cpuset()).orElse(online)));
      return new LivePins(vcpus, live.emulatorAffinity().orElse(online), threads);
    });
  }

  @Override
  public void pinVcpuLive(String uuid, int vcpu, CpuSet cpus) throws HypervisorException {
    String what = "move vCPU " + vcpu;
    change(
        what,
        () -> {
          var live = live(uuid, what);
          if (vcpu >= live.vcpus().maximum()) {
            throw refused(what, 8, "vcpu " + vcpu + " is out of range of live cpu count");
          }
          refuseMissing(cpus, what);
          var pins = new TreeMap<>(live.vcpuPins());
          pins.put(vcpu, cpus);
          retune(uuid, live.withVcpuPins(pins));
        });
  }

  @Override
  public void pinEmulatorLive(String uuid, CpuSet cpus) throws HypervisorException {
    String what = "move the emulator threads";
    change(
        what,
        () -> {
          var live = live(uuid, what);
          refuseMissing(cpus, what);
          retune(uuid, live.withEmulatorPin(Optional.of(cpus)));
        });
  }

  @Override
  public void pinIoThreadLive(String uuid, int thread, CpuSet cpus) throws HypervisorException {
    String what = "move I/O thread " + thread;
    change(
        what,
        () -> {
          var live = live(uuid, what);
          if (live.ioThreads().stream().noneMatch(io -> io.id() == thread)) {
            throw refused(what, 8, "iothread " + thread + " not found");
          }
          refuseMissing(cpus, what);
          retune(
              uuid,
              live.withIoThreads(
                  live.ioThreads().stream()
                      .map(io -> io.id() == thread ? new IoThread(thread, Optional.of(cpus)) : io)
                      .toList()));
        });
  }

  private void retune(String uuid, Domain live) throws HypervisorException {
    var record = existing(uuid, "move a thread");
    try {
      String xml = DomainWriter.write(record.liveXml().orElseThrow(), live);
      var changed = in(record, record.state(), Optional.of(xml));
      domains.put(uuid, record.persistent() ? changed : transientOf(changed, xml));
    } catch (FormatException broken) {
      throw refused("move a thread", 1, String.valueOf(broken.getMessage()));
    }
    tell(new DomainEvent.Retuned(uuid, record.name()));
  }

  @Override
  public CpuSet onlineCpus() throws HypervisorException {
    return call(this::online);
  }

  @Override
  public long allocatePages(int node, PageSize size, long pages) throws HypervisorException {
    String what = "set the pool of " + size + " pages on node " + node;
    return call(() -> {
      refuseReading(what);
      if (size.equals(PageSize.SMALL)) {
        throw refused(what, 84, "allocation of system pages is not supported");
      }
      var found = host.node(node);
      var pool = memory.pool(node, size);
      if (found.isEmpty() || pool.isEmpty()) {
        throw refused(what, 9, "there is no such pool on node " + node);
      }
      return memory.set(found.get(), pool.get(), pages);
    });
  }

  @Override
  public void listen(Consumer<DomainEvent> listener) throws HypervisorException {
    call(() -> listeners.add(listener));
  }

  @Override
  public void close() {
    listeners.clear();
    events.shutdown();
  }

  private interface Answer<T> {
    T give() throws HypervisorException;
  }

  private interface Deed {
    void happen() throws HypervisorException;
  }

  private <T> T call(Answer<T> answer) throws HypervisorException {
    lock.lock();
    try {
      calls++;
      boolean fails = calls == faults.call();
      if (fails && faults.moment() == FaultPlan.Moment.BEFORE) {
        throw new HypervisorException(faults.failure());
      }
      T given = answer.give();
      if (fails) {
        throw new HypervisorException(faults.failure());
      }
      return given;
    } finally {
      lock.unlock();
    }
  }

  private void change(String what, Deed deed) throws HypervisorException {
    call(() -> {
      refuseReading(what);
      deed.happen();
      return true;
    });
  }

  private void refuseReading(String what) throws HypervisorException {
    if (identity.readOnly()) {
      throw new HypervisorException(new Denied(what, "read only access prevents it"));
    }
  }

  private void refuseMissing(CpuSet cpus, String what) throws HypervisorException {
    if (cpus.isEmpty()) {
      throw refused(what, 8, "no CPU is named");
    }
    var missing = cpus.minus(online());
    if (!missing.isEmpty()) {
      String said =
          "CPUs " + missing + " do not exist or are offline (cgroup cpuset: Invalid argument)";
      throw refused(what, 38, said);
    }
  }

  private static void refuse(Optional<Refusal> refusal, String what) throws HypervisorException {
    if (refusal.isPresent()) {
      throw refused(what, refusal.get().code(), refusal.get().said());
    }
  }

  private static HypervisorException refused(String what, int code, String said) {
    return new HypervisorException(new Refused(what, code, said));
  }

  private CpuSet online() {
    return CpuSet.of(
        host.pus().values().stream()
            .filter(pu -> pu.state() != PuState.OFFLINE)
            .map(Pu::osIndex)
            .toList());
  }

  private DomainRecord existing(String uuid, String what) throws HypervisorException {
    var domain = domains.get(uuid);
    if (domain == null) {
      throw refused(what, 42, "no domain with matching uuid '" + uuid + "'");
    }
    return domain;
  }

  private Domain live(String uuid, String what) throws HypervisorException {
    var domain = existing(uuid, what);
    if (!domain.state().active()) {
      throw refused(what, 55, "domain is not running");
    }
    return parsed(domain.liveXml().orElse(domain.inactiveXml()));
  }

  private static XmlText scanned(String xml) throws HypervisorException {
    try {
      return XmlText.parse("domain XML", xml);
    } catch (FormatException broken) {
      throw refused("define a domain", 35, String.valueOf(broken.getMessage()));
    }
  }

  private static Domain parsed(String xml) throws HypervisorException {
    try {
      return DomainReader.read("domain XML", xml);
    } catch (FormatException broken) {
      throw refused("define a domain", 27, String.valueOf(broken.getMessage()));
    }
  }

  private static DomainRecord in(DomainRecord domain, DomainState state, Optional<String> liveXml) {
    return new DomainRecord(
        domain.uuid(),
        domain.name(),
        state,
        domain.inactiveXml(),
        liveXml,
        domain.persistent(),
        domain.autostart(),
        domain.managedSave());
  }

  private static DomainRecord transientOf(DomainRecord domain, String xml) {
    return new DomainRecord(
        domain.uuid(),
        domain.name(),
        domain.state(),
        xml,
        Optional.of(xml),
        false,
        domain.autostart(),
        domain.managedSave());
  }

  private void tell(DomainEvent event) {
    if (!events.isShutdown()) {
      events.execute(() -> listeners.forEach(listener -> listener.accept(event)));
    }
  }
}

package org.numascape.hypervisor;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.numascape.topology.CpuSet;
import org.numascape.topology.PageSize;

/// A virtualization host we are connected to. XML goes in and out as text; nothing here parses it.
///
/// Calls block, some for seconds: never call one on a thread that draws. One call runs at a time;
/// all are safe from any thread. Every method throws [HypervisorException] with the reason as data.
public interface Hypervisor extends AutoCloseable {

  /// Who answers, and what it can do.
  HostIdentity identity() throws HypervisorException;

  /// The host's capabilities XML, read afresh.
  String capabilities() throws HypervisorException;

  /// Free memory and free huge pages per node. A node the host cannot be asked about is left out.
  List<NodeFree> free(List<Integer> nodes, List<PageSize> sizes) throws HypervisorException;

  /// XML of every PCI node device.
  List<String> pciDevices() throws HypervisorException;

  /// XML of every PCI node device and of what hangs on them: network interfaces, disks, GPUs and
  /// the steps between. A host that knows only the PCI devices tells these.
  default List<String> nodeDevices() throws HypervisorException {
    return pciDevices();
  }

  /// All domains, defined and running.
  List<DomainRecord> domains() throws HypervisorException;

  /// One domain by UUID, read afresh; empty when it is gone.
  Optional<DomainRecord> domain(String uuid) throws HypervisorException;

  /// Defines a domain from XML, checked against libvirt's schema first
  /// (`VIR_DOMAIN_DEFINE_VALIDATE`) where `validate` says so. A failed call leaves the old
  /// definition in force.
  void define(String xml, boolean validate) throws HypervisorException;

  /// Where the threads of a running domain may run now.
  LivePins livePins(String uuid) throws HypervisorException;

  /// Moves a running vCPU (guest id); the definition stays as it is (`VIR_DOMAIN_AFFECT_LIVE`).
  void pinVcpuLive(String uuid, int vcpu, CpuSet cpus) throws HypervisorException;

  /// Moves the emulator threads of a running domain; the definition stays as it is.
  void pinEmulatorLive(String uuid, CpuSet cpus) throws HypervisorException;

  /// Moves an I/O thread of a running domain; the definition stays as it is.
  void pinIoThreadLive(String uuid, int thread, CpuSet cpus) throws HypervisorException;

  /// Host CPUs that are online, by OS index.
  CpuSet onlineCpus() throws HypervisorException;

  /// Sets the huge-page pool of one node to `pages` in all and returns what the pool holds
  /// afterwards, which may be less: the kernel gives what it finds (`virNodeAllocPages` is not
  /// atomic).
  long allocatePages(int node, PageSize size, long pages) throws HypervisorException;

  /// Tells `listener` of every change from outside, on a thread of the hypervisor's own, until
  /// closed.
  void listen(Consumer<DomainEvent> listener) throws HypervisorException;

  /// Ends the connection; never throws and never blocks for long.
  @Override
  void close();
}

package org.numascape.apply;

import java.util.OptionalLong;
import org.numascape.design.DomainId;
import org.numascape.topology.CpuSet;
import org.numascape.topology.PageSize;

/// One thing to be done to a host. Data, so that it can be shown, counted, done and undone.
public sealed interface Change {

  /// What is done, for a progress list: `define db-server`.
  String words();

  /// Defines a guest anew. Does not show its XML as text anywhere: that may hold passwords.
  ///
  /// @param newXml the definition to send
  /// @param baseHash [TextHash] of the definition the design was made from
  record DefineDomain(DomainId id, String newXml, String baseHash) implements Change {
    @Override
    public String words() {
      return "define it anew";
    }

    @Override
    public String toString() {
      return "DefineDomain[" + id + "]";
    }
  }

  /// A change of a running guest's thread.
  sealed interface Live extends Change {
    /// The host CPUs (OS indexes) it may use from then on.
    CpuSet cpus();
  }

  /// Moves a vCPU (guest id).
  record PinVcpuLive(DomainId id, int vcpu, CpuSet cpus) implements Live {
    @Override
    public String words() {
      return "move vCPU " + vcpu + " to " + Words.cpus(cpus);
    }
  }

  /// Moves the emulator threads.
  record PinEmulatorLive(DomainId id, CpuSet cpus) implements Live {
    @Override
    public String words() {
      return "move the emulator threads to " + Words.cpus(cpus);
    }
  }

  /// Moves an I/O thread.
  record PinIoThreadLive(DomainId id, int thread, CpuSet cpus) implements Live {
    @Override
    public String words() {
      return "move I/O thread " + thread + " to " + Words.cpus(cpus);
    }
  }

  /// Sets a huge-page pool of a node (OS index).
  ///
  /// @param total pages it shall have in all
  /// @param before pages it had when the host was read, where it is known
  record AllocatePages(int node, PageSize size, long total, OptionalLong before) implements Change {
    @Override
    public String words() {
      return "node " + node + ": " + Words.number(total) + " pages of " + size;
    }
  }
}

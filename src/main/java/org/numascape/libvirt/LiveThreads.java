package org.numascape.libvirt;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.util.Map;
import java.util.TreeMap;
import org.numascape.hypervisor.LivePins;
import org.numascape.topology.CpuSet;

/// Where the threads of a running domain may run, read and changed; its definition is never
/// touched.
///
/// @param domain `virDomainPtr`
/// @param hostCpus one more than the host's highest CPU
record LiveThreads(NumaCalls calls, Pointer domain, int hostCpus) {

  // virDomainIOThreadInfo on 64-bit systems: unsigned int, unsigned char *, int
  private static final long ID = 0;
  private static final long MAP = 8;
  private static final long MAP_LENGTH = 16;

  /// All pins; a thread without one has all online CPUs. Domains of drivers without I/O threads
  /// have none.
  LivePins pins() throws CallFailed {
    return new LivePins(vcpus(), emulator(), ioThreads());
  }

  private Map<Integer, CpuSet> vcpus() throws CallFailed {
    int most =
        CallFailed.checked(
            calls, calls.virDomainGetVcpusFlags(domain, NumaCalls.LIVE | NumaCalls.MAXIMUM));
    int length = CpuMap.length(hostCpus);
    var maps = new byte[most * length];
    int told =
        CallFailed.checked(
            calls, calls.virDomainGetVcpuPinInfo(domain, most, maps, length, NumaCalls.LIVE));
    var pins = new TreeMap<Integer, CpuSet>();
    for (int vcpu = 0; vcpu < told; vcpu++) {
      pins.put(vcpu, CpuMap.cpus(maps, vcpu, length));
    }
    return pins;
  }

  private CpuSet emulator() throws CallFailed {
    var map = new byte[CpuMap.length(hostCpus)];
    CallFailed.checked(
        calls, calls.virDomainGetEmulatorPinInfo(domain, map, map.length, NumaCalls.LIVE));
    return CpuMap.cpus(map, 0, map.length);
  }

  private Map<Integer, CpuSet> ioThreads() throws CallFailed {
    var array = new PointerByReference();
    int count = calls.virDomainGetIOThreadInfo(domain, array, NumaCalls.LIVE);
    if (count < 0) {
      return noIoThreads(CallFailed.last(calls));
    }
    Pointer threads = array.getValue();
    if (threads == null) {
      return Map.of();
    }
    try {
      return ioThreads(threads, count);
    } finally {
      Native.free(Pointer.nativeValue(threads));
    }
  }

  private Map<Integer, CpuSet> ioThreads(Pointer threads, int count) {
    var pins = new TreeMap<Integer, CpuSet>();
    for (Pointer thread : threads.getPointerArray(0, count)) {
      try {
        int length = thread.getInt(MAP_LENGTH);
        pins.put(
            thread.getInt(ID),
            CpuMap.cpus(thread.getPointer(MAP).getByteArray(0, length), 0, length));
      } finally {
        calls.virDomainIOThreadInfoFree(thread);
      }
    }
    return pins;
  }

  private static Map<Integer, CpuSet> noIoThreads(CallFailed failed) throws CallFailed {
    if (failed.code() == ErrorNumber.NO_SUPPORT
        || failed.code() == ErrorNumber.OPERATION_UNSUPPORTED) {
      return Map.of();
    }
    throw failed;
  }

  /// Moves a vCPU. Drivers that know no flags, as the test driver, move running domains only, which
  /// is the same.
  void pinVcpu(int vcpu, CpuSet cpus) throws CallFailed {
    var map = CpuMap.of(cpus);
    if (calls.virDomainPinVcpuFlags(domain, vcpu, map, map.length, NumaCalls.LIVE) == 0) {
      return;
    }
    var failed = CallFailed.last(calls);
    if (failed.code() != ErrorNumber.NO_SUPPORT && failed.code() != ErrorNumber.INVALID_ARG) {
      throw failed;
    }
    CallFailed.checked(calls, calls.virDomainPinVcpu(domain, vcpu, map, map.length));
  }

  /// Moves the emulator's threads.
  void pinEmulator(CpuSet cpus) throws CallFailed {
    var map = CpuMap.of(cpus);
    CallFailed.checked(calls, calls.virDomainPinEmulator(domain, map, map.length, NumaCalls.LIVE));
  }

  /// Moves an I/O thread.
  void pinIoThread(int thread, CpuSet cpus) throws CallFailed {
    var map = CpuMap.of(cpus);
    CallFailed.checked(
        calls, calls.virDomainPinIOThread(domain, thread, map, map.length, NumaCalls.LIVE));
  }
}

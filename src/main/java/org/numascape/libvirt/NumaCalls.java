package org.numascape.libvirt;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import org.jspecify.annotations.Nullable;

/// The libvirt calls that libvirt-java lacks, with plain pointers; names and arguments are those of
/// libvirt's headers (`libvirt-domain.h`, `libvirt-host.h`). A negative number or a null means
/// failure, told by [#virGetLastErrorCode()] on the same thread until its next call.
///
/// CPU maps are little-endian bit sets: CPU n is bit `n % 8` of byte `n / 8`.
interface NumaCalls extends Library {

  /// `VIR_DOMAIN_AFFECT_LIVE`
  int LIVE = 1;

  /// `VIR_DOMAIN_VCPU_MAXIMUM`
  int MAXIMUM = 4;

  /// `VIR_DOMAIN_DEFINE_VALIDATE`
  int VALIDATE = 1;

  /// `VIR_NODE_ALLOC_PAGES_SET`
  int SET = 1;

  /// `VIR_DOMAIN_EVENT_ID_LIFECYCLE`
  int LIFECYCLE = 0;

  /// `VIR_DOMAIN_EVENT_ID_TUNABLE`
  int TUNABLE = 17;

  /// `VIR_UUID_STRING_BUFLEN`
  int UUID_BYTES = 37;

  int virGetVersion(
      LongByReference library, @Nullable String type, @Nullable LongByReference driver);

  int virGetLastErrorCode();

  @Nullable String virGetLastErrorMessage();

  void virSetErrorFunc(@Nullable Pointer userData, OnError handler);

  Pointer virDomainLookupByUUIDString(Pointer connection, String uuid);

  int virDomainFree(Pointer domain);

  int virDomainGetUUIDString(Pointer domain, byte[] text);

  @Nullable String virDomainGetName(Pointer domain);

  @Nullable Pointer virDomainDefineXMLFlags(Pointer connection, String xml, int flags);

  int virDomainGetVcpusFlags(Pointer domain, int flags);

  int virDomainGetVcpuPinInfo(Pointer domain, int vcpus, byte[] maps, int mapLength, int flags);

  int virDomainPinVcpu(Pointer domain, int vcpu, byte[] map, int mapLength);

  int virDomainPinVcpuFlags(Pointer domain, int vcpu, byte[] map, int mapLength, int flags);

  int virDomainGetEmulatorPinInfo(Pointer domain, byte[] map, int mapLength, int flags);

  int virDomainPinEmulator(Pointer domain, byte[] map, int mapLength, int flags);

  int virDomainGetIOThreadInfo(Pointer domain, PointerByReference threads, int flags);

  void virDomainIOThreadInfoFree(Pointer thread);

  int virDomainPinIOThread(Pointer domain, int thread, byte[] map, int mapLength, int flags);

  int virNodeGetCPUMap(
      Pointer connection, PointerByReference map, IntByReference online, int flags);

  int virNodeGetCellsFreeMemory(Pointer connection, long[] free, int firstCell, int cells);

  int virNodeGetFreePages(
      Pointer connection, int sizes, int[] kib, int firstCell, int cells, long[] counts, int flags);

  int virNodeAllocPages(
      Pointer connection, int sizes, int[] kib, long[] counts, int firstCell, int cells, int flags);

  int virConnectDomainEventRegisterAny(
      Pointer connection,
      @Nullable Pointer domain,
      int event,
      Callback callback,
      Pointer opaque,
      Released released);

  int virConnectDomainEventDeregisterAny(Pointer connection, int callback);

  /// `virErrorFunc`
  interface OnError extends Callback {
    void invoke(@Nullable Pointer userData, @Nullable Pointer error);
  }

  /// `virConnectDomainEventCallback`; the result is not used.
  interface OnLifecycle extends Callback {
    int invoke(Pointer connection, Pointer domain, int event, int detail, Pointer opaque);
  }

  /// `virConnectDomainEventTunableCallback`
  interface OnTunable extends Callback {
    void invoke(
        Pointer connection, Pointer domain, @Nullable Pointer params, int count, Pointer opaque);
  }

  /// `virFreeCallback`: libvirt will not call the callback registered with `opaque` again.
  interface Released extends Callback {
    void invoke(Pointer opaque);
  }
}

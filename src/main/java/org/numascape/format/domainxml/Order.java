package org.numascape.format.domainxml;

import java.util.List;
import java.util.Map;

/// The order in which libvirt writes elements. Its schema mostly lets them come in any order;
/// people expect this one.
///
/// Source: libvirt 11.3 `virDomainDefFormatInternalSetRootName` and what it calls.
interface Order {

  /// Inside each element that anything is inserted into.
  Map<String, List<String>> INSIDE =
      Map.of(
          "domain",
          words(
              "name uuid genid title description metadata maxMemory memory currentMemory blkiotune"
                  + " memtune memoryBacking vcpu vcpus iothreads iothreadids defaultiothread"
                  + " cputune numatune resource sysinfo bootloader bootloader_args idmap os"
                  + " features cpu clock on_poweroff on_reboot on_crash on_lockfailure pm perf"
                  + " devices seclabel keywrap launchSecurity"),
          "cputune",
          words(
              "shares period quota global_period global_quota emulator_period emulator_quota"
                  + " iothread_period iothread_quota vcpupin emulatorpin iothreadpin vcpusched"
                  + " iothreadsched emulatorsched cachetune memorytune"),
          "numatune",
          words("memory memnode"),
          "memoryBacking",
          words("hugepages nosharepages locked source access allocation discard"),
          "memtune",
          words("hard_limit soft_limit min_guarantee swap_hard_limit"),
          "cpu",
          words("arch model vendor topology maxphysaddr cache feature numa"),
          "numa",
          words("cell interconnects"),
          "interconnects",
          words("latency bandwidth"),
          "devices",
          words(
              "emulator disk controller lease filesystem interface smartcard serial parallel"
                  + " console channel input tpm graphics sound audio video hostdev redirdev"
                  + " redirfilter hub watchdog memballoon rng nvram panic shmem memory iommu"
                  + " vsock"));

  /// The order inside an element; none where everything new goes last.
  static List<String> inside(String element) {
    return INSIDE.getOrDefault(element, List.of());
  }

  private static List<String> words(String text) {
    return List.of(text.split(" ", -1));
  }
}

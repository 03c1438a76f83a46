package org.numascape.format.domainxml;

import java.util.List;

/// The order in which libvirt writes elements. Its schema lets them come in any order; people
/// expect this one.
///
/// Source: libvirt 11.3 `virDomainDefFormatInternalSetRootName`, `virDomainCputuneDefFormat`,
/// `virDomainMemorybackingDefFormat`.
interface Order {

  /// Inside `domain`, as far as anything is inserted there.
  List<String> DOMAIN =
      List.of(
          "name",
          "uuid",
          "genid",
          "title",
          "description",
          "metadata",
          "maxMemory",
          "memory",
          "currentMemory",
          "blkiotune",
          "memtune",
          "memoryBacking",
          "vcpu",
          "vcpus",
          "iothreads",
          "iothreadids",
          "defaultiothread",
          "cputune",
          "numatune");

  /// Inside `cputune`.
  List<String> CPU_TUNE =
      List.of(
          "shares",
          "period",
          "quota",
          "global_period",
          "global_quota",
          "emulator_period",
          "emulator_quota",
          "iothread_period",
          "iothread_quota",
          "vcpupin",
          "emulatorpin",
          "iothreadpin",
          "vcpusched",
          "iothreadsched",
          "emulatorsched",
          "cachetune",
          "memorytune");

  /// Inside `numatune`.
  List<String> NUMA_TUNE = List.of("memory", "memnode");

  /// Inside `memoryBacking`.
  List<String> MEMORY_BACKING =
      List.of("hugepages", "nosharepages", "locked", "source", "access", "allocation", "discard");
}

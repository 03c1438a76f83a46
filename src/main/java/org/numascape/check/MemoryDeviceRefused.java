package org.numascape.check;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.DeviceEdit;
import org.numascape.domain.Domain;
import org.numascape.domain.MemoryDevice;

/// A memory device that libvirt refuses: on no cell or on one that is not there, or with sizes that
/// do not divide.
///
/// Source: libvirt `virDomainMemoryDefValidate`, `qemuDomainDefValidateMemoryHotplugDevice`.
final class MemoryDeviceRefused implements GuestCheck {

  /// The huge page that kernels of x86 make by themselves, in KiB.
  private static final long LEAST_BLOCK = 2_048;

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var domain = guest.domain();
    var wrong = new ArrayList<String>();
    var edits = new ArrayList<DeviceEdit>();
    for (int place = 0; place < domain.hardware().memoryDevices().size(); place++) {
      var device = domain.hardware().memoryDevices().get(place);
      var what = wrong(domain, device);
      if (!what.isEmpty()) {
        wrong.add(device.model() + " " + place + " " + Words.list(what));
        edits.add(new DeviceEdit.ChangeMemory(guest.id(), place, right(domain, device)));
      }
    }
    return wrong.isEmpty()
        ? Stream.empty()
        : Finding.of("N-38", Severity.ERROR, guest, Words.list(wrong))
            .fixed(now ->
                Trial.fix(now, guest.id(), "N-38", "Give the memory device what it needs", edits))
            .stream();
  }

  private static List<String> wrong(Domain domain, MemoryDevice device) {
    var wrong = new ArrayList<String>();
    boolean pmem = device.model().equals("virtio-pmem");
    if (pmem && device.node().isPresent()) {
      wrong.add("may be on no cell");
    }
    boolean needed = !pmem && !device.model().equals("sgx-epc") && !domain.cells().isEmpty();
    if (needed && device.node().isEmpty()) {
      wrong.add("is on no cell");
    }
    if (device.node().isPresent() && domain.cell(device.node().getAsInt()).isEmpty()) {
      wrong.add("is on cell " + device.node().getAsInt() + ", which is not there");
    }
    if (device.sizeKib() == 0) {
      wrong.add("has no size");
    }
    if (device.model().equals("nvdimm") && device.path().isEmpty()) {
      wrong.add("has no file");
    }
    if (device.growsOnDemand()) {
      long block = device.blockKib().orElse(0);
      if (device.blockKib().isEmpty()) {
        wrong.add("has no size of its blocks");
      } else if (Long.bitCount(block) != 1) {
        wrong.add("has blocks of " + block + " KiB, which is no power of two");
      } else if (block < LEAST_BLOCK) {
        wrong.add("has blocks of " + block + " KiB, less than a huge page");
      } else if (!whole(device, block)) {
        wrong.add("has a size that is no whole number of its blocks");
      }
      if (device.requestedKib().orElse(0) > device.sizeKib()) {
        wrong.add("shall give more than it has");
      }
    }
    return wrong;
  }

  private static boolean whole(MemoryDevice device, long block) {
    return device.sizeKib() % block == 0 && device.requestedKib().orElse(0) % block == 0;
  }

  private static MemoryDevice right(Domain domain, MemoryDevice device) {
    boolean pmem = device.model().equals("virtio-pmem");
    boolean there = device.node().stream().anyMatch(cell -> domain.cell(cell).isPresent());
    var cell =
        pmem || domain.cells().isEmpty()
            ? OptionalInt.empty()
            : there ? device.node() : OptionalInt.of(domain.cells().getLast().id());
    var placed = device.withNode(cell);
    if (!device.growsOnDemand()) {
      return placed;
    }
    long block = Long.highestOneBit(Math.max(LEAST_BLOCK, device.blockKib().orElse(0)));
    long size = device.sizeKib() / block * block;
    long requested = Math.min(size, device.requestedKib().orElse(0) / block * block);
    return placed.withSizes(size, OptionalLong.of(block), OptionalLong.of(requested));
  }
}

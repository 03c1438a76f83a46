package org.numascape.domain;

import java.util.Optional;

/// The board the guest is on, as far as rules ask.
///
/// @param arch `x86_64`, `aarch64`, ...; may be empty
/// @param machine the machine type as written, `q35` or `pc-q35-9.2`; may be empty
/// @param ioApic who emulates it: `qemu`, `kvm`; empty where nothing is said
/// @param pmu whether the guest has performance counters; empty where nothing is said
/// @param iommu the guest's IOMMU
/// @param balloon the balloon's model: `virtio`, `none`; empty where nothing is said, then libvirt
///   adds one
public record Platform(
    String arch,
    String machine,
    Optional<String> ioApic,
    Optional<Boolean> pmu,
    Optional<Iommu> iommu,
    Optional<String> balloon) {

  /// Nothing said.
  public static final Platform UNSAID =
      new Platform("", "", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /// Whether it has PCI Express root ports and expanders: q35 on x86, `virt` on Arm and RISC-V.
  public boolean pciExpress() {
    return machine.equals("q35") || machine.contains("-q35") || machine.startsWith("virt");
  }

  /// The same board with other performance counters.
  public Platform withPmu(Optional<Boolean> other) {
    return new Platform(arch, machine, ioApic, other, iommu, balloon);
  }

  /// The same board with another interrupt controller.
  public Platform withIoApic(Optional<String> other) {
    return new Platform(arch, machine, other, pmu, iommu, balloon);
  }

  /// The same board with another IOMMU.
  public Platform withIommu(Optional<Iommu> other) {
    return new Platform(arch, machine, ioApic, pmu, other, balloon);
  }

  /// The same board with another balloon.
  public Platform withBalloon(Optional<String> other) {
    return new Platform(arch, machine, ioApic, pmu, iommu, other);
  }
}

package org.numascape.domain;

/// The guest's IOMMU. More than 255 vCPUs on x86 want `intel` with both, or an AMD one.
///
/// @param model libvirt's word: `intel`, `amd`, `smmuv3`, `virtio`
/// @param interruptRemapping `driver/@intremap='on'`
/// @param extendedInterrupts `driver/@eim='on'` (Intel) or `xtsup='on'` (AMD)
public record Iommu(String model, boolean interruptRemapping, boolean extendedInterrupts) {}

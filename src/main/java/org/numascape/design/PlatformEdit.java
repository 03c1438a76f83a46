package org.numascape.design;

import java.util.Optional;
import org.numascape.domain.Domain;
import org.numascape.domain.Iommu;
import org.numascape.domain.Platform;

/// Edits of what the guest's board has, as far as rules ask for it.
public sealed interface PlatformEdit extends GuestEdit {

  /// Whether the guest has performance counters; empty says nothing.
  record SetPmu(DomainId domain, Optional<Boolean> on) implements PlatformEdit {}

  /// Who emulates the I/O APIC: `qemu` for more than 255 vCPUs; empty says nothing.
  record SetIoApic(DomainId domain, Optional<String> driver) implements PlatformEdit {}

  /// The guest's IOMMU; empty takes it away.
  record SetIommu(DomainId domain, Optional<Iommu> iommu) implements PlatformEdit {}

  /// The balloon's model: `virtio`, `none`.
  record SetBalloon(DomainId domain, String model) implements PlatformEdit {}

  @Override
  default Domain changed(Domain before) {
    Platform board = before.hardware().platform();
    return before.withHardware(
        before
            .hardware()
            .withPlatform(
                switch (this) {
                  case SetPmu(_, var on) -> board.withPmu(on);
                  case SetIoApic(_, var driver) -> board.withIoApic(driver);
                  case SetIommu(_, var iommu) -> board.withIommu(iommu);
                  case SetBalloon(_, var model) -> board.withBalloon(Optional.of(model));
                }));
  }

  @Override
  default String words(String guest) {
    return switch (this) {
      case SetPmu(_, var on) ->
          on.map(there -> there ? "Give " + guest + " counters" : "Take the counters of " + guest)
              .orElse("Say nothing of the counters of " + guest);
      case SetIoApic(_, var driver) ->
          "Let " + driver.orElse("libvirt's choice") + " emulate the I/O APIC of " + guest;
      case SetIommu(_, var iommu) ->
          iommu
              .map(one -> "Give " + guest + " an IOMMU, " + one.model())
              .orElse("Take the IOMMU of " + guest);
      case SetBalloon(_, var model) ->
          model.equals("none")
              ? "Take the balloon of " + guest
              : "Give " + guest + " the balloon " + model;
    };
  }
}

package org.numascape.app.devices;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.numascape.app.settings.Choice;
import org.numascape.app.settings.FormPart;
import org.numascape.app.settings.GuestForm;
import org.numascape.design.PlatformEdit;
import org.numascape.domain.Iommu;
import org.numascape.domain.Platform;

/// IOMMU, interrupt controller and balloon.
interface BoardRows {

  static void addTo(GuestForm form) {
    form.section("Board", "");
    form.choice(
        "board-iommu",
        "IOMMU",
        List.of(
            new Choice<>("", "none"),
            new Choice<>("intel", "intel, of q35"),
            new Choice<>("amd", "amd (libvirt 11.5)"),
            new Choice<>("smmuv3", "smmuv3, of Arm"),
            new Choice<>("virtio", "virtio")),
        () -> board(form).iommu().map(Iommu::model).orElse(""),
        model -> form.apply(new PlatformEdit.SetIommu(form.id(), iommu(form, model))),
        "More than 255 vCPUs on x86 need intel with both options below, and qemu's I/O APIC; a guest"
            + " that hands devices on to programs of its own needs one, too.");
    FormPart.in(form, () -> board(form).iommu().isPresent(), BoardRows::options);
    form.choice(
        "board-ioapic",
        "I/O APIC by",
        List.of(
            new Choice<>(Optional.<String>empty(), "libvirt's choice"),
            new Choice<>(Optional.of("qemu"), "qemu"),
            new Choice<>(Optional.of("kvm"), "kvm")),
        () -> board(form).ioApic(),
        driver -> form.apply(new PlatformEdit.SetIoApic(form.id(), driver)),
        "Interrupt remapping works with qemu's only.");
    form.choice(
        "board-balloon",
        "Balloon",
        List.of(new Choice<>("virtio", "virtio"), new Choice<>("none", "none")),
        () -> board(form).balloon().orElse("virtio"),
        model -> form.apply(new PlatformEdit.SetBalloon(form.id(), model)),
        "Takes memory back from a guest that agrees. With huge pages, locked memory or host devices"
            + " it gains nothing. Where nothing is said libvirt adds virtio.");
    form.problems("P-22", "N-33");
  }

  private static Platform board(GuestForm form) {
    return form.domain().hardware().platform();
  }

  private static Optional<Iommu> iommu(GuestForm form, String model) {
    if (model.isEmpty()) {
      return Optional.empty();
    }
    boolean remaps = model.equals("intel") || model.equals("amd");
    return Optional.of(
        board(form)
            .iommu()
            .filter(now -> remaps)
            .map(now -> new Iommu(model, now.interruptRemapping(), now.extendedInterrupts()))
            .orElse(new Iommu(model, remaps, remaps)));
  }

  private static void options(GuestForm part) {
    if (board(part).iommu().isEmpty()) {
      return;
    }
    part.tick(
        "board-intremap",
        "Interrupt remapping",
        () -> board(part).iommu().filter(Iommu::interruptRemapping).isPresent(),
        on -> change(part, now -> new Iommu(now.model(), on, now.extendedInterrupts())),
        "");
    part.tick(
        "board-eim",
        "Extended interrupts (x2APIC ids beyond 255)",
        () -> board(part).iommu().filter(Iommu::extendedInterrupts).isPresent(),
        on -> change(part, now -> new Iommu(now.model(), now.interruptRemapping(), on)),
        "");
  }

  private static void change(GuestForm part, UnaryOperator<Iommu> change) {
    part.apply(new PlatformEdit.SetIommu(part.id(), board(part).iommu().map(change)));
  }
}

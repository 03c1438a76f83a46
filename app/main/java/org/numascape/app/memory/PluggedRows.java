package org.numascape.app.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.numascape.app.settings.Choice;
import org.numascape.app.settings.FormPart;
import org.numascape.app.settings.GuestForm;
import org.numascape.design.DeviceEdit;
import org.numascape.design.PageSizes;
import org.numascape.domain.GuestCell;
import org.numascape.domain.MemoryAccess;
import org.numascape.domain.MemoryDevice;
import org.numascape.topology.NodeSet;
import org.numascape.topology.PageSize;

/// Memory that is plugged in: each device, and new ones.
interface PluggedRows {

  /// The step of a new virtio-mem: a huge page of x86.
  long BLOCK_KIB = 2048;

  long GIB = 1_048_576;

  static void addTo(GuestForm form) {
    form.section(
        "Plugged in",
        "Devices of memory beside the memory above. Each belongs to a guest cell; one is made where"
            + " there is none, and room to grow with it.");
    FormPart.in(form, () -> kinds(form), PluggedRows::devices);
    form.row(
        "",
        new HBox(
            8,
            add(form, "memory-add-dimm", "Plug in a DIMM", dimm(form)),
            add(form, "memory-add-virtio", "Plug in virtio-mem", virtio(form))),
        "A DIMM is there as a whole. A virtio-mem grows and shrinks in blocks while the guest runs.");
    form.problems("N-29");
  }

  /// What the groups below depend on.
  private static List<Object> kinds(GuestForm form) {
    var kinds = new ArrayList<Object>();
    form.domain()
        .hardware()
        .memoryDevices()
        .forEach(device -> kinds.add(device.model() + device.path().orElse("")));
    kinds.add(form.domain().cells().stream().map(GuestCell::id).toList());
    return kinds;
  }

  private static Button add(GuestForm form, String id, String words, MemoryDevice device) {
    var button = new Button(words, new FontIcon(Material2AL.ADD));
    button.setId(id);
    button.setTooltip(new Tooltip(words + ", 1 GiB for a start"));
    button.setOnAction(event -> form.apply(new DeviceEdit.AddMemory(form.id(), device)));
    return button;
  }

  private static MemoryDevice dimm(GuestForm form) {
    return made("dimm", OptionalLong.empty(), OptionalLong.empty(), form);
  }

  private static MemoryDevice virtio(GuestForm form) {
    return made("virtio-mem", OptionalLong.of(BLOCK_KIB), OptionalLong.of(0), form);
  }

  private static MemoryDevice made(
      String model, OptionalLong block, OptionalLong requested, GuestForm form) {
    int cell = form.domain().cells().stream().findFirst().map(GuestCell::id).orElse(0);
    return new MemoryDevice(
        model,
        GIB,
        OptionalInt.of(cell),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        block,
        requested,
        Optional.empty(),
        Optional.empty());
  }

  private static void devices(GuestForm part) {
    var devices = part.domain().hardware().memoryDevices();
    for (int at = 0; at < devices.size(); at++) {
      device(part, at, devices.get(at));
    }
  }

  private static void device(GuestForm part, int at, MemoryDevice device) {
    String id = "memory-device-" + at;
    var remove = new Button("Unplug", new FontIcon(Material2AL.DELETE_OUTLINE));
    remove.setId(id + "-remove");
    remove.getStyleClass().add("small");
    remove.setOnAction(event -> part.apply(new DeviceEdit.RemoveMemory(part.id(), at)));
    part.row(
        device.model() + " " + at,
        remove,
        device.path().map(path -> "Kept in " + path + ".").orElse(""));
    size(part, at, id, "Size", device.growsOnDemand() ? "As large as it can get." : "");
    if (device.growsOnDemand()) {
      step(part, at, id);
    }
    part.choice(
        id + "-cell",
        "Guest cell",
        part.domain().cells().stream()
            .map(cell -> new Choice<>(OptionalInt.of(cell.id()), "cell " + cell.id()))
            .toList(),
        () -> now(part, at).map(MemoryDevice::node).orElse(OptionalInt.empty()),
        cell -> change(part, at, one -> one.withNode(cell)),
        "");
    if (device.path().isEmpty()) {
      source(part, at, id);
    }
    part.choice(
        id + "-access",
        "Other processes",
        List.of(
            new Choice<>(Optional.<MemoryAccess>empty(), "as the guest's memory"),
            new Choice<>(Optional.of(MemoryAccess.SHARED), "may map it"),
            new Choice<>(Optional.of(MemoryAccess.PRIVATE), "may not map it")),
        () -> now(part, at).flatMap(MemoryDevice::access),
        access -> change(part, at, one -> one.withAccess(access)),
        "");
  }

  private static void size(GuestForm part, int at, String id, String label, String words) {
    part.row(
        label,
        part.text(
            id + "-size",
            "Size of memory device " + at + ", such as 4 GiB",
            "",
            () -> now(part, at).map(one -> Amount.shown(one.sizeKib())).orElse(""),
            typed -> {
              long kib = Amount.kib(typed);
              change(
                  part, at, one -> whole(one.withSizes(kib, one.blockKib(), one.requestedKib())));
            }),
        words);
  }

  private static void step(GuestForm part, int at, String id) {
    part.row(
        "Now",
        part.text(
            id + "-requested",
            "How large it shall be now, whole blocks",
            "nothing",
            () -> now(part, at).map(one -> Amount.shown(one.requestedKib())).orElse(""),
            typed -> {
              var kib =
                  typed.isBlank() || typed.strip().equals("0")
                      ? OptionalLong.of(0)
                      : Amount.optional(typed);
              change(part, at, one -> whole(one.withSizes(one.sizeKib(), one.blockKib(), kib)));
            }),
        "How large it shall be at start; libvirt changes it while the guest runs.");
    part.row(
        "Block",
        part.text(
            id + "-block",
            "The step it grows by",
            "",
            () -> now(part, at).map(one -> Amount.shown(one.blockKib())).orElse(""),
            typed -> {
              var kib = OptionalLong.of(Amount.kib(typed));
              change(part, at, one -> whole(one.withSizes(one.sizeKib(), kib, one.requestedKib())));
            }),
        "A huge page of the guest, 2 MiB on x86, or of what holds it where that is more.");
  }

  /// QEMU: size and requested size are multiples of the block.
  private static MemoryDevice whole(MemoryDevice device) {
    long block = device.blockKib().orElse(1);
    long now = device.requestedKib().orElse(0);
    if (device.sizeKib() % block != 0 || now % block != 0) {
      throw new IllegalArgumentException("sizes have to be whole blocks of " + Amount.shown(block));
    }
    if (now > device.sizeKib()) {
      throw new IllegalArgumentException(
          "it can get as large as " + Amount.shown(device.sizeKib()));
    }
    return device;
  }

  private static void source(GuestForm part, int at, String id) {
    part.row(
        "Host nodes",
        part.nodes(
            id + "-nodes",
            "Host nodes it comes from; empty follows its cell",
            "as its cell",
            () -> now(part, at).flatMap(MemoryDevice::hostNodes).orElse(NodeSet.EMPTY),
            nodes ->
                change(
                    part,
                    at,
                    one ->
                        one.withSource(
                            Optional.of(nodes).filter(named -> !named.isEmpty()), one.pages()))),
        "");
    var choices = new ArrayList<Choice<Optional<PageSize>>>();
    choices.add(new Choice<>(Optional.empty(), "as the guest's memory"));
    for (var size : PageSizes.of(part.design().host())) {
      choices.add(new Choice<>(Optional.of(size), size + ", huge"));
    }
    part.choice(
        id + "-pages",
        "Pages",
        choices,
        () -> now(part, at).flatMap(MemoryDevice::pages),
        size -> change(part, at, one -> one.withSource(one.hostNodes(), size)),
        "");
  }

  private static Optional<MemoryDevice> now(GuestForm part, int at) {
    var devices = part.domain().hardware().memoryDevices();
    return at < devices.size() ? Optional.of(devices.get(at)) : Optional.empty();
  }

  private static void change(GuestForm part, int at, UnaryOperator<MemoryDevice> change) {
    now(part, at)
        .ifPresent(
            device -> part.apply(new DeviceEdit.ChangeMemory(part.id(), at, change.apply(device))));
  }
}

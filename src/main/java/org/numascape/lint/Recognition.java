package org.numascape.lint;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.numascape.format.FormatException;

/// Tells what a text is by what is in it.
final class Recognition {

  private static final Set<String> XEN =
      Set.of(
          "vnuma",
          "builder",
          "kernel",
          "ramdisk",
          "type",
          "vcpus",
          "maxvcpus",
          "memory",
          "maxmem",
          "disk",
          "vif",
          "cpus",
          "cpus_soft",
          "pool",
          "name",
          "bootloader",
          "extra",
          "on_crash");

  private static final Set<String> PROXMOX =
      Set.of(
          "agent",
          "affinity",
          "balloon",
          "bios",
          "boot",
          "bootdisk",
          "cores",
          "cpu",
          "hugepages",
          "machine",
          "memory",
          "name",
          "numa",
          "onboot",
          "ostype",
          "scsihw",
          "smbios1",
          "sockets",
          "vcpus",
          "vmgenid");

  private static final Pattern KERNEL =
      Pattern.compile(
          "(?:^|[\\s\"'=])(?:hugepages=|hugepagesz=|default_hugepagesz=|isolcpus=|nohz_full=|rcu_nocbs="
              + "|BOOT_IMAGE=|numa_balancing=|transparent_hugepage=|intel_iommu=|amd_iommu=|GRUB_CMDLINE)");

  private static final Set<String> HOST_COMMANDS =
      Set.of(
          "virsh",
          "numastat",
          "numactl",
          "taskset",
          "perf",
          "lscpu",
          "lstopo",
          "sysctl",
          "chrt",
          "pidstat",
          "ps",
          "pgrep",
          "sudo",
          "watch",
          "cat",
          "echo",
          "grep",
          "numad",
          "tuned-adm",
          "systemctl",
          "virt-install",
          "turbostat",
          "cyclictest");

  private Recognition() {}

  /// The kind of a text, if it is of one of the kinds.
  static Optional<TextKind> of(String text) {
    String start = text.strip();
    if (start.startsWith("\uFEFF")) {
      start = start.substring(1).strip();
    }
    if (start.startsWith("<")) {
      return start.contains("<domain") || LibvirtLint.isPart(start)
          ? Optional.of(TextKind.LIBVIRT)
          : Optional.empty();
    }
    var commands = ShellText.commands(text);
    if (commands.stream().anyMatch(command -> QemuLine.of(text, command).isPresent())) {
      return Optional.of(TextKind.QEMU);
    }
    if (isKubevirt(text)) {
      return Optional.of(TextKind.KUBEVIRT);
    }
    if (!NovaSpec.in(text).isEmpty()) {
      return Optional.of(TextKind.NOVA);
    }
    if (isXen(text)) {
      return Optional.of(TextKind.XEN);
    }
    if (isProxmox(text, commands)) {
      return Optional.of(TextKind.PROXMOX);
    }
    if (KERNEL.matcher(text).find()) {
      return Optional.of(TextKind.KERNEL);
    }
    boolean host = commands.stream().map(Command::program).anyMatch(HOST_COMMANDS::contains);
    return host ? Optional.of(TextKind.SHELL) : Optional.empty();
  }

  private static boolean isKubevirt(String text) {
    return text.contains("kubevirt.io")
        || text.contains("guestMappingPassthrough")
        || text.contains("dedicatedCpuPlacement");
  }

  private static boolean isXen(String text) {
    try {
      var keys = XenText.settings("", text).stream().map(XenText.Setting::key).toList();
      return keys.contains("vnuma")
          || keys.stream().filter(XEN::contains).distinct().limit(2).count() == 2;
    } catch (FormatException other) {
      return Pattern.compile("(?m)^[ \\t]*vnuma[ \\t]*=").matcher(text).find();
    }
  }

  private static boolean isProxmox(String text, List<Command> commands) {
    var settings = ProxmoxText.read(text).settings();
    boolean command = commands.stream().anyMatch(one -> one.program().equals("qm"));
    long known =
        settings.stream()
            .map(ProxmoxText.Setting::key)
            .filter(key ->
                PROXMOX.contains(key) || key.matches("(numa|net|scsi|virtio|hostpci)\\d{1,3}"))
            .distinct()
            .limit(2)
            .count();
    return known == 2 || (command && known >= 1);
  }
}

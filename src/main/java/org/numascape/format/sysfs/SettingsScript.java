package org.numascape.format.sysfs;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.numascape.topology.KernelParameters;

/// The commands that show a host's settings: for an administrator to run and paste what they print,
/// or for ssh to run. They read and change nothing, need no root, and show of the boot loader's
/// line only the parameters that matter.
public interface SettingsScript {

  /// What the output begins with.
  String BEGIN = "== numascape settings 1";

  /// What the output ends with.
  String END = "== numascape settings end";

  /// The commands for any POSIX shell, whatever the user's own shell is.
  static String forTerminal() {
    return "sh <<'END'\n" + script() + "END\n";
  }

  /// The commands as the standard input of `sh -s`.
  static String script() {
    return """
    LC_ALL=C; export LC_ALL
    echo '%s'
    grep -H '' %s 2>&1
    grep -H '' %s 2>&1
    grep -HE '^[[:space:]]*(export[[:space:]]+)?IRQBALANCE_' %s 2>&1
    for f in %s; do test -r /$f && echo "/$f:#"; done
    if read -r line < /proc/cmdline; then
      echo '/proc/cmdline:'
      set -f
      for word in $line; do
        case $word in %s) echo "/proc/cmdline:$word";; esac
      done
      set +f
    fi
    grep -Hx %s /proc/[0-9]*/comm 2>/dev/null
    grep -sHE '^[[:space:]]*-?(%s)[[:space:]]*=' %s
    for f in /%s/*/%s/*; do
      test -e "$f" && d=${f#/%s/} && echo "/%s/${f##*/}/%s:${d%%%%/*}"
    done
    test -r /etc/sysctl.d && echo '/etc/sysctl.conf:#'
    test -r /sys/kernel && echo "/sys/kernel/iommu_groups:$(ls /sys/kernel/iommu_groups 2>/dev/null | wc -l)"
    echo "/version/libvirt:$( (libvirtd --version || virtqemud --version || virsh --version) 2>/dev/null | head -n 1)"
    for q in /usr/bin/qemu-system-x86_64 /usr/bin/qemu-system-aarch64 /usr/libexec/qemu-kvm /usr/bin/qemu-kvm; do
      test -x $q && echo "/version/qemu:$($q --version | head -n 1)"
    done
    echo '%s'
    """
        .formatted(
            BEGIN,
            paths(SettingFiles.SINGLE.stream()),
            paths(SettingFiles.SEVERAL.stream()),
            paths(SettingFiles.IRQBALANCE.stream()),
            String.join(" ", SettingFiles.IRQBALANCE),
            KernelParameters.NAMES.stream()
                .map(name -> name + "|" + name + "=*")
                .collect(Collectors.joining("|")),
            Stream.concat(Stream.of(SettingFiles.KERNEL_THREAD), SettingFiles.SERVICES.stream())
                .map(name -> "-e " + name)
                .collect(Collectors.joining(" ")),
            SettingFiles.SYSCTL_KEYS.stream()
                .map(key -> key.replace(".", "[./]"))
                .collect(Collectors.joining("|")),
            SettingFiles.SYSCTL.stream()
                .map(path -> path.endsWith(".d") ? "/" + path + "/*.conf" : "/" + path)
                .collect(Collectors.joining(" ")),
            SettingFiles.PCI,
            SettingFiles.MESSAGES,
            SettingFiles.PCI,
            SettingFiles.INTERRUPTS,
            SettingFiles.WHOSE,
            END);
  }

  private static String paths(Stream<String> paths) {
    return paths.map(path -> "/" + path).collect(Collectors.joining(" "));
  }
}

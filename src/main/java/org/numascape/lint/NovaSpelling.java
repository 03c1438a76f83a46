package org.numascape.lint;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// I-16, names: keys and values that Nova does not know but nearly does. An unknown key has no
/// effect; an unknown value is refused.
///
/// Source: Nova `nova/api/validation/extra_specs/hw.py`.
final class NovaSpelling {

  private static final int NEAR = 2;

  private static final Set<String> KEYS =
      Set.of(
          "hw:boot_menu",
          "hw:cpu_cores",
          "hw:cpu_sockets",
          "hw:cpu_threads",
          "hw:cpu_max_cores",
          "hw:cpu_max_sockets",
          "hw:cpu_max_threads",
          // so spelt by the validator of Nova's API
          "hw:max_cpu_cores",
          "hw:max_cpu_sockets",
          "hw:max_cpu_threads",
          "hw:cpu_policy",
          "hw:cpu_thread_policy",
          "hw:cpu_dedicated_mask",
          "hw:cpu_realtime",
          "hw:cpu_realtime_mask",
          "hw:emulator_threads_policy",
          "hw:hide_hypervisor_id",
          "hw:input_bus",
          "hw:locked_memory",
          "hw:maxphysaddr_bits",
          "hw:maxphysaddr_mode",
          "hw:mem_encryption",
          "hw:mem_encryption_model",
          "hw:mem_page_size",
          "hw:numa_nodes",
          "hw:numa_cpus",
          "hw:numa_mem",
          "hw:pci_numa_affinity_policy",
          "hw:pmem",
          "hw:pmu",
          "hw:pointer_model",
          "hw:serial_port_count",
          "hw:sound_model",
          "hw:tpm_model",
          "hw:tpm_version",
          "hw:tpm_secret_security",
          "hw:usb_model",
          "hw:redirected_usb_ports",
          "hw:viommu_model",
          "hw:vif_multiqueue_enabled",
          "hw:virtio_packed_ring",
          "hw:watchdog_action",
          "hw:rescue_bus",
          "hw:rescue_device",
          "hw:video_ram");

  private static final Map<String, List<String>> VALUES =
      Map.of(
          "hw:cpu_policy", List.of("shared", "dedicated", "mixed"),
          "hw:cpu_thread_policy", List.of("prefer", "isolate", "require"),
          "hw:emulator_threads_policy", List.of("share", "isolate"),
          "hw:pci_numa_affinity_policy", List.of("required", "preferred", "legacy", "socket"));

  private NovaSpelling() {}

  static Optional<Finding> of(NovaSpec spec) {
    if (!spec.key().startsWith("hw:")) {
      return Optional.empty();
    }
    return KEYS.contains(spec.name()) || KEYS.contains(spec.key()) ? value(spec) : key(spec);
  }

  private static Optional<Finding> key(NovaSpec spec) {
    String name = spec.name();
    var meant =
        KEYS.stream()
            .filter(key -> !spec.key().equals(key))
            .filter(key -> distance(name, key) <= NEAR)
            .min(
                Comparator.comparingInt((String key) -> distance(name, key))
                    .thenComparing(Comparator.naturalOrder()));
    return meant.map(key -> {
      String right = key + spec.key().substring(name.length());
      return Finding.error(
          "I-16",
          spec.keySpan(),
          "Nova knows no %s and does nothing about it. The key is %s.".formatted(spec.key(), right),
          List.of(Splice.replace(spec.keySpan(), right)));
    });
  }

  private static Optional<Finding> value(NovaSpec spec) {
    var allowed = VALUES.getOrDefault(spec.key(), List.of());
    if (allowed.isEmpty() || allowed.contains(spec.value())) {
      return Optional.empty();
    }
    var meant =
        allowed.stream()
            .filter(one -> distance(spec.value(), one) <= NEAR)
            .min(Comparator.comparingInt(one -> distance(spec.value(), one)));
    String message =
        "%s is \"%s\"; Nova takes %s.%s"
            .formatted(
                spec.key(),
                spec.value(),
                String.join(", ", allowed),
                meant.map(word -> " Write " + word + ".").orElse(""));
    List<Splice> correction =
        meant.map(word -> Splice.replace(spec.valueSpan(), word)).stream().toList();
    return Optional.of(Finding.error("I-16", spec.valueSpan(), message, correction));
  }

  /// How many characters have to be put in, taken out or replaced (Levenshtein); at most the length
  /// of a long word.
  static int distance(String a, String b) {
    if (Math.abs(a.length() - b.length()) > NEAR) {
      return NEAR + 1;
    }
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int same = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(same, Math.min(row[j - 1], above) + 1);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}

package org.numascape.simulation;

import java.util.Optional;
import java.util.Set;
import org.numascape.format.domainxml.XmlElement;

/// The little of libvirt's schema that matters here: what may stand directly inside `domain`.
///
/// Source: libvirt 9.0 `domaincommon.rng`, elements of `domain`.
interface SchemaRules {

  /// Names of elements the schema knows there. Elements with a namespace of their own are known
  /// too.
  Set<String> KNOWN =
      Set.of(
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
          "numatune",
          "resource",
          "sysinfo",
          "bootloader",
          "bootloader_args",
          "os",
          "idmap",
          "features",
          "cpu",
          "clock",
          "on_poweroff",
          "on_reboot",
          "on_crash",
          "on_lockfailure",
          "pm",
          "perf",
          "devices",
          "seclabel",
          "keywrap",
          "launchSecurity",
          "throttlegroups");

  /// Whether libvirt knows an element inside `domain`; it drops others without a word unless it
  /// validates.
  static boolean known(XmlElement element) {
    boolean foreign = element.name().contains(":") || element.value("xmlns").isPresent();
    return foreign || KNOWN.contains(element.name());
  }

  /// Refuses what the schema does not know, with libvirt's code for that (92).
  static Optional<Refusal> check(XmlElement domain) {
    return domain.children().stream()
        .filter(child -> !known(child))
        .findFirst()
        .map(child ->
            new Refusal(
                92,
                "XML document failed to validate against schema: Did not expect element "
                    + child.name()
                    + " there"));
  }
}

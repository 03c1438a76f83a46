package org.numascape.check;

/// A small guest that libvirt takes as it is, and the places to change it.
interface Plain {

  String UUID = "11111111-0000-4000-8000-00000000f0e5";

  String MEMORY = "<memory unit='KiB'>65536</memory>";

  String VCPU = "<vcpu>2</vcpu>";

  /// Two vCPUs and 64 MiB on QEMU's board with PCI Express, emulated.
  String GUEST =
      """
      <domain type='qemu'>
        <name>foreseen</name>
        <uuid>%s</uuid>
        %s
        %s
        <os><type arch='x86_64' machine='q35'>hvm</type></os>
        <!-- more -->
      </domain>
      """
          .formatted(UUID, MEMORY, VCPU);

  /// It with more elements.
  static String with(String... elements) {
    return GUEST.replace("<!-- more -->", String.join("\n  ", elements));
  }

  /// It with two cells of one vCPU each, and more elements.
  static String celled(String... elements) {
    return with(
        cells("<cell id='0' cpus='0' memory='32768'/>", "<cell id='1' cpus='1' memory='32768'/>"),
        String.join("\n  ", elements));
  }

  /// `cpu` with such cells.
  static String cells(String... cells) {
    return "<cpu><numa>\n    " + String.join("\n    ", cells) + "\n  </numa></cpu>";
  }

  /// `cputune` with such elements.
  static String tuned(String... elements) {
    return "<cputune>\n    " + String.join("\n    ", elements) + "\n  </cputune>";
  }
}

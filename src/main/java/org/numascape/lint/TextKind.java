package org.numascape.lint;

/// The kinds of text that are understood.
public enum TextKind {
  /// A command line of QEMU, in a shell script or alone.
  QEMU("qemu", "QEMU command line"),
  /// A `<domain>` of libvirt.
  LIBVIRT("libvirt", "libvirt domain XML"),
  /// A virtual machine of KubeVirt, or KubeVirt's own configuration, in YAML or JSON.
  KUBEVIRT("kubevirt", "KubeVirt YAML"),
  /// Extra specs of a flavor of OpenStack Nova, alone or on `openstack flavor`.
  NOVA("nova", "Nova flavor extra specs"),
  /// A virtual machine's configuration of Proxmox VE, or `qm set`.
  PROXMOX("proxmox", "Proxmox VM configuration"),
  /// A guest of Xen's `xl`.
  XEN("xen", "Xen xl.cfg"),
  /// Parameters of the Linux kernel, alone or in a boot loader's file.
  KERNEL("kernel", "kernel command line"),
  /// Commands that look at a host or change it.
  SHELL("shell", "shell commands");

  private final String word;
  private final String title;

  TextKind(String word, String title) {
    this.word = word;
    this.title = title;
  }

  /// What the command line calls it.
  public String word() {
    return word;
  }

  /// What people call it.
  public String title() {
    return title;
  }

  @Override
  public String toString() {
    return word;
  }
}

package org.numascape.hypervisor;

/// Who a hypervisor is.
///
/// @param uri what it was opened with, without secrets
/// @param hostName what the host calls itself
/// @param driver libvirt's driver name: `QEMU`, `TEST`
/// @param libvirtVersion the server's libvirt version as `major * 1,000,000 + minor * 1,000 +
///   release`
/// @param readOnly whether it refuses changes
public record HostIdentity(
    String uri, String hostName, String driver, long libvirtVersion, boolean readOnly) {

  /// `9.0.0`
  public String versionText() {
    return libvirtVersion / 1_000_000
        + "."
        + libvirtVersion / 1_000 % 1_000
        + "."
        + libvirtVersion % 1_000;
  }
}

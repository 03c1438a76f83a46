package org.numascape.libvirt;

import com.sun.jna.Pointer;
import org.libvirt.Connect;
import org.libvirt.LibvirtException;
import org.libvirt.jna.ConnectionPointer;

/// libvirt-java's connection, which lets subclasses reach the pointer that [NumaCalls] needs.
///
/// Opened without [org.libvirt.ConnectAuth]: libvirt frees the answers of that callback a second
/// time, and the program dies.
final class OpenConnection extends Connect {

  private static final int KEEP_ALIVE_SECONDS = 5;
  private static final int KEEP_ALIVE_MISSES = 6;

  OpenConnection(String uri, boolean readOnly) throws LibvirtException {
    super(uri, readOnly);
  }

  /// `virConnectPtr`
  Pointer pointer() throws CallFailed {
    ConnectionPointer pointer = vcp;
    if (pointer == null) {
      throw new CallFailed(ErrorNumber.INTERNAL_ERROR, "the connection is closed", 0);
    }
    return pointer.getPointer();
  }

  /// Notices a dead link after half a minute, where the driver speaks over one.
  void keepAlive() {
    try {
      var _ = setKeepAlive(KEEP_ALIVE_SECONDS, KEEP_ALIVE_MISSES);
    } catch (LibvirtException inProcess) {
      // The test driver has no link to watch.
    }
  }

  /// Whether libvirt still holds the link; asks nobody.
  boolean alive() {
    try {
      return vcp != null && isAlive();
    } catch (LibvirtException dead) {
      return false;
    }
  }
}

package org.numascape.libvirt;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.libvirt.LibvirtException;
import org.numascape.hypervisor.HostIdentity;
import org.numascape.hypervisor.HypervisorException;
import org.numascape.hypervisor.HypervisorFailure;

/// Opens a connection on a thread of its own. A connection that comes up after the caller gave up
/// is closed at once.
record Opening(NumaCalls calls, LibvirtUri uri, boolean readOnly, TimeLimits limits) {

  /// A connection and who is at its other end.
  private record Opened(OpenConnection connection, HostIdentity identity) {}

  LibvirtHypervisor open() throws HypervisorException {
    var thread = new NativeThread("libvirt " + uri.display());
    var opened = new ConcurrentLinkedQueue<OpenConnection>();
    try {
      var other = thread.call("answer at " + uri.display(), limits.open(), () -> connect(opened));
      return new LibvirtHypervisor(calls, other.connection(), thread, limits, other.identity());
    } catch (HypervisorException failed) {
      thread.end(() -> opened.forEach(Opening::close), Duration.ZERO);
      throw failed;
    }
  }

  private Opened connect(Collection<OpenConnection> opened) throws HypervisorException {
    try {
      var connection = new OpenConnection(uri.text(), readOnly);
      opened.add(connection);
      connection.keepAlive();
      return new Opened(connection, identity(connection));
    } catch (LibvirtException | RuntimeException | LinkageError thrown) {
      throw new HypervisorException(failure(CallFailed.from(thrown)));
    }
  }

  private HostIdentity identity(OpenConnection connection) throws LibvirtException {
    return new HostIdentity(
        LibvirtUri.display(connection.getURI()),
        connection.getHostName(),
        connection.getType(),
        connection.getLibVersion(),
        readOnly);
  }

  private HypervisorFailure failure(CallFailed failed) {
    return Failures.opening(uri.display(), failed);
  }

  /// Ends a connection, whatever it says to that.
  static void close(OpenConnection connection) {
    try {
      var _ = connection.close();
    } catch (LibvirtException alreadyGone) {
      // Its other end went first.
    }
  }
}

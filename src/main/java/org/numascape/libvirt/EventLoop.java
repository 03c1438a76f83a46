package org.numascape.libvirt;

import org.libvirt.Library;
import org.libvirt.LibvirtException;

/// libvirt's event loop on a daemon thread: it delivers events and keep-alive messages of all
/// connections. Registered before the first connection, since libvirt wires a connection to the
/// loop when it opens.
final class EventLoop {

  private static final long PAUSE_AFTER_ERROR_MS = 100;

  private EventLoop() {}

  /// Starts the loop, which ends with the program.
  static void start() {
    Thread.ofPlatform().daemon().name("libvirt-events").start(EventLoop::run);
  }

  private static void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        Library.processEvent();
      } catch (LibvirtException failedRound) {
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_AFTER_ERROR_MS);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}

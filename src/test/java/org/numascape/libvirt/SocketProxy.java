package org.numascape.libvirt;

import static java.net.StandardProtocolFamily.UNIX;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Stands between a client and a daemon's socket, to break the link in all the ways links break.
final class SocketProxy implements AutoCloseable {

  private final Path target;
  private final ServerSocketChannel server;
  private final List<SocketChannel> ends = new CopyOnWriteArrayList<>();
  private final CountDownLatch clientLeft = new CountDownLatch(1);
  private volatile boolean frozen;

  SocketProxy(Path target, Path here) throws IOException {
    this.target = target;
    this.server = ServerSocketChannel.open(UNIX);
    server.bind(UnixDomainSocketAddress.of(here));
    Thread.ofVirtual().start(this::accept);
  }

  /// Swallows whatever comes from now on: the host hangs.
  void freeze() {
    frozen = true;
  }

  /// Breaks all links: the host is gone.
  void cut() throws IOException {
    for (SocketChannel end : ends) {
      end.close();
    }
  }

  /// Whether the client closed its end.
  boolean clientLeaves(long seconds) throws InterruptedException {
    return clientLeft.await(seconds, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws IOException {
    server.close();
    cut();
  }

  private void accept() {
    try {
      while (true) {
        var client = server.accept();
        var daemon = SocketChannel.open(UnixDomainSocketAddress.of(target));
        ends.add(client);
        ends.add(daemon);
        Thread.ofVirtual().start(() -> copy(client, daemon, clientLeft));
        Thread.ofVirtual().start(() -> copy(daemon, client, new CountDownLatch(1)));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void copy(SocketChannel from, SocketChannel to, CountDownLatch left) {
    var buffer = ByteBuffer.allocate(1 << 16);
    try {
      while (from.read(buffer) >= 0) {
        buffer.flip();
        while (!frozen && buffer.hasRemaining()) {
          to.write(buffer);
        }
        buffer.clear();
      }
      left.countDown();
      to.close();
    } catch (IOException broken) {
      left.countDown();
    }
  }
}

package org.numascape.libvirt;

import com.sun.jna.Callback;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.libvirt.LibvirtException;
import org.libvirt.event.ConnectionCloseReason;
import org.numascape.hypervisor.DomainEvent;

/// Events of one connection. libvirt tells them on its event loop, which must not wait: names are
/// read there, the rest happens on a thread of our own.
final class EventFeed {

  /// Callbacks that libvirt may still call; a collected one would kill the program.
  private static final Map<Long, Callback> HELD = new ConcurrentHashMap<>();

  private static final AtomicLong NEXT_KEY = new AtomicLong(1);
  private static final NumaCalls.Released RELEASED = key -> HELD.remove(Pointer.nativeValue(key));

  private final NumaCalls calls;
  private final OpenConnection connection;
  private final List<Consumer<DomainEvent>> listeners = new CopyOnWriteArrayList<>();
  private final List<Integer> registrations = new ArrayList<>();
  private final ThreadPoolExecutor teller =
      new ThreadPoolExecutor(
          0,
          1,
          10,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          Thread.ofPlatform().daemon().name("libvirt-listeners").factory());

  EventFeed(NumaCalls calls, OpenConnection connection) {
    this.calls = calls;
    this.connection = connection;
  }

  /// Adds a listener; the first one makes libvirt tell us events. On the connection's thread.
  void add(Consumer<DomainEvent> listener) throws CallFailed {
    if (listeners.isEmpty()) {
      register();
    }
    listeners.add(listener);
  }

  /// Stops all events; what is already on its way is still told. On the connection's thread.
  void end() {
    for (int registration : registrations) {
      var _ = deregister(registration);
    }
    registrations.clear();
    forgetClose();
    teller.shutdown();
  }

  private void register() throws CallFailed {
    NumaCalls.OnLifecycle changed =
        (link, domain, event, detail, key) -> {
          tell(domain, DomainEvent.Changed::new);
          return 0;
        };
    NumaCalls.OnTunable retuned =
        (link, domain, params, count, key) -> tell(domain, DomainEvent.Retuned::new);
    registrations.add(CallFailed.checked(calls, register(NumaCalls.LIFECYCLE, changed)));
    int tunable = register(NumaCalls.TUNABLE, retuned);
    if (tunable >= 0) {
      registrations.add(tunable);
    }
    listenForClose();
  }

  private int register(int event, Callback callback) throws CallFailed {
    long key = NEXT_KEY.getAndIncrement();
    HELD.put(key, callback);
    int registration =
        calls.virConnectDomainEventRegisterAny(
            connection.pointer(), null, event, callback, Pointer.createConstant(key), RELEASED);
    if (registration < 0) {
      HELD.remove(key);
    }
    return registration;
  }

  private boolean deregister(int registration) {
    try {
      return calls.virConnectDomainEventDeregisterAny(connection.pointer(), registration) == 0;
    } catch (CallFailed closed) {
      return false;
    }
  }

  private void listenForClose() {
    try {
      connection.registerCloseListener(
          (link, reason) -> tell(new DomainEvent.Disconnected(words(reason))));
    } catch (LibvirtException inProcess) {
      // The test driver has no link that could break.
    }
  }

  /// A registered close listener keeps the connection open for ever.
  private void forgetClose() {
    try {
      connection.unregisterCloseListener();
    } catch (LibvirtException closed) {
      // Closed from the other side, which took the listener with it.
    }
  }

  /// As virsh says it.
  private static String words(ConnectionCloseReason reason) {
    return switch (reason) {
      case ERROR -> "I/O error";
      case EOF -> "end of file";
      case KEEPALIVE -> "keepalive timeout";
      case CLIENT -> "client request";
      case UNKNOWN -> "unknown";
    };
  }

  private void tell(Pointer domain, BiFunction<String, String, DomainEvent> event) {
    var uuid = new byte[NumaCalls.UUID_BYTES];
    if (calls.virDomainGetUUIDString(domain, uuid) == 0) {
      String name = Optional.ofNullable(calls.virDomainGetName(domain)).orElse("");
      tell(event.apply(Native.toString(uuid), name));
    }
  }

  private void tell(DomainEvent event) {
    try {
      teller.execute(() -> listeners.forEach(listener -> listener.accept(event)));
    } catch (RejectedExecutionException ended) {
      // Nobody listens any more.
    }
  }
}

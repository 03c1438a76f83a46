package org.numascape.app.connect;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.util.Duration;
import org.numascape.app.store.Background;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.Session;
import org.numascape.design.HostSource;
import org.numascape.document.Conflict;
import org.numascape.document.HostRefresh;
import org.numascape.document.Merged;
import org.numascape.hypervisor.DomainEvent;
import org.numascape.hypervisor.Hypervisor;
import org.numascape.libvirt.LibvirtHypervisor;

/// The connection behind the open design: reads the host again when it changes, keeps the picture
/// when it is lost, and comes back by itself.
final class LiveHost {

  private static final System.Logger LOG = System.getLogger(LiveHost.class.getName());

  /// What the status bar says of a connection that may only look.
  static final String READ_ONLY = "read only";

  private static final Duration CALM = Duration.millis(600);
  private static final Duration RETRY = Duration.seconds(10);

  private final DesignStore store;
  private final Background background;
  private final Clock clock;
  private final Consumer<List<String>> tell;
  private final PauseTransition calm = new PauseTransition(CALM);
  private final PauseTransition retry = new PauseTransition(RETRY);
  private Optional<Hypervisor> current = Optional.empty();
  private boolean readOnly;

  /// @param tell shows sentences that a person should read but need not answer
  LiveHost(DesignStore store, Background background, Clock clock, Consumer<List<String>> tell) {
    this.store = store;
    this.background = background;
    this.clock = clock;
    this.tell = tell;
    calm.setOnFinished(event -> refresh());
    retry.setOnFinished(event -> reconnect());
  }

  /// A session on a hypervisor, which from now on is the one that is watched; the one before is
  /// closed.
  ///
  /// @param note one sentence for the status bar, may be empty
  Session use(Hypervisor hypervisor, Session.Link link, String note) {
    letGo();
    current = Optional.of(hypervisor);
    readOnly = note.equals(READ_ONLY);
    background.start(
        "Listening to the host",
        () -> {
          hypervisor.listen(event -> Platform.runLater(() -> heard(hypervisor, event)));
          return hypervisor;
        },
        listening -> {},
        failure -> LOG.log(Level.INFO, "no live refresh: {0}", failure.getMessage()));
    return new Session(link, current, clock.instant(), note);
  }

  /// No hypervisor any more.
  void letGo() {
    calm.stop();
    retry.stop();
    current.ifPresent(old -> Thread.ofVirtual().start(old::close));
    current = Optional.empty();
    readOnly = false;
  }

  private void heard(Hypervisor from, DomainEvent event) {
    if (current.filter(from::equals).isEmpty()) {
      return;
    }
    switch (event) {
      case DomainEvent.Changed _, DomainEvent.Retuned _ -> calm.playFromStart();
      case DomainEvent.Disconnected(var reason) -> lost(reason);
    }
  }

  private void lost(String reason) {
    var session = store.session().get();
    boolean look = readOnly;
    letGo();
    readOnly = look;
    store.session().set(new Session(Session.Link.LOST, Optional.empty(), session.readAt(), reason));
    retry.playFromStart();
  }

  /// Reads the host again and keeps what the design changes; a design without connection connects
  /// first.
  void refresh() {
    var hypervisor = current;
    if (hypervisor.isEmpty()) {
      reconnect();
      return;
    }
    var design = store.design();
    background.start(
        "Reading the host",
        () -> new HostRefresh(hypervisor.get()).mergeInto(design),
        merged -> merge(hypervisor.get(), merged),
        failure -> {
          LOG.log(Level.WARNING, "refresh: {0}", failure.getMessage());
          tell.accept(List.of(Failures.sentence(failure)));
        });
  }

  /// An answer of a host that is no longer the open one comes too late.
  private void merge(Hypervisor from, Merged merged) {
    if (current.filter(from::equals).isEmpty()) {
      return;
    }
    var session = store.session().get();
    store.refresh(merged.design().withSource(store.design().source()));
    store
        .session()
        .set(new Session(session.link(), session.hypervisor(), clock.instant(), session.note()));
    if (!merged.conflicts().isEmpty()) {
      tell.accept(merged.conflicts().stream().map(Conflict::sentence).toList());
    }
  }

  private void reconnect() {
    if (!(store.design().source() instanceof HostSource.Connection(var uri))) {
      return;
    }
    boolean look = readOnly;
    background.start(
        "Connecting to " + uri,
        () -> LibvirtHypervisor.open(uri, look),
        hypervisor -> {
          if (!store.design().source().equals(new HostSource.Connection(uri))) {
            Thread.ofVirtual().start(hypervisor::close);
            return;
          }
          store.session().set(use(hypervisor, Session.Link.LIVE, look ? READ_ONLY : ""));
          refresh();
        },
        failure -> {
          LOG.log(Level.INFO, "{0}", failure.getMessage());
          if (store.session().get().link() == Session.Link.LOST) {
            retry.playFromStart();
          } else {
            tell.accept(List.of(Failures.sentence(failure)));
          }
        },
        LibvirtHypervisor::close);
  }
}

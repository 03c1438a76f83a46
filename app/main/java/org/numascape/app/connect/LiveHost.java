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
import org.numascape.hypervisor.HypervisorException;
import org.numascape.libvirt.LibvirtHypervisor;

/// The connection behind the open design: reads the host again when it changes, keeps the picture when it is
/// lost, and comes back by itself.
final class LiveHost {

  private static final System.Logger LOG = System.getLogger(LiveHost.class.getName());
  private static final Duration CALM = Duration.millis(600);
  private static final Duration RETRY = Duration.seconds(10);

  private final DesignStore store;
  private final Background background;
  private final Clock clock;
  private final Consumer<List<String>> tell;
  private final PauseTransition calm = new PauseTransition(CALM);
  private final PauseTransition retry = new PauseTransition(RETRY);
  private Optional<Hypervisor> current = Optional.empty();

  /// @param tell shows sentences that a person should read but need not answer
  LiveHost(
      DesignStore store, Background background, Clock clock, Consumer<List<String>> tell) {
    this.store = store;
    this.background = background;
    this.clock = clock;
    this.tell = tell;
    calm.setOnFinished(event -> refresh());
    retry.setOnFinished(event -> reconnect());
  }

  /// A session on a hypervisor, which from now on is the one that is watched; the one before is closed.
  Session use(Hypervisor hypervisor, Session.Link link) {
    letGo();
    current = Optional.of(hypervisor);
    try {
      hypervisor.listen(event -> Platform.runLater(() -> heard(hypervisor, event)));
    } catch (HypervisorException failure) {
      LOG.log(Level.INFO, "no live refresh: {0}", failure.getMessage());
    }
    return new Session(link, current, clock.instant(), "");
  }

  /// No hypervisor any more.
  void letGo() {
    calm.stop();
    retry.stop();
    current.ifPresent(old -> Thread.ofVirtual().start(old::close));
    current = Optional.empty();
  }

  private void heard(Hypervisor from, DomainEvent event) {
    if (current.filter(now -> now == from).isEmpty()) {
      return;
    }
    switch (event) {
      case DomainEvent.Changed _, DomainEvent.Retuned _ -> calm.playFromStart();
      case DomainEvent.Disconnected(var reason) -> lost(reason);
    }
  }

  private void lost(String reason) {
    var session = store.session().get();
    letGo();
    store.session().set(new Session(Session.Link.LOST, Optional.empty(), session.readAt(), reason));
    retry.playFromStart();
  }

  /// Reads the host again and keeps what the design changes; a design without connection connects first.
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
        merged -> merge(merged),
        failure -> {
          LOG.log(Level.WARNING, "refresh: {0}", failure.getMessage());
          tell.accept(List.of(Failures.sentence(failure)));
        });
  }

  private void merge(Merged merged) {
    var session = store.session().get();
    store.refresh(merged.design().withSource(store.design().source()));
    store.session().set(new Session(session.link(), session.hypervisor(), clock.instant(), ""));
    if (!merged.conflicts().isEmpty()) {
      tell.accept(merged.conflicts().stream().map(Conflict::sentence).toList());
    }
  }

  private void reconnect() {
    if (!(store.design().source() instanceof HostSource.Connection(var uri))) {
      return;
    }
    background.start(
        "Connecting to " + uri,
        () -> LibvirtHypervisor.open(uri, false),
        hypervisor -> {
          store.session().set(use(hypervisor, Session.Link.LIVE));
          refresh();
        },
        failure -> {
          LOG.log(Level.INFO, "{0}", failure.getMessage());
          if (store.session().get().link() == Session.Link.LOST) {
            retry.playFromStart();
          } else {
            tell.accept(List.of(Failures.sentence(failure)));
          }
        });
  }
}

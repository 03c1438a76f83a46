package org.numascape.app.connect;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.stage.Stage;
import org.numascape.app.store.Background;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.Session;
import org.numascape.design.Design;
import org.numascape.design.Edit;
import org.numascape.design.Guest;
import org.numascape.design.HostSource;
import org.numascape.document.Formats;
import org.numascape.document.HostOpener;
import org.numascape.document.HostRefresh;
import org.numascape.document.HostText;
import org.numascape.document.LinuxHosts;
import org.numascape.document.Opened;
import org.numascape.document.OpenedDesign;
import org.numascape.document.OpenedHost;
import org.numascape.document.Recovery;
import org.numascape.document.Stamp;
import org.numascape.document.TextFile;
import org.numascape.format.FormatException;
import org.numascape.hypervisor.Hypervisor;
import org.numascape.libvirt.LibvirtHypervisor;

/// Opens hosts, designs and domains in the background and puts them into the store. What fails
/// leaves the open design as it was and says why in one sentence.
final class OpenWorkflow {

  private static final String FAILED = "This could not be opened";

  private final Stage stage;
  private final DesignStore store;
  private final Background background;
  private final Recents recents;
  private final SaveWorkflow saving;
  private final LiveHost live;
  private final Clock clock;
  private final Consumer<List<String>> tell;

  OpenWorkflow(
      Stage stage,
      DesignStore store,
      Background background,
      Recents recents,
      SaveWorkflow saving,
      LiveHost live,
      Clock clock,
      Consumer<List<String>> tell) {
    this.stage = stage;
    this.store = store;
    this.background = background;
    this.recents = recents;
    this.saving = saving;
    this.live = live;
    this.clock = clock;
    this.tell = tell;
  }

  /// Opens whatever a text names: a URI, a sample, a file with a host or a design.
  void open(String text) {
    try {
      if (HostText.source(text) instanceof HostSource.Connection(var uri)) {
        connect(uri, false);
        return;
      }
    } catch (FormatException trouble) {
      Failures.show(stage, FAILED, trouble);
      return;
    }
    open(Wanted.named(text));
  }

  /// Opens what somebody asked for.
  void open(Wanted wanted) {
    background.start(
        "Opening " + wanted.label(),
        wanted.reading(),
        this::show,
        failure -> Failures.show(stage, FAILED, failure));
  }

  private void show(Opened opened) {
    switch (opened) {
      case OpenedHost host -> {
        saving.opened(Stamp.ABSENT);
        recents.addHost(host.source());
        store.open(host.design(), session(host.design()), Optional.empty());
        say(host.leftOut());
      }
      case OpenedDesign design -> {
        saving.opened(design.stamp());
        recents.addDesign(design.file());
        store.open(design.design(), session(design.design()), Optional.of(design.file()));
      }
    }
  }

  /// Samples get a simulated hypervisor; a file has none; a design of a live host connects on
  /// demand.
  private Session session(Design design) {
    if (design.source() instanceof HostSource.Sample) {
      return live.use(Simulated.host(design), Session.Link.SIMULATED, "");
    }
    live.letGo();
    return Session.ofFile(clock.instant());
  }

  /// A session for the design that the program begins with.
  Session begin(Design design) {
    return session(design);
  }

  /// What a connection answered first.
  private record Connected(Hypervisor hypervisor, OpenedHost host) {}

  /// Connects to libvirt and opens what is there.
  void connect(String uri, boolean readOnly) {
    background.start(
        "Connecting to " + uri,
        () -> {
          Hypervisor hypervisor = LibvirtHypervisor.open(uri, readOnly);
          try {
            return new Connected(hypervisor, new HostRefresh(hypervisor).read());
          } catch (Exception failure) {
            hypervisor.close();
            throw failure;
          }
        },
        connected -> {
          saving.opened(Stamp.ABSENT);
          recents.addHost(connected.host().source());
          var session =
              live.use(
                  connected.hypervisor(), Session.Link.LIVE, readOnly ? LiveHost.READ_ONLY : "");
          store.open(connected.host().design(), session, Optional.empty());
          say(connected.host().leftOut());
        },
        failure -> Failures.show(stage, "The connection failed", failure),
        late -> late.hypervisor().close());
  }

  /// Reads the host again.
  void refresh() {
    var design = store.design();
    switch (design.source()) {
      case HostSource.File _, HostSource.Files _, HostSource.ThisMachine _ ->
          background.start(
              "Reading " + design.source().label(),
              Wanted.at(design.source()).reading(),
              opened -> store.refresh(design.onHost(opened.design().host(), design.source())),
              failure -> Failures.show(stage, FAILED, failure));
      case HostSource.Pasted _ ->
          tell.accept(List.of("Pasted text cannot be read again; paste it anew."));
      case HostSource.Synthetic _ ->
          tell.accept(List.of("A synthetic host is always as it is described."));
      case HostSource.Connection _, HostSource.Sample _ -> live.refresh();
    }
  }

  /// Opens a design that a crash left behind. It counts as unsaved, so a copy of it is kept at
  /// once.
  void recover(Recovery recovery, Recovery.Offer offer) {
    background.start(
        "Recovering a design",
        () -> recovery.open(offer),
        design -> {
          saving.opened(offer.stamp());
          store.recover(design, session(design), offer.file());
          recovery.discard(offer);
        },
        failure -> Failures.show(stage, "The design could not be recovered", failure));
  }

  /// Adds domains from files, all or none.
  void addDomains(List<Path> files) {
    int first = nextColour();
    background.start(
        "Reading domains",
        () -> {
          var guests = new ArrayList<Guest>();
          for (var file : files) {
            guests.add(HostOpener.guest(file, first + guests.size()));
          }
          return guests;
        },
        guests -> store.apply(new Edit.AddGuests(guests)),
        failure -> Failures.show(stage, "Nothing was added", failure));
  }

  private int nextColour() {
    return store.design().guests().stream().mapToInt(Guest::colour).max().orElse(-1) + 1;
  }

  /// What files hold.
  private enum Hold {
    DOMAINS,
    ONE_HOST_OR_DESIGN,
    TWO_HOSTS,
    PARTS_OF_A_HOST
  }

  /// Opens a host or design, or several files that tell of one host, or adds any number of domains:
  /// whatever the files are. Two files may be two hosts to compare, which only a person knows.
  void openAny(List<Path> files, Consumer<Runnable> leaving, Consumer<List<Path>> compare) {
    background.start(
        "Looking at the files",
        () -> hold(files),
        hold -> {
          switch (hold) {
            case DOMAINS -> addDomains(files);
            case ONE_HOST_OR_DESIGN -> leaving.accept(() -> open(Wanted.in(files)));
            case PARTS_OF_A_HOST -> leaving.accept(() -> open(Wanted.in(files)));
            case TWO_HOSTS ->
                TwoHosts.ask(stage, files)
                    .ifPresent(answer -> {
                      switch (answer) {
                        case COMBINE -> leaving.accept(() -> open(Wanted.in(files)));
                        case COMPARE -> compare.accept(files);
                      }
                    });
          }
        },
        failure -> Failures.show(stage, FAILED, failure));
  }

  private static Hold hold(List<Path> files) throws FormatException {
    int domains = 0;
    for (var file : files) {
      domains += isDomain(file) ? 1 : 0;
    }
    if (domains == files.size()) {
      return Hold.DOMAINS;
    }
    return switch (files.size()) {
      case 1 -> Hold.ONE_HOST_OR_DESIGN;
      case 2 -> domains == 0 ? Hold.TWO_HOSTS : Hold.PARTS_OF_A_HOST;
      default -> Hold.PARTS_OF_A_HOST;
    };
  }

  private static boolean isDomain(Path file) throws FormatException {
    return !LinuxHosts.isOne(file)
        && Formats.of(TextFile.read(file).text()).filter(Formats.DOMAIN::equals).isPresent();
  }

  private void say(List<String> sentences) {
    if (!sentences.isEmpty()) {
      tell.accept(sentences);
    }
  }
}

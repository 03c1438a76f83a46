package org.numascape.app.connect;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;
import org.controlsfx.control.Notifications;
import org.numascape.app.store.Background;
import org.numascape.app.store.DesignStore;
import org.numascape.design.HostSource;
import org.numascape.document.Folders;
import org.numascape.document.Recent;
import org.numascape.document.Recovery;

/// Everything a person opens and saves, by menu, key, drop or argument.
public final class FileWorkflow {

  private final Stage stage;
  private final DesignStore store;
  private final Curtain curtain;
  private final Neighbours neighbours;
  private final Recents recents;
  private final SaveWorkflow saving;
  private final AutosaveWorkflow autosave;
  private final OpenWorkflow opening;
  private final LiveHost live;
  private final Leaving leaving;
  private final WhichHost which;
  private final RecentMenu recentMenu;
  private final Greeting greeting;

  /// Wires the parts; [#begin] starts them.
  public FileWorkflow(
      Stage stage,
      DesignStore store,
      Background background,
      Curtain curtain,
      Folders folders,
      Clock clock,
      Neighbours neighbours) {
    this.stage = stage;
    this.store = store;
    this.curtain = curtain;
    this.neighbours = neighbours;
    recents = new Recents(folders, background);
    saving = new SaveWorkflow(stage, store, background, recents);
    autosave = new AutosaveWorkflow(folders, store, background, saving);
    live = new LiveHost(store, background, clock, this::tell);
    opening = new OpenWorkflow(stage, store, background, recents, saving, live, clock, this::tell);
    store.session().set(opening.begin(store.design()));
    leaving = new Leaving(stage, store, saving, this::end);
    which = new WhichHost(background, neighbours::chooseSample);
    recentMenu = new RecentMenu(recents, recent -> leaving(() -> openRecent(recent)));
    greeting = new Greeting(stage, background, curtain, recents, new Recovery(folders));
  }

  /// What the window's title says.
  public ObservableValue<String> windowTitle() {
    return Bindings.createStringBinding(
        () -> (store.unsaved().get() ? "• " : "") + store.design().name() + " – Numascape",
        store.history(),
        store.unsaved());
  }

  /// Opens what the program was started with, or greets. Several files are one host together.
  public void begin(List<String> arguments) {
    if (arguments.isEmpty()) {
      greeting.show(choices());
    } else if (arguments.size() == 1) {
      opening.open(arguments.getFirst());
    } else {
      opening.open(Wanted.in(arguments.stream().map(Path::of).toList()));
    }
  }

  /// Shows sentences that need no answer, in a corner of the window.
  private void tell(List<String> sentences) {
    Notifications.create()
        .owner(stage)
        .text(String.join("\n", sentences))
        .hideAfter(Duration.seconds(12))
        .show();
  }

  /// Whoever changes their mind in a dialog is back where they chose it: at the start screen.
  private StartScreen.Choices choices() {
    return new StartScreen.Choices(
        this::connect,
        this::openFile,
        this::openFolder,
        this::openThisMachine,
        this::openSample,
        this::openSynthetic,
        this::paste,
        this::compare,
        recent -> leaving(() -> openRecent(recent)),
        offer -> leaving(() -> opening.recover(greeting.recovery(), offer)),
        offer -> greeting.discard(offer, choices()),
        curtain::hide);
  }

  /// Asks which host for whoever else wants one.
  public WhichHost which() {
    return which;
  }

  /// Asks for files: a topology, several that tell of one host, a design, or domains.
  public void openFile() {
    var files = WhichHost.files(stage, "Open a host, a design or domain XML");
    if (!files.isEmpty()) {
      openAny(files);
    }
  }

  /// Asks for a folder with an unpacked archive or with the saved outputs of a host's tools.
  public void openFolder() {
    which.folder(stage, this::openInstead);
  }

  /// Shows the sample hosts to choose from.
  public void openSample() {
    which.sample(stage, this::openInstead);
  }

  /// Reads the machine the program runs on.
  public void openThisMachine() {
    which.thisMachine(stage, this::openInstead);
  }

  /// Asks for a description of a host that need not exist.
  public void openSynthetic() {
    which.synthetic(stage, this::openInstead);
  }

  /// Asks for text that tells of a host.
  public void paste() {
    which.pasted(stage, this::openInstead);
  }

  private void openInstead(Wanted wanted) {
    leaving(() -> opening.open(wanted));
  }

  /// Shows the open host beside another, which is yet to be chosen.
  public void compare() {
    neighbours.compare(List.of());
  }

  /// Asks for a libvirt address and connects.
  public void connect() {
    var uris =
        recents.entries().stream()
            .filter(Recent.HostAt.class::isInstance)
            .map(recent -> ((Recent.HostAt) recent).source())
            .filter(HostSource.Connection.class::isInstance)
            .map(source -> ((HostSource.Connection) source).uri())
            .toList();
    new ConnectDialog(stage, uris)
        .showAndWait()
        .ifPresent(answer -> leaving(() -> opening.connect(answer.uri(), answer.readOnly())));
  }

  /// Asks for domain XML files and adds them to the design.
  public void addDomains() {
    var chooser = new FileChooser();
    chooser.setTitle("Add domains");
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("Domain XML", "*.xml", "*"));
    Optional.ofNullable(chooser.showOpenMultipleDialog(stage))
        .ifPresent(files -> {
          curtain.hide();
          opening.addDomains(files.stream().map(file -> file.toPath()).toList());
        });
  }

  /// Saves the design.
  public void save() {
    saving.save(() -> {});
  }

  /// Saves the design in another file.
  public void saveAs() {
    saving.saveAs(() -> {});
  }

  /// Reads the host again.
  public void refresh() {
    opening.refresh();
  }

  /// Puts what was open lately behind the first `fixed` entries of a menu.
  public void fillRecent(ObservableList<MenuItem> items, int fixed) {
    recentMenu.fill(items, fixed);
  }

  /// Hosts that were open lately and can be read again, latest first, for whoever else wants one.
  public void eachRecent(Consumer<Wanted> each) {
    recents.entries().stream()
        .filter(recent -> !recent.missing())
        .flatMap(recent -> WhichHost.again(recent).stream())
        .forEach(each);
  }

  private void openRecent(Recent recent) {
    if (recent instanceof Recent.HostAt(HostSource.Connection(var uri))) {
      opening.connect(uri, false);
    } else {
      WhichHost.again(recent).ifPresent(opening::open);
    }
  }

  /// Takes files dropped from outside: hosts, a design, or any number of domains.
  public void acceptDropsOn(Node node) {
    Drops.on(node, this::dropped);
  }

  /// Opens or adds files, whatever they are.
  void dropped(List<Path> paths) {
    curtain.hide();
    openAny(paths);
  }

  private void openAny(List<Path> paths) {
    opening.openAny(
        paths,
        this::leaving,
        files -> neighbours.compare(files.stream().map(file -> Wanted.in(List.of(file))).toList()));
  }

  private void leaving(Runnable next) {
    leaving.then(() -> {
      curtain.hide();
      next.run();
    });
  }

  /// Asks what shall become of unsaved edits before the window closes.
  public void askBeforeClosing(WindowEvent event) {
    leaving.beforeClosing(event);
  }

  private void end() {
    live.letGo();
    autosave.close();
  }
}

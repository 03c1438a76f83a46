package org.numascape.app.connect;

import java.io.File;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
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
import org.numascape.drawing.DrawingOptions;
import org.numascape.drawing.Layout;
import org.numascape.drawing.Palette;
import org.numascape.format.picture.FixedTextMetrics;
import org.numascape.format.picture.SvgWriter;
import org.numascape.hypervisor.HypervisorFailure;
import org.numascape.libvirt.LibvirtLibrary;

/// Everything a person opens and saves, by menu, key, drop or argument.
public final class FileWorkflow {

  private static final System.Logger LOG = System.getLogger(FileWorkflow.class.getName());

  private static final String NO_LIBVIRT =
      new HypervisorFailure.NoLibrary("libvirt.so.0 was not found").sentence();

  private final Stage stage;
  private final DesignStore store;
  private final Background background;
  private final Curtain curtain;
  private final Recents recents;
  private final SaveWorkflow saving;
  private final AutosaveWorkflow autosave;
  private final OpenWorkflow opening;
  private final LiveHost live;
  private final Recovery recovery;

  /// Wires the parts; [#begin] starts them.
  public FileWorkflow(
      Stage stage,
      DesignStore store,
      Background background,
      Curtain curtain,
      Folders folders,
      Clock clock) {
    this.stage = stage;
    this.store = store;
    this.background = background;
    this.curtain = curtain;
    recents = new Recents(folders, background);
    saving = new SaveWorkflow(stage, store, background, recents);
    autosave = new AutosaveWorkflow(folders, store, background, saving);
    live = new LiveHost(store, background, clock, this::tell);
    opening = new OpenWorkflow(stage, store, background, recents, saving, live, clock, this::tell);
    store.session().set(opening.begin(store.design()));
    recovery = new Recovery(folders);
  }

  /// What the window's title says.
  public ObservableValue<String> windowTitle() {
    return Bindings.createStringBinding(
        () -> (store.unsaved().get() ? "• " : "") + store.design().name() + " – Numascape",
        store.history(),
        store.unsaved());
  }

  /// Opens what the program was started with, or greets.
  public void begin(List<String> arguments) {
    if (arguments.isEmpty()) {
      greet();
    } else {
      opening.open(arguments.getFirst());
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

  private void greet() {
    background.start(
        "Looking for designs to recover",
        recovery::offers,
        offers -> {
          var screen = new StartScreen(recents.entries(), offers, choices());
          curtain.show(screen);
          background.start(
              "Looking for libvirt",
              LibvirtLibrary::version,
              version -> {
                if (version.isEmpty()) {
                  screen.sayNoLibvirt(NO_LIBVIRT);
                }
              },
              failure -> {});
        },
        failure -> LOG.log(Level.WARNING, "start screen: {0}", failure.getMessage()));
  }

  /// Whoever changes their mind in a dialog is back where they chose it: at the start screen.
  private StartScreen.Choices choices() {
    return new StartScreen.Choices(
        this::connect,
        this::openFile,
        this::openSample,
        recent -> leaving(() -> openRecent(recent)),
        offer -> leaving(() -> opening.recover(recovery, offer)),
        offer ->
            background.start(
                "Discarding a design",
                () -> {
                  recovery.discard(offer);
                  return offer;
                },
                gone -> greet(),
                failure -> Failures.show(stage, "The design is still there", failure)),
        curtain::hide);
  }

  /// Asks for a file: topology, design or domains.
  public void openFile() {
    var chooser = new FileChooser();
    chooser.setTitle("Open a host, a design or domain XML");
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter("Hosts and designs", "*.xml", "*.json"),
            new FileChooser.ExtensionFilter("All files", "*"));
    Optional.ofNullable(chooser.showOpenDialog(stage))
        .ifPresent(file -> leaving(() -> opening.open(file.getPath())));
  }

  /// Shows the sample hosts to choose from.
  public void openSample() {
    new SampleGallery(stage, background)
        .showAndWait()
        .ifPresent(name -> leaving(() -> opening.open("sample:" + name)));
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
          opening.addDomains(files.stream().map(File::toPath).toList());
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

  /// Asks for a file and writes the picture there as SVG.
  public void exportSvg() {
    var chooser = new FileChooser();
    chooser.setTitle("Save picture");
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("SVG picture", "*.svg"));
    chooser.setInitialFileName(
        store.design().name().replaceAll("[^\\p{L}\\p{N}._-]", "-") + ".svg");
    Optional.ofNullable(chooser.showSaveDialog(stage))
        .ifPresent(file -> {
          var facts = store.analysis().get();
          background.start(
              "Writing " + file.getName(),
              () ->
                  Files.writeString(
                      file.toPath(),
                      SvgWriter.write(
                          Layout.draw(facts, DrawingOptions.STANDARD, new FixedTextMetrics()),
                          Palette.light())),
              path -> {},
              failure -> Failures.show(stage, "The picture was not saved", failure));
        });
  }

  /// Reads the host again.
  public void refresh() {
    opening.refresh();
  }

  /// Puts what was open lately behind the first `fixed` entries of a menu.
  public void fillRecent(ObservableList<MenuItem> items, int fixed) {
    items.remove(fixed, items.size());
    if (recents.entries().isEmpty()) {
      return;
    }
    items.add(new SeparatorMenuItem());
    for (var recent : recents.entries()) {
      var item = new MenuItem(recent.label() + (recent.missing() ? "  (missing)" : ""));
      item.setMnemonicParsing(false);
      item.setDisable(recent.missing());
      item.setOnAction(event -> leaving(() -> openRecent(recent)));
      items.add(item);
    }
  }

  private void openRecent(Recent recent) {
    switch (recent) {
      case Recent.DesignAt(var file) -> opening.open(file.toString());
      case Recent.HostAt(HostSource.Connection(var uri)) -> opening.connect(uri, false);
      case Recent.HostAt(HostSource.File(var path)) -> opening.open(path);
      case Recent.HostAt(HostSource.Sample(var name)) -> opening.open("sample:" + name);
      case Recent.HostAt(HostSource.Synthetic(var description)) ->
          opening.open("synthetic:" + description);
      case Recent.HostAt(HostSource.ThisMachine()) -> opening.open("this");
      case Recent.HostAt(HostSource.Files(var paths)) -> opening.open(paths.getFirst());
      case Recent.HostAt(HostSource.Pasted _) -> {}
    }
  }

  /// Takes files dropped from outside: one host or design, or any number of domains.
  public void acceptDropsOn(Node node) {
    node.addEventHandler(
        DragEvent.DRAG_OVER,
        event -> {
          if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
          }
        });
    node.addEventHandler(
        DragEvent.DRAG_DROPPED,
        event -> {
          List<Path> paths = event.getDragboard().getFiles().stream().map(File::toPath).toList();
          event.setDropCompleted(!paths.isEmpty());
          event.consume();
          Platform.runLater(() -> dropped(paths));
        });
  }

  /// Opens or adds files, whatever they are.
  void dropped(List<Path> paths) {
    curtain.hide();
    opening.openAny(paths, this::leaving);
  }

  /// Asks what shall become of unsaved edits before something takes the design's place.
  private void leaving(Runnable next) {
    Runnable leave =
        () -> {
          curtain.hide();
          next.run();
        };
    if (!store.unsaved().get()) {
      leave.run();
      return;
    }
    switch (askToSave()) {
      case SAVE -> saving.save(leave);
      case DISCARD -> leave.run();
      case STAY -> {}
    }
  }

  /// Asks what shall become of unsaved edits before the window closes.
  public void askBeforeClosing(WindowEvent event) {
    if (!store.unsaved().get()) {
      end();
      return;
    }
    event.consume();
    switch (askToSave()) {
      case SAVE -> saving.save(this::endAndExit);
      case DISCARD -> endAndExit();
      case STAY -> {}
    }
  }

  private void endAndExit() {
    end();
    stage.close();
  }

  private void end() {
    live.letGo();
    autosave.close();
  }

  private enum Answer {
    SAVE,
    DISCARD,
    STAY
  }

  private Answer askToSave() {
    var save = new ButtonType("Save", ButtonBar.ButtonData.YES);
    var discard = new ButtonType("Discard edits", ButtonBar.ButtonData.NO);
    var alert =
        new Alert(
            Alert.AlertType.CONFIRMATION,
            "The design “" + store.design().name() + "” has edits that are in no file.",
            save,
            discard,
            ButtonType.CANCEL);
    alert.initOwner(stage);
    alert.setHeaderText("Save the design first?");
    var answer = alert.showAndWait();
    if (answer.filter(save::equals).isPresent()) {
      return Answer.SAVE;
    }
    return answer.filter(discard::equals).isPresent() ? Answer.DISCARD : Answer.STAY;
  }
}

package org.numascape.app.connect;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.numascape.app.store.Background;
import org.numascape.design.HostSource;
import org.numascape.document.Recent;

/// Asks a person which host they want. Who changes their mind is not asked again.
public final class WhichHost {

  private final Background background;
  private final Function<Window, Optional<String>> samples;
  private String pasted = "";

  WhichHost(Background background, Function<Window, Optional<String>> samples) {
    this.background = background;
    this.samples = samples;
  }

  /// Asks for files: one, or several that describe one host together.
  static List<Path> files(Window owner, String title) {
    var chooser = new FileChooser();
    chooser.setTitle(title);
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter("All files", "*"),
            new FileChooser.ExtensionFilter("XML and designs", "*.xml", "*.json"),
            new FileChooser.ExtensionFilter("Saved text and tarballs", "*.txt", "*.tar*", "*.tgz"));
    return Optional.ofNullable(chooser.showOpenMultipleDialog(owner)).stream()
        .flatMap(List::stream)
        .map(file -> file.toPath())
        .toList();
  }

  /// Asks for a folder: an unpacked archive of a host, or the saved outputs of its tools.
  static Optional<Path> directory(Window owner) {
    var chooser = new DirectoryChooser();
    chooser.setTitle("Open the folder of a host");
    return Optional.ofNullable(chooser.showDialog(owner)).map(folder -> folder.toPath());
  }

  /// A host in a folder.
  public void folder(Window owner, Consumer<Wanted> then) {
    directory(owner).map(List::of).map(Wanted::in).ifPresent(then);
  }

  /// A libvirt host.
  public void live(Window owner, Consumer<Wanted> then) {
    new ConnectDialog(owner, List.of())
        .showAndWait()
        .map(answer -> Wanted.at(new HostSource.Connection(answer.uri())))
        .ifPresent(then);
  }

  /// A host in a file, or in several together.
  public void file(Window owner, Consumer<Wanted> then) {
    var files = files(owner, "Open a host");
    if (!files.isEmpty()) {
      then.accept(Wanted.in(files));
    }
  }

  /// A sample host.
  public void sample(Window owner, Consumer<Wanted> then) {
    samples.apply(owner).map(HostSource.Sample::new).map(Wanted::at).ifPresent(then);
  }

  /// The machine the program runs on.
  public void thisMachine(Window owner, Consumer<Wanted> then) {
    then.accept(Wanted.at(new HostSource.ThisMachine()));
  }

  /// A host made up from a description.
  public void synthetic(Window owner, Consumer<Wanted> then) {
    new SyntheticDialog(owner, background)
        .showAndWait()
        .map(HostSource.Synthetic::new)
        .map(Wanted::at)
        .ifPresent(then);
  }

  /// A host told by text that the person pastes. What they pasted is there again the next time,
  /// until the program ends: it is in no file they could open.
  public void pasted(Window owner, Consumer<Wanted> then) {
    var dialog = new PasteDialog(owner, background, pasted);
    var wanted = dialog.showAndWait();
    pasted = dialog.text();
    wanted.ifPresent(then);
  }

  /// What can be read of something that was open lately; empty for what cannot be read again.
  static Optional<Wanted> again(Recent recent) {
    return switch (recent) {
      case Recent.DesignAt(var file) -> Optional.of(Wanted.named(file.toString()));
      case Recent.HostAt(HostSource.Pasted _) -> Optional.empty();
      case Recent.HostAt(var source) -> Optional.of(Wanted.at(source));
    };
  }
}

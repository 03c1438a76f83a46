package org.numascape.app.connect;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.numascape.document.Recent;
import org.numascape.document.Recovery;

/// What greets a person: ways to a host, what was open lately, what a crash left behind.
final class StartScreen extends VBox {

  private static final int SHOWN = 5;

  /// What the start screen can ask for.
  ///
  /// @param open opens what was open lately
  /// @param recover opens a design that a crash left; `discard` gives it up
  /// @param close stays with the demonstration
  record Choices(
      Runnable connect,
      Runnable file,
      Runnable folder,
      Runnable thisMachine,
      Runnable sample,
      Runnable synthetic,
      Runnable paste,
      Runnable compare,
      Consumer<Recent> open,
      Consumer<Recovery.Offer> recover,
      Consumer<Recovery.Offer> discard,
      Runnable close) {}

  private final Label libvirt = new Label();

  StartScreen(List<Recent> recent, List<Recovery.Offer> offers, Choices choices) {
    setId("start-screen");
    getStyleClass().add("start-screen");
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    var title = new Label("Numascape");
    title.getStyleClass().add("title-1");
    var subtitle =
        new Label("Place virtual machines on NUMA hosts, and see what it costs before you do.");
    subtitle.getStyleClass().add("muted");
    getChildren().addAll(title, subtitle);
    offers.forEach(offer -> getChildren().add(recovery(offer, choices)));
    var ways =
        new HBox(
            12,
            way(
                "start-connect",
                Material2AL.LINK,
                "Connect",
                "A local or remote libvirt",
                choices.connect()),
            way(
                "start-file",
                Material2AL.FOLDER_OPEN,
                "Open files",
                "hwloc, capabilities, saved text, a design",
                choices.file()),
            way(
                "start-this",
                Material2AL.COMPUTER,
                "This machine",
                "Straight from the kernel",
                choices.thisMachine()),
            way(
                "start-sample",
                Material2MZ.MEMORY,
                "Sample hosts",
                "No hypervisor needed",
                choices.sample()));
    getChildren().addAll(ways, more(choices));
    libvirt.setWrapText(true);
    libvirt.setMaxWidth(720);
    libvirt.setManaged(false);
    libvirt.getStyleClass().add("notice");
    getChildren().add(libvirt);
    if (!recent.isEmpty()) {
      getChildren().add(recents(recent, choices));
    }
    var stay = new Button("Look at the demonstration");
    stay.setId("start-demonstration");
    stay.getStyleClass().add("accent");
    stay.setDefaultButton(true);
    stay.setOnAction(event -> choices.close().run());
    var foot = new HBox(stay);
    foot.setAlignment(Pos.CENTER_RIGHT);
    getChildren().add(foot);
  }

  /// Says that live connections are off, and what to do about it.
  void sayNoLibvirt(String sentence) {
    libvirt.setText(sentence);
    libvirt.setManaged(true);
  }

  private static Node more(Choices choices) {
    var row =
        new HBox(
            18,
            link("start-folder", "Open a folder…", choices.folder()),
            link("start-paste", "Paste text of lscpu or numactl…", choices.paste()),
            link("start-synthetic", "Make up a host…", choices.synthetic()),
            link("start-compare", "Compare two hosts…", choices.compare()));
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static Hyperlink link(String id, String words, Runnable effect) {
    var link = new Hyperlink(words);
    link.setId(id);
    link.setOnAction(event -> effect.run());
    return link;
  }

  private static Node way(String id, Ikon icon, String title, String what, Runnable effect) {
    var glyph = new FontIcon(icon);
    glyph.setIconSize(28);
    var head = new Label(title);
    head.getStyleClass().add("panel-title");
    var body = new Label(what);
    body.getStyleClass().addAll("muted", "small-text");
    body.setWrapText(true);
    var box = new VBox(6, glyph, head, body);
    box.setAlignment(Pos.TOP_LEFT);
    var button = new Button();
    button.setId(id);
    button.setGraphic(box);
    button.setAccessibleText(title + ": " + what);
    button.getStyleClass().add("start-way");
    button.setPrefSize(172, 112);
    button.setOnAction(event -> effect.run());
    return button;
  }

  private static Node recents(List<Recent> recent, Choices choices) {
    var box = new VBox(2);
    var head = new Label("Lately open");
    head.getStyleClass().add("section-title");
    box.getChildren().add(head);
    recent.stream()
        .limit(SHOWN)
        .forEach(entry -> {
          var link = new Hyperlink(entry.label() + (entry.missing() ? "  (missing)" : ""));
          link.setMaxWidth(700);
          link.setDisable(entry.missing());
          link.setOnAction(event -> choices.open().accept(entry));
          box.getChildren().add(link);
        });
    return box;
  }

  private static Node recovery(Recovery.Offer offer, Choices choices) {
    var words =
        new Label(
            "A design was not saved when Numascape ended"
                + offer.file().map(file -> ": " + file.getFileName()).orElse("")
                + ".");
    words.setWrapText(true);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    var open = new Button("Recover");
    open.getStyleClass().add("accent");
    open.setOnAction(event -> choices.recover().accept(offer));
    var discard = new Button("Discard");
    discard.setOnAction(event -> choices.discard().accept(offer));
    var row = new HBox(10, words, open, discard);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("notice");
    return row;
  }
}

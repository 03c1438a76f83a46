package org.numascape.app.versions;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.numascape.app.store.Background;
import org.numascape.app.store.DesignStore;
import org.numascape.app.theme.Theme;
import org.numascape.app.widget.CopyButton;
import org.numascape.app.widget.DiffView;
import org.numascape.app.widget.EscapeCloses;
import org.numascape.apply.XmlDiff;
import org.numascape.comparison.ComparisonText;
import org.numascape.document.DesignFile;

/// Two designs held against each other: what differs in words, problems that come and go, and the
/// XML of the chosen machine.
final class VersionsWindow extends Stage {

  private static final XmlDiff NONE = XmlDiff.of("", "");

  private final Background background;
  private final VersionBox before = new VersionBox("version-before", "First design");
  private final VersionBox after = new VersionBox("version-after", "Second design");
  private final ListView<ChangeRow> changes = new ListView<>();
  private final ListView<ProblemRow> problems = new ListView<>();
  private final Label summary = new Label();
  private final Label problemTitle = new Label();
  private final Label none = new Label();
  private final Label name = new Label();
  private final DiffView diff = new DiffView();
  private Optional<Compared> shown = Optional.empty();
  private Runnable stop = () -> {};
  private boolean choosing;

  /// What there is to show of two designs.
  private record Compared(ComparisonText text, String xml, Map<String, XmlDiff> diffs) {}

  /// A window that begins with the latest snapshot, or where the session began, against now.
  ///
  /// @param first what to begin with instead
  VersionsWindow(Window owner, DesignStore store, Background background, Optional<Version> first) {
    this.background = background;
    initOwner(owner);
    setTitle("Compare designs – Numascape");
    var frame = new BorderPane();
    frame.getStyleClass().add("versions-window");
    frame.setTop(bar());
    frame.setCenter(body());
    var scene =
        new Scene(
            frame, Math.min(1240, owner.getWidth() - 30), Math.min(760, owner.getHeight() - 40));
    Theme.dress(scene);
    keys(scene);
    setScene(scene);
    EscapeCloses.on(this);
    setMinWidth(760);
    setMinHeight(420);
    setX(owner.getX() + (owner.getWidth() - scene.getWidth()) / 2);
    setY(owner.getY() + (owner.getHeight() - scene.getHeight()) / 2);
    var versions = Version.all(store);
    before.getItems().setAll(versions);
    after.getItems().setAll(versions);
    choosing = true;
    before.choose(first.orElseGet(() -> usual(versions)));
    after.choose(versions.getFirst());
    choosing = false;
    setOnShown(event -> {
      compare();
      changes.requestFocus();
    });
    setOnHidden(event -> stop.run());
  }

  private static Version usual(List<Version> versions) {
    return versions.stream()
        .filter(version -> version.group().equals("Snapshots"))
        .reduce((one, later) -> later)
        .orElse(versions.getLast());
  }

  private Node bar() {
    for (var box : new VersionBox[] {before, after}) {
      box.valueProperty()
          .subscribe(version -> {
            if (!choosing) {
              compare();
            }
          });
    }
    var swap = button("versions-swap", "Swap the two (Ctrl+R)", Material2MZ.SWAP_HORIZ);
    swap.setOnAction(event -> swap());
    var firstFile = button("version-before-file", "A design file…", Material2AL.FOLDER_OPEN);
    firstFile.setOnAction(event -> file(before));
    var secondFile = button("version-after-file", "A design file…", Material2AL.FOLDER_OPEN);
    secondFile.setOnAction(event -> file(after));
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var copy =
        new CopyButton(
            "Copy all",
            "all differences: words, problems and XML",
            () -> shown.map(one -> one.text().words() + "\n" + one.xml()).orElse(""));
    copy.setId("versions-copy");
    var bar = new HBox(8, before, firstFile, swap, after, secondFile, gap, copy);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("toolbar");
    return bar;
  }

  private static Button button(String id, String tip, Ikon icon) {
    var button = new Button("", new FontIcon(icon));
    button.setId(id);
    button.setTooltip(new Tooltip(tip));
    button.setAccessibleText(tip);
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  private Node body() {
    changes.setId("version-changes");
    changes.setAccessibleText("What differs, the host first, then machine by machine");
    changes.setCellFactory(view -> new ChangeCell());
    changes.setPlaceholder(none);
    none.getStyleClass().add("muted");
    none.setWrapText(true);
    changes.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
    problems.setId("version-problems");
    problems.setAccessibleText("Problems gained, changed and lost");
    problems.setCellFactory(view -> new ProblemCell());
    problems.setFixedCellSize(28);
    problems.setPlaceholder(new Label("No problem comes or goes."));
    summary.setId("version-summary");
    var words = new SplitPane(headed(summary, changes), headed(problemTitle, problems));
    words.setOrientation(Orientation.VERTICAL);
    words.setDividerPositions(0.66);
    var xml = new BorderPane(diff);
    xml.setTop(xmlHead());
    var all = new SplitPane(words, xml);
    all.setDividerPositions(0.5);
    return all;
  }

  private static Node headed(Label title, Node content) {
    title.getStyleClass().addAll("history-title", "panel-head");
    var pane = new BorderPane(content);
    pane.setTop(title);
    return pane;
  }

  private Node xmlHead() {
    name.getStyleClass().add("change-name");
    name.setMinWidth(0);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    var whole = new CheckBox("Whole XML");
    whole.setMinWidth(Region.USE_PREF_SIZE);
    diff.whole().bind(whole.selectedProperty());
    var row = new HBox(10, name, whole);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("panel-head");
    return row;
  }

  private void keys(Scene scene) {
    var keys = scene.getAccelerators();
    keys.put(KeyCombination.valueOf("Shortcut+R"), this::swap);
    keys.put(KeyCombination.valueOf("Shortcut+O"), () -> file(before));
    keys.put(KeyCombination.valueOf("Shortcut+W"), this::close);
  }

  private void file(VersionBox box) {
    var chooser = new FileChooser();
    chooser.setTitle("Compare with a design");
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter("Designs", "*" + DesignFile.EXTENSION));
    Optional.ofNullable(chooser.showOpenDialog(this))
        .ifPresent(file -> box.choose(Version.ofFile(file.toPath())));
  }

  private void swap() {
    var first = before.getValue();
    choosing = true;
    before.choose(after.getValue());
    choosing = false;
    after.choose(first);
    compare();
  }

  private void compare() {
    var first = before.getValue();
    var second = after.getValue();
    if (!isShowing() || first == null || second == null) {
      return;
    }
    summary.setText("Comparing…");
    stop.run();
    stop =
        background
            .start("Comparing designs", () -> compared(first, second), this::show, this::failed)
            .cancel();
  }

  private static Compared compared(Version first, Version second) throws Exception {
    var text = ComparisonText.of(first.reading().call(), second.reading().call());
    var diffs = new HashMap<String, XmlDiff>();
    for (var guest : text.differences().guests()) {
      diffs.put(guest.name(), guest.xml());
    }
    return new Compared(text, text.xml(), Map.copyOf(diffs));
  }

  private void failed(Exception failure) {
    shown = Optional.empty();
    changes.getItems().clear();
    problems.getItems().clear();
    none.setText(Optional.ofNullable(failure.getMessage()).orElse("no more is known"));
    summary.setText("The designs cannot be compared");
    problemTitle.setText("Problems");
    show(NONE, "");
  }

  private void show(Compared compared) {
    shown = Optional.of(compared);
    var text = compared.text();
    none.setText("Both plan the same.");
    changes.getItems().setAll(ChangeRow.of(text.differences()));
    problems.getItems().setAll(ProblemRow.of(text.problems(), text.before(), text.after()));
    summary.setText(summary(text));
    problemTitle.setText(
        "Problems: %d gained, %d changed, %d lost"
            .formatted(
                text.problems().gained().size(),
                text.problems().changed().size(),
                text.problems().lost().size()));
    show(NONE, "");
    firstGuest().ifPresent(changes.getSelectionModel()::select);
  }

  private Optional<ChangeRow> firstGuest() {
    return changes.getItems().stream()
        .filter(row -> row instanceof ChangeRow.Heading heading && heading.colour().isPresent())
        .findFirst();
  }

  private static String summary(ComparisonText text) {
    int machines = text.differences().guests().size();
    int plan = text.differences().plan().size() + text.differences().machine().size();
    if (machines + plan == 0) {
      return "Nothing differs";
    }
    String many = machines == 1 ? "1 machine differs" : machines + " machines differ";
    return plan == 0 ? many : many + ", and the host in " + plan;
  }

  /// Shows the XML of the machine that a row is about.
  private void chosen(@Nullable ChangeRow row) {
    if (row == null || shown.isEmpty()) {
      return;
    }
    int at = changes.getSelectionModel().getSelectedIndex();
    while (at > 0 && !(changes.getItems().get(at) instanceof ChangeRow.Heading)) {
      at--;
    }
    String guest = changes.getItems().get(at).words();
    var found = Optional.ofNullable(shown.get().diffs().get(guest));
    show(found.orElse(NONE), found.isPresent() ? guest + ".xml" : "Planned for the host; no XML");
  }

  private void show(XmlDiff difference, String title) {
    name.setText(title);
    diff.show(difference);
  }
}

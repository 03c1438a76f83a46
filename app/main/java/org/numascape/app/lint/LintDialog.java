package org.numascape.app.lint;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.numascape.app.store.Lane;
import org.numascape.app.theme.Theme;
import org.numascape.app.widget.EmptyNote;
import org.numascape.app.widget.EscapeCloses;
import org.numascape.apply.XmlDiff;
import org.numascape.document.TextFile;
import org.numascape.format.FormatException;
import org.numascape.lint.Corrected;
import org.numascape.lint.Finding;
import org.numascape.lint.Lint;
import org.numascape.lint.LintReport;
import org.numascape.lint.Passage;
import org.numascape.lint.TextKind;

/// A window of its own that looks for mistakes in what other programs read: a QEMU command line,
/// domain XML, KubeVirt YAML, Nova extra specs, a Proxmox configuration, `xl.cfg`, kernel
/// parameters. Needs no host and changes no design.
public final class LintDialog {

  /// What a text is: one of the kinds, or whatever it is recognised as.
  private record Kind(Optional<TextKind> kind, String words) {
    @Override
    public String toString() {
      return words;
    }
  }

  private static final Kind RECOGNISED = new Kind(Optional.empty(), "Recognised by itself");

  /// A longer text is looked at beside the FX thread.
  private static final int SMALL = 20_000;

  private final Stage stage = new Stage();
  private final Lane lane = new Lane();
  private final TextArea text = new TextArea();
  private final ComboBox<Kind> kinds = new ComboBox<>();
  private final Label told = new Label();
  private final ListView<Finding> findings = new ListView<>();
  private final EmptyNote none = new EmptyNote(Material2AL.CHECK_CIRCLE_OUTLINE, "");
  private final RuleWords rule = new RuleWords();
  private final Tab corrected = new Tab("Corrected");
  private final CorrectedPane better = new CorrectedPane(this::replace);
  private final LineMarks marks = new LineMarks(text, this::choose);
  private Optional<LintReport> report = Optional.empty();

  /// A window over another one.
  public LintDialog(Window owner) {
    stage.initOwner(owner);
    stage.setTitle("Check foreign text");
    kinds.setId("lint-kind");
    kinds.getItems().add(RECOGNISED);
    for (var kind : TextKind.values()) {
      kinds.getItems().add(new Kind(Optional.of(kind), kind.title()));
    }
    kinds.setValue(RECOGNISED);
    kinds.setAccessibleText("What the text is");
    kinds.setTooltip(new Tooltip("What the text is"));
    kinds.valueProperty().subscribe(kind -> examine());
    var root = new BorderPane(body());
    root.setTop(top());
    root.getStyleClass().add("lint");
    root.setId("lint");
    root.setOnDragOver(event -> {
      if (event.getDragboard().hasFiles()) {
        event.acceptTransferModes(TransferMode.COPY);
      }
    });
    root.setOnDragDropped(event -> {
      event.getDragboard().getFiles().stream().findFirst().ifPresent(this::open);
      event.setDropCompleted(true);
    });
    var scene =
        new Scene(
            root, Math.min(1240, owner.getWidth() - 40), Math.min(820, owner.getHeight() - 60));
    Theme.dress(scene);
    scene.getAccelerators().put(KeyCombination.valueOf("Shortcut+O"), this::choose);
    stage.setScene(scene);
    EscapeCloses.on(stage);
    stage.setX(owner.getX() + (owner.getWidth() - scene.getWidth()) / 2);
    stage.setY(owner.getY() + (owner.getHeight() - scene.getHeight()) / 2);
    text.textProperty().subscribe(words -> examine());
  }

  /// Opens it, with what lies on the clipboard where that is recognised.
  public void show() {
    Optional.ofNullable(Clipboard.getSystemClipboard().getString())
        .filter(words -> words.length() < Lint.MAX_LENGTH)
        .ifPresent(words ->
            lane.ask(
                words.length() > SMALL,
                () -> recognised(words),
                known -> {
                  if (known) {
                    text.setText(words);
                  }
                }));
    stage.show();
    text.requestFocus();
  }

  private static boolean recognised(String words) {
    try {
      return !Lint.examine("clipboard", words).passages().isEmpty();
    } catch (FormatException _) {
      return false;
    }
  }

  private Node top() {
    var open = new Button("Open…", new FontIcon(Material2AL.FOLDER_OPEN));
    open.setId("lint-open");
    open.setTooltip(new Tooltip("Open a file  (Ctrl+O), or drop it here"));
    open.setOnAction(event -> choose());
    var what = new Label("Text is:");
    what.setLabelFor(kinds);
    told.setId("lint-told");
    told.getStyleClass().add("muted");
    told.setMinWidth(0);
    told.setPrefWidth(0);
    open.setMinWidth(Region.USE_PREF_SIZE);
    what.setMinWidth(Region.USE_PREF_SIZE);
    kinds.setMinWidth(Region.USE_PREF_SIZE);
    told.setMaxWidth(Double.MAX_VALUE);
    told.setTooltip(new Tooltip());
    told.getTooltip().textProperty().bind(told.textProperty());
    HBox.setHgrow(told, Priority.ALWAYS);
    var bar = new HBox(10, open, what, kinds, told);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("lint-bar");
    return bar;
  }

  private Node body() {
    text.setId("lint-text");
    text.getStyleClass().addAll("mono", "lint-text");
    text.setPromptText(
        "Paste a QEMU command line, domain XML, KubeVirt YAML, Nova extra specs, a Proxmox"
            + " configuration, xl.cfg or kernel parameters");
    text.setAccessibleText("The text to check");
    HBox.setHgrow(text, Priority.ALWAYS);
    var written = new HBox(marks, text);
    findings.setId("lint-findings");
    findings.setCellFactory(list -> new FindingCell(() -> report));
    findings.setPlaceholder(none);
    findings.setAccessibleText("What was found, in the order of the text");
    findings.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
    var found = new SplitPane(findings, rule);
    found.setOrientation(Orientation.VERTICAL);
    found.setDividerPositions(0.6);
    var tabs = new TabPane(new Tab("Found", found), corrected);
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.setId("lint-tabs");
    corrected.setContent(better);
    var split = new SplitPane(written, tabs);
    split.setDividerPositions(0.52);
    return split;
  }

  /// Replaces the text, undoably there.
  private void replace(String words) {
    text.replaceText(0, text.getLength(), words);
  }

  private void choose() {
    var chooser = new FileChooser();
    chooser.setTitle("Open a text to check");
    Optional.ofNullable(chooser.showOpenDialog(stage)).ifPresent(this::open);
  }

  /// Takes a file's text over.
  void open(File file) {
    try {
      var read = TextFile.read(file.toPath()).text();
      if (read.length() > Lint.MAX_LENGTH) {
        bad(file.getName() + " is longer than 1 MiB; give the part that describes one guest.");
        return;
      }
      text.setText(read.startsWith("\uFEFF") ? read.substring(1) : read);
    } catch (FormatException e) {
      bad(String.valueOf(e.getMessage()));
    }
  }

  private void examine() {
    String words = text.getText();
    if (words.isBlank()) {
      lane.forget();
      forget(
          "Paste or open a text at the left: a QEMU command line, domain XML, KubeVirt YAML, Nova extra"
              + " specs, a Proxmox configuration, xl.cfg, kernel parameters.");
      told.setText("");
      return;
    }
    var kind = kinds.getValue().kind();
    lane.ask(words.length() > SMALL, () -> Looked.at(words, kind), this::looked);
  }

  private void looked(Looked looked) {
    switch (looked) {
      case Looked.Understood(var found, var now, var changes) -> good(found, now, changes);
      case Looked.Strange(var sentence) -> bad(sentence);
    }
  }

  private void good(LintReport found, Corrected now, XmlDiff changes) {
    report = Optional.of(found);
    told.getStyleClass().remove("danger");
    told.setText(recognition(found));
    none.say("No mistakes found.");
    findings.getItems().setAll(found.findings());
    marks.show(found);
    better.show(now, changes);
    corrected.setText(now.done().isEmpty() ? "Corrected" : "Corrected " + now.done().size());
    rule.clear();
  }

  /// `QEMU command line, 3 found`; of several passages, all kinds.
  private String recognition(LintReport found) {
    var names =
        found.passages().stream().map(Passage::kind).map(TextKind::title).distinct().toList();
    int count = found.findings().size();
    return String.join(", ", names)
        + (kinds.getValue().kind().isEmpty() ? " recognised" : "")
        + ": "
        + (count == 0 ? "no mistakes" : count == 1 ? "1 mistake" : count + " mistakes");
  }

  private void bad(String sentence) {
    forget(sentence);
    told.setText("Not understood");
    if (!told.getStyleClass().contains("danger")) {
      told.getStyleClass().add("danger");
    }
  }

  private void forget(String words) {
    report = Optional.empty();
    findings.getItems().clear();
    none.say(words);
    marks.clear();
    better.clear();
    corrected.setText("Corrected");
    rule.clear();
  }

  /// A mark beside the text was clicked.
  private void choose(Finding finding) {
    findings.getSelectionModel().select(finding);
    findings.scrollTo(finding);
  }

  private void chosen(Finding finding) {
    if (finding == null) {
      return;
    }
    int end = Math.min(finding.span().end(), text.getLength());
    text.selectRange(Math.min(finding.span().start(), end), end);
    rule.show(finding.code());
  }

  /// What is open, for the window that owns it.
  Stage stage() {
    return stage;
  }

  /// The codes found, in the text's order.
  List<String> codes() {
    return new ArrayList<>(findings.getItems()).stream().map(Finding::code).toList();
  }
}

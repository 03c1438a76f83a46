package org.numascape.app.compare;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;
import org.numascape.analysis.Analysis;
import org.numascape.app.canvas.PictureView;
import org.numascape.app.store.Background;
import org.numascape.app.theme.Theme;
import org.numascape.app.widget.CopyButton;
import org.numascape.comparison.Difference;
import org.numascape.comparison.HostComparison;
import org.numascape.comparison.Weight;
import org.numascape.design.Design;
import org.numascape.design.HostSource;
import org.numascape.drawing.Drawing;
import org.numascape.drawing.DrawingOptions;

/// Two hosts side by side and below them what differs. A host is chosen above its picture.
public final class CompareWindow extends Stage {

  private static final double STEP = 1.2;

  private final Background background;
  private final List<HostChoice> choices;
  private final Pictures pictures = new Pictures();
  private final ListView<Difference> list = new ListView<>();
  private final Label verdict = new Label();
  private final MenuButton firstName = new MenuButton();
  private final MenuButton secondName = new MenuButton();
  private Optional<Side> first;
  private Optional<Side> second;

  /// A window that begins with these hosts; what is missing is asked for in the window.
  public CompareWindow(
      Window owner,
      Background background,
      List<HostChoice> choices,
      Optional<Side> before,
      Optional<Side> after) {
    this.background = background;
    this.choices = List.copyOf(choices);
    first = before;
    second = after;
    initOwner(owner);
    setTitle("Compare two hosts – Numascape");
    var frame = new BorderPane();
    frame.getStyleClass().add("compare-window");
    frame.setTop(bar());
    var all = new SplitPane(pictures, differences());
    all.setOrientation(Orientation.VERTICAL);
    all.setDividerPositions(0.7);
    frame.setCenter(all);
    var scene =
        new Scene(
            frame, Math.min(1400, owner.getWidth() - 30), Math.min(880, owner.getHeight() - 40));
    Theme.dress(scene);
    keys(scene);
    setScene(scene);
    setMinWidth(720);
    setMinHeight(480);
    setOnShown(event -> compare());
  }

  private HBox bar() {
    chooser(firstName, "compare-before", "First host", side -> first = Optional.of(side));
    chooser(secondName, "compare-after", "Second host", side -> second = Optional.of(side));
    var swap = button("compare-swap", "Swap the two hosts", Material2MZ.SWAP_HORIZ, this::swap);
    var together = new ToggleButton("Move together");
    together.setId("compare-together");
    together.setTooltip(new Tooltip("Moving or zooming one picture moves the other (Ctrl+M)"));
    together.selectedProperty().bindBidirectional(pictures.together());
    var fit =
        button("compare-fit", "Show both whole (Ctrl+0)", Material2MZ.ZOOM_OUT_MAP, pictures::fit);
    var nearer =
        button("compare-in", "Zoom in (Ctrl+plus)", Material2MZ.ZOOM_IN, () -> pictures.zoom(STEP));
    var farther =
        button(
            "compare-out",
            "Zoom out (Ctrl+minus)",
            Material2MZ.ZOOM_OUT,
            () -> pictures.zoom(1 / STEP));
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var bar = new HBox(8, firstName, swap, secondName, gap, together, farther, nearer, fit);
    bar.getStyleClass().add("toolbar");
    return bar;
  }

  private static Button button(String id, String tip, Ikon icon, Runnable effect) {
    var button = new Button();
    button.setId(id);
    button.setGraphic(new FontIcon(icon));
    button.setTooltip(new Tooltip(tip));
    button.setAccessibleText(tip);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> effect.run());
    return button;
  }

  private void chooser(MenuButton name, String id, String what, Consumer<Side> chosen) {
    name.setId(id);
    name.setAccessibleText(what);
    name.setMnemonicParsing(false);
    name.setMinWidth(120);
    name.setMaxWidth(380);
    name.setTooltip(new Tooltip(what));
    for (var choice : choices) {
      var item = new MenuItem(choice.label());
      item.setMnemonicParsing(false);
      item.setOnAction(event ->
          choice
              .ask()
              .accept(
                  this,
                  side -> {
                    chosen.accept(side);
                    compare();
                  }));
      name.getItems().add(item);
    }
  }

  private VBox differences() {
    list.setId("differences");
    list.setCellFactory(view -> new DifferenceCell());
    list.setFixedCellSize(32);
    list.setAccessibleText("What differs, the most telling first");
    list.setPlaceholder(new Label(""));
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(difference -> {
          if (difference != null) {
            pictures.look(first, second, difference);
          }
        });
    VBox.setVgrow(list, Priority.ALWAYS);
    verdict.setId("compare-verdict");
    verdict.getStyleClass().add("panel-title");
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var next = button("compare-next", "Next difference (F8)", Material2MZ.SKIP_NEXT, this::next);
    var copy = new CopyButton("Copy", "all differences as text", this::text);
    var head = new HBox(10, verdict, gap, next, copy);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("panel-head");
    var box = new VBox(head, list);
    box.setMinHeight(110);
    return box;
  }

  private String text() {
    return list.getItems().stream()
        .map(one -> one.topic().title() + ": " + one.sentence())
        .collect(Collectors.joining("\n"));
  }

  private void keys(Scene scene) {
    var keys = scene.getAccelerators();
    keys.put(KeyCombination.valueOf("F8"), this::next);
    keys.put(KeyCombination.valueOf("Shortcut+0"), pictures::fit);
    keys.put(KeyCombination.valueOf("Shortcut+Plus"), () -> pictures.zoom(STEP));
    keys.put(KeyCombination.valueOf("Shortcut+Equals"), () -> pictures.zoom(STEP));
    keys.put(KeyCombination.valueOf("Shortcut+Minus"), () -> pictures.zoom(1 / STEP));
    keys.put(
        KeyCombination.valueOf("Shortcut+M"),
        () -> pictures.together().set(!pictures.together().get()));
    keys.put(KeyCombination.valueOf("Shortcut+W"), this::close);
    scene.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ESCAPE) {
        close();
      }
    });
  }

  /// Goes to the difference after the selected one, to the first after the last.
  private void next() {
    int count = list.getItems().size();
    if (count > 0) {
      int next = (list.getSelectionModel().getSelectedIndex() + 1) % count;
      list.getSelectionModel().clearAndSelect(next);
      list.scrollTo(Math.max(0, next - 1));
    }
  }

  private void swap() {
    var was = first;
    first = second;
    second = was;
    compare();
  }

  /// What there is to show of two hosts.
  private record Compared(
      Optional<Drawing> before, Optional<Drawing> after, List<Difference> differences) {}

  private void compare() {
    name(firstName, first, "Choose the first host");
    name(secondName, second, "Choose the second host");
    var before = first;
    var after = second;
    double width = pictures.room(PictureView::getWidth);
    double height = pictures.room(PictureView::getHeight);
    background.start(
        "Comparing",
        () ->
            new Compared(
                before.map(side -> drawn(side, width, height)),
                after.map(side -> drawn(side, width, height)),
                before.isPresent() && after.isPresent()
                    ? HostComparison.of(before.get().host(), after.get().host())
                    : List.of()),
        this::show,
        failure -> verdict.setText("The hosts could not be compared: " + failure.getMessage()));
  }

  private static void name(MenuButton button, Optional<Side> side, String otherwise) {
    button.setText(side.map(Side::label).orElse(otherwise));
    button.getTooltip().setText(side.map(Side::label).orElse(otherwise));
  }

  /// The host alone, without guests.
  private static Drawing drawn(Side side, double width, double height) {
    var design =
        Design.of(side.label(), side.host(), new HostSource.Pasted(side.label()), List.of());
    return PictureView.draw(Analysis.of(design), DrawingOptions.STANDARD.within(width, height));
  }

  private void show(Compared compared) {
    list.getItems().setAll(compared.differences());
    list.getSelectionModel().clearSelection();
    verdict.setText(words(compared.differences()));
    pictures.show(compared.before(), compared.after(), first, second, compared.differences());
  }

  private String words(List<Difference> differences) {
    if (first.isEmpty() || second.isEmpty()) {
      return "Choose two hosts above to see what differs.";
    }
    if (differences.isEmpty()) {
      return "The hosts are equal.";
    }
    long decisive = differences.stream().filter(one -> one.weight() == Weight.DECISIVE).count();
    return (differences.size() == 1 ? "1 difference" : differences.size() + " differences")
        + (decisive == 0
            ? ""
            : ", "
                + decisive
                + (decisive == 1 ? " matters" : " matter")
                + " to where guests are placed");
  }
}

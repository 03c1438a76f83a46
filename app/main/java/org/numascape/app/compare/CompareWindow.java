package org.numascape.app.compare;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;
import org.numascape.analysis.Analysis;
import org.numascape.app.canvas.PictureView;
import org.numascape.app.store.Background;
import org.numascape.app.theme.Theme;
import org.numascape.comparison.Difference;
import org.numascape.comparison.HostComparison;
import org.numascape.design.Design;
import org.numascape.design.HostSource;
import org.numascape.drawing.Drawing;
import org.numascape.drawing.DrawingOptions;

/// Two hosts side by side and below them what differs. A host is chosen above its picture.
final class CompareWindow extends Stage {

  private static final double STEP = 1.2;

  private final Background background;
  private final BiFunction<Window, Two, Optional<Two>> another;
  private final Pictures pictures = new Pictures();
  private final Differences differences = new Differences(this::look, this::mark);
  private final Button firstName = name("compare-before", "First host");
  private final Button secondName = name("compare-after", "Second host");
  private Two hosts;
  private Runnable stop = () -> {};

  /// A window that begins with these hosts.
  ///
  /// @param another asks for others above a window
  CompareWindow(
      Window owner,
      Background background,
      BiFunction<Window, Two, Optional<Two>> another,
      Two hosts) {
    this.background = background;
    this.another = another;
    this.hosts = hosts;
    initOwner(owner);
    setTitle("Compare two hosts – Numascape");
    var frame = new BorderPane();
    frame.getStyleClass().add("compare-window");
    frame.setTop(bar());
    var all = new SplitPane(pictures, differences);
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
    setX(owner.getX() + (owner.getWidth() - scene.getWidth()) / 2);
    setY(owner.getY() + (owner.getHeight() - scene.getHeight()) / 2);
    setOnShown(event -> {
      compare(hosts);
      differences.begin();
    });
    setOnHidden(event -> stop.run());
  }

  private HBox bar() {
    var swap =
        button(
            "compare-swap",
            "Swap the two hosts (Ctrl+R)",
            Material2MZ.SWAP_HORIZ,
            () -> compare(hosts.swapped()));
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

  private Button name(String id, String what) {
    var button = new Button();
    button.setId(id);
    button.setMnemonicParsing(false);
    button.setMinWidth(120);
    button.setMaxWidth(420);
    button.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    button.setTooltip(new Tooltip());
    button.setAccessibleHelp(what);
    button.setOnAction(event -> ask());
    return button;
  }

  private void ask() {
    another.apply(this, hosts).ifPresent(this::compare);
  }

  private void mark(List<Difference> listed) {
    if (isShowing()) {
      pictures.mark(hosts, listed);
    }
  }

  private void look(Difference difference) {
    pictures.look(hosts, difference);
  }

  private void keys(Scene scene) {
    var keys = scene.getAccelerators();
    keys.put(KeyCombination.valueOf("F8"), differences::next);
    keys.put(KeyCombination.valueOf("Shift+F8"), differences::previous);
    keys.put(KeyCombination.valueOf("Shortcut+F"), differences::search);
    keys.put(KeyCombination.valueOf("Shortcut+O"), this::ask);
    keys.put(KeyCombination.valueOf("Shortcut+R"), () -> compare(hosts.swapped()));
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

  /// What there is to show of two hosts.
  private record Compared(Drawing before, Drawing after, List<Difference> differences) {}

  private void compare(Two two) {
    hosts = two;
    say(firstName, two.before());
    say(secondName, two.after());
    double width = pictures.room(PictureView::getWidth);
    double height = pictures.room(PictureView::getHeight);
    stop.run();
    stop =
        background
            .start(
                "Comparing",
                () ->
                    new Compared(
                        drawn(two.before(), width, height),
                        drawn(two.after(), width, height),
                        HostComparison.of(two.before().host(), two.after().host())),
                this::show,
                failure ->
                    differences.say("The hosts could not be compared: " + failure.getMessage()))
            .cancel();
  }

  private static void say(Button button, Side side) {
    button.setText(side.label());
    button.getTooltip().setText(side.label() + "\nChoose other hosts (Ctrl+O)");
    button.setAccessibleText(button.getAccessibleHelp() + ": " + side.label());
  }

  /// The host alone, without guests.
  private static Drawing drawn(Side side, double width, double height) {
    var design =
        Design.of(side.label(), side.host(), new HostSource.Pasted(side.label()), List.of());
    return PictureView.draw(Analysis.of(design), DrawingOptions.STANDARD.within(width, height));
  }

  private void show(Compared compared) {
    pictures.show(compared.before(), compared.after());
    differences.show(compared.differences());
  }
}

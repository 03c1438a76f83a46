package org.numascape.app.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.numascape.app.canvas.TopologyCanvas;
import org.numascape.app.connect.FileWorkflow;
import org.numascape.app.review.ReviewWorkflow;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.ViewState;
import org.numascape.design.History;

/// Every action of the program, made once; menus, toolbar and the list of shortcuts show the same
/// ones.
final class Actions {

  final Action open;
  final Action openSample;
  final FileActions more;
  final GuestActions guests;
  final RuleActions rules;
  final Action connect;
  final Action addDomains;
  final Action save;
  final Action saveAs;
  final Action quit;
  final Action undo;
  final Action redo;
  final Action selectAll;
  final Action unpin;
  final Action place;
  final Action find;
  final Action fit;
  final Action zoomIn;
  final Action zoomOut;
  final Action zoomReset;
  final ViewActions views;
  final PlacementActions placements;
  final Action panels;
  final Action fullScreen;
  final Action theme;
  final Action refresh;
  final Action nextProblem;
  final Action fix;
  final Action review;
  final VersionActions versions;
  final ReadinessActions readiness;
  final HostActions host;
  final Action shortcuts;
  final Action about;

  Actions(
      MainWindow window,
      DesignStore store,
      ViewState view,
      TopologyCanvas canvas,
      FileWorkflow files,
      FileActions more,
      GuestActions guests,
      RuleActions rules,
      ReviewWorkflow reviews,
      VersionActions versions,
      ReadinessActions readiness,
      HostActions host) {
    this.more = more;
    this.guests = guests;
    this.rules = rules;
    this.versions = versions;
    this.readiness = readiness;
    this.host = host;
    open = Action.of("open", "Open…", "Shortcut+O", Material2AL.FOLDER_OPEN, files::openFile);
    openSample =
        Action.of("open-sample", "Open sample host…", "Shortcut+Shift+O", files::openSample);
    connect =
        Action.of("connect", "Connect to libvirt…", "Shortcut+K", Material2AL.LINK, files::connect);
    addDomains =
        Action.of(
            "add-domains", "Add domain XML…", "Shortcut+I", Material2AL.ADD, files::addDomains);
    save = Action.of("save", "Save design", "Shortcut+S", Material2MZ.SAVE, files::save);
    saveAs = Action.of("save-as", "Save design as…", "Shortcut+Shift+S", files::saveAs);
    quit = Action.of("quit", "Quit", "Shortcut+Q", window::close);
    undo =
        Action.of("undo", "Undo", "Shortcut+Z", Material2MZ.UNDO, store::undo)
            .labelled(words(store.history(), "Undo", History::undoLabel))
            .disabledWhile(none(store.history(), History::undoLabel));
    redo =
        Action.of("redo", "Redo", "Shortcut+Shift+Z", Material2MZ.REDO, store::redo)
            .labelled(words(store.history(), "Redo", History::redoLabel))
            .disabledWhile(none(store.history(), History::redoLabel));
    var selection = new SelectionEdits(store);
    selectAll =
        Action.of("select-all", "Select all vCPUs", "Shortcut+A", selection::selectAllVcpus);
    unpin = Action.of("unpin", "Unpin selection", "Delete", selection::unpin);
    place = Action.of("place", "Place selection by keyboard", "P", canvas::placeByKeyboard);
    find = Action.of("find", "Find CPU, node, VM…", "Shortcut+F", Material2MZ.SEARCH, window::find);
    fit = Action.of("fit", "Fit to window", "Shortcut+0", Material2MZ.ZOOM_OUT_MAP, canvas::fit);
    zoomIn = Action.of("zoom-in", "Zoom in", "Shortcut+Plus", Material2MZ.ZOOM_IN, canvas::zoomIn);
    zoomOut =
        Action.of("zoom-out", "Zoom out", "Shortcut+Minus", Material2MZ.ZOOM_OUT, canvas::zoomOut);
    zoomReset = Action.of("zoom-reset", "Actual size", "Shortcut+1", canvas::actualSize);
    views = new ViewActions(store, view, canvas);
    placements = new PlacementActions(store, view, canvas);
    panels =
        Action.of("panels", "Show panels", "F9", () -> view.panels().set(!view.panels().get()))
            .labelled(Bindings.when(view.panels()).then("Hide panels").otherwise("Show panels"));
    fullScreen = Action.of("full-screen", "Full screen", "F11", window::fullScreen);
    theme =
        Action.of(
                "theme",
                "Dark theme",
                "Shortcut+Shift+D",
                () -> view.dark().set(!view.dark().get()))
            .labelled(Bindings.when(view.dark()).then("Light theme").otherwise("Dark theme"));
    refresh =
        Action.of("refresh", "Read the host again", "F5", Material2MZ.REFRESH, files::refresh);
    nextProblem = Action.of("next-problem", "Next problem", "F8", window::nextProblem);
    fix = Action.of("fix", "Fix the selected problem", "Alt+Enter", window::fixProblem);
    review =
        Action.of("review", "Review & apply…", "Shortcut+Enter", Material2AL.CHECK, reviews::open);
    shortcuts =
        Action.of("shortcuts", "Keyboard shortcuts", "Shortcut+Slash", window::showShortcuts);
    about = Action.of("about", "About Numascape", "", window::showAbout);
  }

  /// The menus, in the order of the menu bar.
  List<Menu> menus() {
    return List.of(
        new Menu(
            "File",
            List.of(
                group(
                    open,
                    more.openFolder,
                    connect,
                    more.thisMachine,
                    openSample,
                    more.paste,
                    more.synthetic),
                group(addDomains, more.compare),
                group(save, saveAs),
                group(more.exportHost, more.exportPicture, more.print),
                group(quit))),
        new Menu(
            "Edit",
            List.of(
                group(undo, redo),
                placements.selecting(selectAll, unpin, place),
                placements.moving(),
                group(more.copy, more.copySelection),
                group(find))),
        new Menu("View", viewGroups()),
        new Menu(
            "Design",
            List.of(
                guests.group(),
                guests.presets().group(),
                group(nextProblem, fix, rules.why),
                group(rules.thresholds, rules.lint),
                versions.group(),
                group(review))),
        new Menu(
            "Host",
            List.of(
                group(refresh, connect),
                group(host.plan),
                readiness.group(),
                group(rules.latencies))),
        new Menu("Help", List.of(group(shortcuts), group(about))));
  }

  private List<List<Action>> viewGroups() {
    var groups = new ArrayList<List<Action>>();
    groups.add(group(fit, zoomIn, zoomOut, zoomReset));
    groups.addAll(views.groups());
    groups.add(group(panels, fullScreen, theme));
    return groups;
  }

  /// A menu: its title and its groups, which separators part.
  record Menu(String title, List<List<Action>> groups) {}

  private static List<Action> group(Action... actions) {
    return List.of(actions);
  }

  private static ObservableValue<String> words(
      ReadOnlyObjectProperty<History> history,
      String verb,
      Function<History, Optional<String>> label) {
    return history.map(h -> label.apply(h).map(what -> verb + " “" + what + "”").orElse(verb));
  }

  private static ObservableBooleanValue none(
      ReadOnlyObjectProperty<History> history, Function<History, Optional<String>> label) {
    return Bindings.createBooleanBinding(() -> label.apply(history.get()).isEmpty(), history);
  }
}

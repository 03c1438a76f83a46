package org.numascape.app.window;

import java.time.Clock;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.numascape.app.canvas.DragLayer;
import org.numascape.app.canvas.TopologyCanvas;
import org.numascape.app.changes.ChangesPanel;
import org.numascape.app.commands.CommandsPanel;
import org.numascape.app.connect.Curtain;
import org.numascape.app.connect.FileWorkflow;
import org.numascape.app.distances.DistancesPanel;
import org.numascape.app.domains.DomainsPanel;
import org.numascape.app.domains.Requests;
import org.numascape.app.export.ExportWorkflow;
import org.numascape.app.guestview.GuestSplit;
import org.numascape.app.guestview.HostSide;
import org.numascape.app.hostplan.HostPlanWorkflow;
import org.numascape.app.inspector.InspectorPanel;
import org.numascape.app.picture.PictureWorkflow;
import org.numascape.app.problems.ProblemsPanel;
import org.numascape.app.readiness.ReadinessPanel;
import org.numascape.app.readiness.ReadinessWorkflow;
import org.numascape.app.readiness.UndecidedBar;
import org.numascape.app.review.ReviewWorkflow;
import org.numascape.app.store.Background;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.DragState;
import org.numascape.app.store.ViewState;
import org.numascape.app.versions.HistoryPanel;
import org.numascape.app.versions.VersionsWorkflow;
import org.numascape.design.Item;

/// The window: the host in the centre, panels around it that serve it and can be hidden.
public final class MainWindow {

  /// What a panel at the side needs for its words.
  private static final double NARROWEST = 244;

  /// What an explanation of a problem needs below the picture.
  private static final double ROOM_TO_EXPLAIN = 430;

  /// The place of the history among the tabs below.
  private static final int HISTORY = 2;

  private final Stage stage;
  private final ViewState view;
  private final TabPane bottom = new TabPane();
  private final StackPane root = new StackPane();
  private final TopologyCanvas canvas;
  private final ProblemsPanel problems;
  private final DistancesPanel distances;
  private final ChangesPanel changes;
  private final HistoryPanel history;
  private final ReadinessPanel readiness;
  private final SearchField search;
  private final GuestActions guests;
  private final Actions actions;

  /// Builds the window; [#root()] goes into a scene.
  public MainWindow(
      Stage stage,
      DesignStore store,
      ViewState view,
      Background background,
      FileWorkflow files,
      PictureWorkflow pictures,
      ExportWorkflow export,
      ReviewWorkflow reviews,
      Curtain curtain,
      Clock clock) {
    this.stage = stage;
    this.view = view;
    var drag = new DragState(store, view);
    canvas = new TopologyCanvas(store, view, drag);
    problems = new ProblemsPanel(store, view, this::show);
    problems.addBelow(new UndecidedBar(store, this::showReadiness));
    changes = new ChangesPanel(store);
    distances = new DistancesPanel(store, view, clock);
    var versions = new VersionsWorkflow(stage, store, background);
    history = new HistoryPanel(store, versions);
    var settings = new ReadinessWorkflow(stage, store, background, clock);
    readiness = new ReadinessPanel(store, settings);
    var hostPlan = new HostPlanWorkflow(stage, store);
    canvas.whenGiven(hostPlan::give);
    search = new SearchField(store, canvas);
    var fileActions = new FileActions(store, canvas, files, pictures, export);
    guests = new GuestActions(stage, store, view, curtain::hide);
    actions =
        new Actions(
            this,
            store,
            view,
            canvas,
            files,
            fileActions,
            guests,
            new RuleActions(stage, store, view, canvas, problems, distances),
            reviews,
            new VersionActions(this, versions),
            new ReadinessActions(this, settings),
            new HostActions(hostPlan));

    var frame = new BorderPane();
    frame.setId("frame");
    var menus = new Menus(actions.menus());
    frame.setTop(
        new VBox(menus, new Toolbar(store, view, files, actions, search, changes.count())));
    frame.setCenter(body(store, view, drag, files));
    frame.setBottom(new StatusBar(store, background, canvas.zoom(), clock));
    root.getChildren().addAll(frame, curtain, new DragLayer(store, view, drag));
    curtain.onHidden(canvas::requestFocus);
    menus.letKeysThrough(stage);
    files.acceptDropsOn(root);
    root.sceneProperty()
        .subscribe(scene -> {
          if (scene != null) {
            menus.giveWayToTyping(scene);
            new MoreKeys(actions).listenOn(scene);
          }
        });
  }

  private Node body(DesignStore store, ViewState view, DragState drag, FileWorkflow files) {
    var requests =
        new Requests(
            files::addDomains,
            guests::create,
            canvas::flyTo,
            canvas::placeByKeyboard,
            guests::menu);
    var domains = new DomainsPanel(store, view, drag, requests);
    var inspector = new InspectorPanel(store, view, guests.settings()::show);
    fillBottom(store, view);
    domains.setMinWidth(NARROWEST);
    inspector.setMinWidth(NARROWEST);
    var host = new HostSide(canvas, canvas::boundsInScene, canvas::onPainted, canvas::aspect);
    var centre = new SplitPane(new GuestSplit(store, view, host), bottom);
    centre.setOrientation(Orientation.VERTICAL);
    centre.setDividerPositions(0.75);
    var all = new SplitPane(domains, centre, inspector);
    all.setDividerPositions(0.19, 0.80);
    var panels = new Panels(all, centre, domains, inspector, bottom);
    view.panels().subscribe(panels::show);
    return all;
  }

  private void fillBottom(DesignStore store, ViewState view) {
    bottom
        .getTabs()
        .setAll(
            tab(problems.title(), problems),
            tab(changes.title(), changes),
            tab(history.title(), history),
            tab(new ReadOnlyStringWrapper("Distances"), distances),
            tab(new ReadOnlyStringWrapper("Commands"), new CommandsPanel(store)),
            tab(readiness.title(), readiness));
    bottom.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    bottom.setId("bottom");
    bottom.setMinHeight(150);
    bottom.getSelectionModel().selectedItemProperty().subscribe(tab -> room());
    view.asked()
        .subscribe(problem -> {
          room();
          if (problem.isPresent()) {
            view.panels().set(true);
            bottom.getSelectionModel().selectFirst();
          }
        });
  }

  /// Explanations and steps of readiness need more room than lists.
  private void room() {
    boolean steps = bottom.getSelectionModel().getSelectedIndex() == bottom.getTabs().size() - 1;
    boolean more = steps || view.asked().get().isPresent();
    double room = Math.min(ROOM_TO_EXPLAIN, (steps ? 0.38 : 0.46) * root.getHeight());
    bottom.setMinHeight(more ? Math.max(150, room) : 150);
  }

  /// Brings what a problem concerns into sight, once its explanation has taken its room.
  private void show(List<Item> items) {
    root.applyCss();
    root.layout();
    canvas.reveal(items);
  }

  /// What goes into the scene.
  public Parent root() {
    return root;
  }

  /// The picture, for whoever has to lay it out once the window is shown.
  public TopologyCanvas canvas() {
    return canvas;
  }

  void find() {
    search.requestFocus();
  }

  void nextProblem() {
    problems.selectNext();
  }

  void fixProblem() {
    problems.fixSelected();
  }

  /// Brings the steps and snapshots to the front.
  void showHistory() {
    view.panels().set(true);
    bottom.getSelectionModel().select(HISTORY);
    history.begin();
  }

  /// Brings the steps of readiness to the front.
  void showReadiness() {
    view.panels().set(true);
    bottom.getSelectionModel().selectLast();
    readiness.begin();
  }

  void fullScreen() {
    stage.setFullScreen(!stage.isFullScreen());
  }

  void close() {
    stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
  }

  void showShortcuts() {
    new ShortcutsDialog(stage, actions.menus()).show();
  }

  void showAbout() {
    new AboutDialog(stage).show();
  }

  private static Tab tab(ObservableValue<String> title, Node content) {
    var tab = new Tab();
    tab.textProperty().bind(title);
    tab.setContent(content);
    return tab;
  }
}

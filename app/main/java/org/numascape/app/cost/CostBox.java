package org.numascape.app.cost;

import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.numascape.analysis.CostTerms;
import org.numascape.analysis.DeviceCost;
import org.numascape.analysis.MemoryTraffic;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.ViewState;
import org.numascape.app.widget.OnScreen;
import org.numascape.check.Problem;
import org.numascape.design.DomainId;
import org.numascape.design.Guest;
import org.numascape.design.MeasuredLatency;

/// Why a guest's memory accesses are taken to cost what they cost: the terms, what is assumed, what
/// it may mean for the guest, and what the number does not say.
final class CostBox extends ScrollPane {

  private static final double WIDTH = 400;
  private static final double HIGHEST = 620;

  private final DesignStore store;
  private final ViewState view;
  private final DomainId guest;
  private final Runnable close;
  private final VBox said = new VBox(8);
  private final PatternChoice pattern;
  private final WaitingSlider waiting;
  private final TrafficPart traffic;
  private final VBox problems = new VBox(2);

  /// @param close closes what it stands in
  CostBox(DesignStore store, ViewState view, DomainId guest, Runnable close) {
    this.store = store;
    this.view = view;
    this.guest = guest;
    this.close = close;
    this.pattern = new PatternChoice(store, guest);
    this.waiting = new WaitingSlider(view, guest);
    this.traffic = new TrafficPart(store, guest);
    setId("why-latency-terms");
    getStyleClass().add("why-cost");
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFitToWidth(true);
    setPrefViewportWidth(WIDTH);
    setMaxHeight(HIGHEST);
    said.setId("cost-said");
    var box =
        new VBox(
            10,
            said,
            pattern,
            new Separator(),
            waiting,
            problems,
            new Separator(),
            traffic,
            limits());
    box.getStyleClass().add("cost-box");
    setContent(box);
    // Words that wrap tell their height only once they have a width.
    box.heightProperty()
        .subscribe(high -> setPrefViewportHeight(Math.min(HIGHEST, high.doubleValue())));
    var open = OnScreen.of(this);
    store.shown().when(open).subscribe(facts -> fill());
    store.problems().when(open).subscribe(all -> tell());
  }

  private void fill() {
    var facts = store.shown().get();
    var cost = facts.cost(guest);
    if (cost.isEmpty()) {
      close.run();
      return;
    }
    var terms = CostTerms.of(facts, cost.get());
    String name = facts.design().guest(guest).map(Guest::name).orElse(guest.value());
    said.getChildren()
        .setAll(
            line("Why " + terms.estimate().words() + " for " + name + "?", "cost-title"),
            line(terms.sentence(), "words"),
            new TermTable(terms));
    facts
        .design()
        .costs()
        .measured()
        .map(MeasuredLatency::provenance)
        .ifPresent(from -> said.getChildren().add(line("Measured: " + from, "muted")));
    terms.open().forEach(why -> said.getChildren().add(line("Open: " + why + ".", "words")));
    DeviceCost.of(facts, guest)
        .forEach(
            device -> said.getChildren().add(line("Device: " + device.words() + ".", "words")));
    pattern.show(terms, cost.get().cells().size());
    waiting.show(terms.estimate());
    traffic.show(MemoryTraffic.of(facts));
  }

  /// Problems of the guest that the number is about, to be explained.
  private void tell() {
    problems.getChildren().clear();
    store.ownProblems().stream()
        .filter(problem -> problem.domain().filter(guest::equals).isPresent())
        .filter(problem -> problem.code().startsWith("N-") || problem.code().equals("P-09"))
        .limit(3)
        .forEach(problem -> problems.getChildren().add(link(problem)));
  }

  private Hyperlink link(Problem problem) {
    var link = new Hyperlink(problem.code() + "  " + problem.title());
    link.setTooltip(new Tooltip(problem.message()));
    link.getStyleClass().add("cost-problem");
    link.setOnAction(event -> {
      close.run();
      view.asked().set(java.util.Optional.of(problem));
    });
    return link;
  }

  private static Label limits() {
    return line(
        "Not in it: caches and prefetch, how many misses overlap, page tables, other guests' traffic,"
            + " what the guest really touches, pages that move later. A ranking with a scale, no"
            + " promise of speed.",
        "cost-limits");
  }

  /// A number stays on one line with the sign before it.
  static String together(String estimate) {
    return estimate.replace(' ', '\u00a0');
  }

  static Label line(String text, String style) {
    var line = new Label(text);
    line.setWrapText(true);
    line.setMinHeight(USE_PREF_SIZE);
    line.setMaxWidth(WIDTH - 24);
    line.getStyleClass().add(style);
    return line;
  }
}

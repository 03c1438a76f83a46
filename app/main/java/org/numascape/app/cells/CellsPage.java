package org.numascape.app.cells;

import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.numascape.app.settings.GuestForm;
import org.numascape.app.settings.SettingsPage;
import org.numascape.app.store.DesignStore;
import org.numascape.design.CellEdit;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.placement.PillLine;
import org.numascape.placement.Preset;
import org.numascape.placement.PresetPlan;

/// The cells of a guest, as boxes with their vCPUs in them.
public final class CellsPage implements SettingsPage {

  /// Rules on what this page sets, but for those on distances.
  private static final Set<String> RULES =
      Set.of(
          "N-01", "N-02", "N-03", "N-05", "N-06", "N-07", "N-08", "N-09", "N-10", "N-11", "N-14",
          "N-30", "N-31", "N-35", "N-36", "H-04", "H-06", "H-09", "H-20");

  /// What a new cell has, in KiB.
  private static final long FRESH = 1_048_576;

  private final GuestForm form;
  private final Refusal refusal = new Refusal("cells-refusal");

  /// The page of a guest.
  public CellsPage(DesignStore store, DomainId guest) {
    form = new GuestForm(store, guest);
  }

  @Override
  public String name() {
    return "Guest cells";
  }

  @Override
  public Ikon icon() {
    return Material2AL.DASHBOARD;
  }

  @Override
  public Node view() {
    form.section(
        "Cells",
        "The NUMA nodes that the guest sees. Drag vCPUs from one to another, or select them and"
            + " press Ctrl and an arrow key; the picture and the guest view follow.");
    form.add(actions());
    form.add(refusal);
    form.add(new CellBoxes(form));
    // Below the boxes: what a drag would bring about must not move them under the pointer.
    form.problems(problem -> RULES.contains(problem.code()));
    new DistanceSection(form).show();
    new CacheSection(form).show();
    new LinkSection(form).show();
    return form.scrolled();
  }

  private Node actions() {
    var follow =
        button(
            "cells-follow",
            "Follow the host",
            "Cells, sockets and threads as the vCPUs are pinned",
            Material2AL.ACCOUNT_TREE,
            this::follow);
    var equal =
        button(
            "cells-equalise",
            "Make alike",
            "The same vCPUs and memory for every cell that has vCPUs",
            Material2MZ.VIEW_COLUMN,
            () -> apply(new CellEdit.Equalise(form.id())));
    var add =
        button(
            "cells-add",
            "Add memory only",
            "A cell of 1 GiB without vCPUs, as CXL memory or HBM looks to a guest",
            Material2AL.ADD,
            () -> apply(new CellEdit.Add(form.id(), FRESH)));
    var none =
        button(
            "cells-none",
            "No cells",
            "Takes all cells away; the guest keeps its memory and sees one node",
            Material2AL.CLEAR,
            () -> apply(new CellEdit.SetCells(form.id(), List.of())));
    form.follow(() -> {
      var cells = form.domain().cells();
      equal.setDisable(cells.stream().filter(cell -> !cell.vcpus().isEmpty()).count() < 2);
      none.setDisable(cells.isEmpty());
    });
    var bar = new FlowPane(8, 6, follow, equal, add, none);
    bar.getStyleClass().add("cells-actions");
    return bar;
  }

  private static Button button(String id, String words, String tip, Ikon icon, Runnable effect) {
    var button = new Button(words, new FontIcon(icon));
    button.setId(id);
    button.getStyleClass().add("small");
    button.setTooltip(new Tooltip(tip));
    button.setAccessibleHelp(tip);
    button.setOnAction(event -> effect.run());
    return button;
  }

  private void apply(Edit edit) {
    refusal.clear();
    form.apply(edit);
  }

  private void follow() {
    var plan = PresetPlan.of(Preset.FOLLOW_HOST, form.design(), form.id());
    plan.edit()
        .ifPresentOrElse(
            this::apply,
            () ->
                refusal.say(
                    plan.lines().stream()
                        .map(PillLine::text)
                        .findFirst()
                        .orElse("There is nothing to follow")));
  }
}

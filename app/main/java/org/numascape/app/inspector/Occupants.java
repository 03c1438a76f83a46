package org.numascape.app.inspector;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.Seat;
import org.numascape.design.DomainId;
import org.numascape.design.Guest;
import org.numascape.design.Item;
import org.numascape.topology.CpuSet;

/// Who is pinned to some CPUs: a line a guest, its name selects what it has there.
interface Occupants {

  /// Adds the section "Who runs here" to a sheet; `cpus` are OS indexes.
  static void addTo(Sheet sheet, Supplier<CpuSet> cpus) {
    sheet.section("Who runs here", java.util.Optional.empty());
    var lines = new VBox(3);
    lines.setId("occupants");
    sheet.add(lines);
    sheet.follow(() -> {
      lines.getChildren().clear();
      on(sheet.facts(), cpus.get())
          .forEach((guest, items) -> lines.getChildren().add(line(sheet, guest, items)));
      if (lines.getChildren().isEmpty()) {
        var nobody = new Label("Nobody is pinned here");
        nobody.getStyleClass().addAll("muted", "small-text");
        lines.getChildren().add(nobody);
      }
    });
    sheet.words(() -> floating(sheet.facts()));
  }

  private static Map<DomainId, List<Item>> on(Analysis facts, CpuSet cpus) {
    var found = new LinkedHashMap<DomainId, Set<Item>>();
    cpus.stream()
        .mapToObj(facts.occupancy()::seatsOn)
        .flatMap(List::stream)
        .map(Seat::who)
        .forEach(who -> found.computeIfAbsent(who.domain(), id -> new LinkedHashSet<>()).add(who));
    var lists = new LinkedHashMap<DomainId, List<Item>>();
    found.forEach((id, items) -> lists.put(id, List.copyOf(items)));
    return lists;
  }

  private static HBox line(Sheet sheet, DomainId id, List<Item> items) {
    String name = sheet.facts().design().guest(id).map(Guest::name).orElse(id.value());
    var link = new Hyperlink(name);
    link.setTooltip(new Tooltip("Select what " + name + " has here"));
    link.setOnAction(event -> sheet.store().select(items));
    link.setMinWidth(40);
    var words = new Label(words(items));
    words.getStyleClass().add("value");
    words.setTooltip(new Tooltip(words.getText()));
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    words.setAlignment(Pos.CENTER_RIGHT);
    var line = new HBox(8, link, words);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  /// `vCPUs 0-3, emulator, I/O thread 1`
  static String words(List<Item> items) {
    var vcpus = new TreeSet<Integer>();
    var rest = new LinkedHashSet<String>();
    for (var item : items) {
      switch (item) {
        case Item.Vcpu vcpu -> vcpus.add(vcpu.vcpu());
        case Item.Emulator emulator -> rest.add("emulator");
        case Item.IoThread io -> rest.add("I/O thread " + io.thread());
        case Item.Cell cell -> rest.add("cell " + cell.cell());
        case Item.Device device -> rest.add(device.address());
        case Item.WholeGuest whole -> rest.add("the guest");
        case Item.OnHost on -> rest.add(on.object().toString());
        case Item.NodeMemory node -> rest.add("memory of node " + node.node());
      }
    }
    var words = new LinkedHashSet<String>();
    if (!vcpus.isEmpty()) {
      words.add((vcpus.size() == 1 ? "vCPU " : "vCPUs ") + CpuSet.of(vcpus));
    }
    words.addAll(rest);
    return words.stream().collect(Collectors.joining(", "));
  }

  private static String floating(Analysis facts) {
    int count = facts.occupancy().floating().size();
    return count == 0
        ? ""
        : count
            + (count == 1 ? " thread floats" : " threads float")
            + " over all CPUs and may run here too";
  }
}

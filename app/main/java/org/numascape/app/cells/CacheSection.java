package org.numascape.app.cells;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.numascape.app.settings.Choice;
import org.numascape.app.settings.GuestForm;
import org.numascape.design.CellEdit;
import org.numascape.design.Edit;
import org.numascape.domain.CellCache;
import org.numascape.domain.GuestCell;
import org.numascape.domain.Interconnect;

/// Memory-side caches that cells are told to have.
final class CacheSection {

  private static final List<String> WAYS = List.of("none", "direct", "full");
  private static final List<String> POLICIES = List.of("none", "writeback", "writethrough");

  private final GuestForm form;
  private final RowTable table;
  private final Refusal refusal = new Refusal("caches-refusal");
  private final Label warning = GuestForm.words("");

  /// A cache and where it stands.
  private record Place(int cell, int index, CellCache cache) {}

  CacheSection(GuestForm form) {
    this.form = form;
    this.table =
        new RowTable(
            form,
            "cell-cache",
            List.of("Cell", "Level", "Associativity", "Policy", "Size", "Line, bytes"),
            () -> places().size(),
            this::remove);
  }

  /// Adds it to the form.
  void show() {
    form.section(
        "Memory-side caches",
        "Fast memory in front of a cell's own, such as MCDRAM or a cache of CXL memory; the guest"
            + " reads it in its HMAT. The CPU's own caches are on the page Topology and model.");
    form.add(table);
    table.follow(index ->
        List.of(
            table.choice(
                index,
                "cell",
                "Cell that the cache is of",
                this::cells,
                () -> place(index).cell(),
                cell -> move(index, cell)),
            table.choice(
                index,
                "level",
                "Level of the cache",
                CacheSection::levels,
                () -> place(index).cache().level(),
                level -> level(index, level)),
            table.choice(
                index,
                "associativity",
                "How the cache finds its lines",
                () -> words(WAYS),
                () -> place(index).cache().associativity(),
                way -> change(index, cache -> with(cache, way, cache.policy()))),
            table.choice(
                index,
                "policy",
                "When the cache writes to memory",
                () -> words(POLICIES),
                () -> place(index).cache().policy(),
                policy -> change(index, cache -> with(cache, cache.associativity(), policy))),
            table.text(
                index,
                "size",
                "Size of the cache, such as 512 MiB",
                () -> SizeText.of(place(index).cache().sizeKib()),
                typed -> change(index, cache -> sized(cache, SizeText.kib(typed)))),
            table.text(
                index,
                "line",
                "Size of a line of the cache, in bytes",
                () -> Integer.toString(place(index).cache().lineBytes()),
                typed -> change(index, cache -> lined(cache, typed)))));
    form.add(refusal);
    warning.setId("caches-without-latency");
    form.add(warning);
    form.follow(this::warn);
    var add = new Button("Add a cache", new FontIcon(Material2AL.ADD));
    add.setId("cell-cache-add");
    add.getStyleClass().add("small");
    add.setTooltip(new Tooltip("A cache of the first cell that has none"));
    add.setOnAction(event -> refusal.attempt(this::add));
    form.follow(() -> add.setDisable(form.domain().cells().isEmpty()));
    form.add(add);
  }

  private List<Place> places() {
    return form.domain().cells().stream()
        .flatMap(cell ->
            IntStream.range(0, cell.caches().size())
                .mapToObj(index -> new Place(cell.id(), index, cell.caches().get(index))))
        .toList();
  }

  private Place place(int index) {
    return places().get(index);
  }

  private List<Choice<Integer>> cells() {
    return form.domain().cells().stream()
        .map(cell -> new Choice<>(cell.id(), "cell " + cell.id()))
        .toList();
  }

  private static List<Choice<Integer>> levels() {
    return Stream.of(1, 2, 3).map(level -> new Choice<>(level, "L" + level)).toList();
  }

  private static List<Choice<String>> words(List<String> words) {
    return words.stream().map(word -> new Choice<>(word, word)).toList();
  }

  private static CellCache with(CellCache cache, String ways, String policy) {
    return new CellCache(
        cache.level(), ways, policy, cache.sizeKib(), cache.lineBytes(), cache.unitIgnored());
  }

  private static CellCache sized(CellCache cache, long kib) {
    if (kib < 1) {
      throw new IllegalArgumentException("a cache has a size");
    }
    return new CellCache(
        cache.level(), cache.associativity(), cache.policy(), kib, cache.lineBytes(), false);
  }

  private static CellCache lined(CellCache cache, String typed) {
    int bytes;
    try {
      bytes = Integer.parseInt(typed);
    } catch (NumberFormatException unreadable) {
      throw new IllegalArgumentException("a number of bytes, such as 64", unreadable);
    }
    if (bytes < 1 || bytes > 65_535) {
      throw new IllegalArgumentException("1 to 65535 bytes");
    }
    return new CellCache(
        cache.level(),
        cache.associativity(),
        cache.policy(),
        cache.sizeKib(),
        bytes,
        cache.unitIgnored());
  }

  private void change(int index, UnaryOperator<CellCache> change) {
    var place = place(index);
    var caches = new ArrayList<>(caches(place.cell()));
    caches.set(place.index(), change.apply(place.cache()));
    refusal.clear();
    form.apply(new CellEdit.SetCaches(form.id(), place.cell(), caches));
  }

  private void level(int index, int level) {
    var place = place(index);
    if (caches(place.cell()).stream().anyMatch(cache -> cache.level() == level)) {
      refusal.say("cell " + place.cell() + " has a cache of level " + level + " already");
      return;
    }
    change(
        index,
        cache ->
            new CellCache(
                level,
                cache.associativity(),
                cache.policy(),
                cache.sizeKib(),
                cache.lineBytes(),
                cache.unitIgnored()));
  }

  private List<CellCache> caches(int cell) {
    return form.domain().cell(cell).map(GuestCell::caches).orElse(List.of());
  }

  private void move(int index, int target) {
    var place = place(index);
    int level = place.cache().level();
    if (caches(target).stream().anyMatch(cache -> cache.level() == level)) {
      refusal.say("cell " + target + " has a cache of level " + level + " already");
      return;
    }
    var left = new ArrayList<>(caches(place.cell()));
    left.remove(place.index());
    var more = new ArrayList<>(caches(target));
    more.add(place.cache());
    refusal.clear();
    form.apply(
        new Edit.Together(
            "Move a memory cache to cell " + target,
            List.of(
                new CellEdit.SetCaches(form.id(), place.cell(), left),
                new CellEdit.SetCaches(form.id(), target, more))));
  }

  private void remove(int index) {
    var place = place(index);
    var left = new ArrayList<>(caches(place.cell()));
    left.remove(place.index());
    refusal.clear();
    form.apply(new CellEdit.SetCaches(form.id(), place.cell(), left));
  }

  private void add() {
    for (int level = 1; level <= 3; level++) {
      for (var cell : form.domain().cells()) {
        int wanted = level;
        if (cell.caches().stream().noneMatch(cache -> cache.level() == wanted)
            && cell.caches().size() < wanted) {
          var caches = new ArrayList<>(cell.caches());
          caches.add(new CellCache(level, "direct", "writeback", 1_048_576, 64, false));
          form.apply(new CellEdit.SetCaches(form.id(), cell.id(), caches));
          return;
        }
      }
    }
    throw new IllegalArgumentException("every cell has caches of all three levels");
  }

  /// QEMU ends with "HMAT cache … no latency" (libvirt's facts, start failures).
  private void warn() {
    var silent = new TreeSet<String>();
    for (var cell : form.domain().cells()) {
      boolean told =
          form.domain().cpu().interconnects().stream()
              .anyMatch(
                  link -> link.kind() == Interconnect.Kind.LATENCY && link.target() == cell.id());
      if (!cell.caches().isEmpty() && !told) {
        silent.add(Integer.toString(cell.id()));
      }
    }
    boolean any = !silent.isEmpty();
    warning.setText(
        any
            ? String.format(
                Locale.ROOT,
                "QEMU does not start with a cache whose memory has no latency: add one to cell %s"
                    + " under Links.",
                String.join(", ", silent))
            : "");
    warning.getStyleClass().removeAll("muted", "cells-warning");
    warning.getStyleClass().add("cells-warning");
    warning.setVisible(any);
    warning.setManaged(any);
  }
}

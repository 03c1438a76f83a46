package org.numascape.app.cells;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.numascape.app.settings.Choice;
import org.numascape.app.settings.GuestForm;
import org.numascape.design.CellEdit;
import org.numascape.domain.GuestCell;
import org.numascape.domain.Interconnect;
import org.numascape.placement.CellDistances;

/// Latencies and bandwidths between cells, which the guest reads in its HMAT.
final class LinkSection {

  private final GuestForm form;
  private final RowTable table;
  private final Refusal refusal = new Refusal("links-refusal");

  LinkSection(GuestForm form) {
    this.form = form;
    this.table =
        new RowTable(
            form,
            "cell-link",
            List.of("What", "From cell", "To memory of", "In its", "For", "Value"),
            () -> links().size(),
            this::remove);
  }

  /// Adds it to the form.
  void show() {
    form.section(
        "Links",
        "What it costs a cell with vCPUs to reach a cell's memory (HMAT): latency in ns, bandwidth"
            + " with its unit. Each pair is told in one direction only; libvirt refuses both.");
    form.add(table);
    table.follow(index ->
        List.of(
            table.choice(
                index,
                "kind",
                "What is told",
                LinkSection::kinds,
                () -> links().get(index).kind(),
                kind -> change(index, link -> with(link, kind))),
            table.choice(
                index,
                "from",
                "Cell that accesses",
                () -> cells(true),
                () -> links().get(index).initiator(),
                from -> change(index, link -> between(link, from, link.target()))),
            table.choice(
                index,
                "to",
                "Cell whose memory is accessed",
                () -> cells(false),
                () -> links().get(index).target(),
                to -> change(index, link -> between(link, link.initiator(), to))),
            table.choice(
                index,
                "cache",
                "Its memory, or a memory-side cache of it",
                LinkSection::caches,
                () -> links().get(index).cache(),
                cache -> change(index, link -> cached(link, cache))),
            table.choice(
                index,
                "access",
                "For which accesses",
                LinkSection::accesses,
                () -> links().get(index).access(),
                access -> change(index, link -> accessed(link, access))),
            table.text(
                index,
                "value",
                "Nanoseconds, or an amount of memory a second",
                () -> value(links().get(index)),
                typed -> value(index, typed))));
    form.add(refusal);
    form.add(buttons());
  }

  private FlowPane buttons() {
    var add = new Button("Add a link", new FontIcon(Material2AL.ADD));
    add.setId("cell-link-add");
    add.setTooltip(new Tooltip("The next pair of cells that nothing is told of"));
    add.setOnAction(event -> refusal.attempt(this::add));
    var host = new Button("From the host");
    host.setId("cell-links-host");
    host.setTooltip(new Tooltip("Latencies and bandwidths as the host's own HMAT tells them"));
    host.setOnAction(event -> refusal.attempt(this::fromHost));
    form.follow(() -> {
      boolean none = form.domain().cells().isEmpty();
      add.setDisable(none);
      host.setDisable(none);
    });
    for (var button : List.of(add, host)) {
      button.getStyleClass().add("small");
    }
    return new FlowPane(8, 6, add, host);
  }

  private List<Interconnect> links() {
    return form.domain().cpu().interconnects();
  }

  private static List<Choice<Interconnect.Kind>> kinds() {
    return Stream.of(Interconnect.Kind.values())
        .map(kind -> new Choice<>(kind, kind.word()))
        .toList();
  }

  private List<Choice<Integer>> cells(boolean peopled) {
    return form.domain().cells().stream()
        .filter(cell -> !peopled || !cell.vcpus().isEmpty())
        .map(cell -> new Choice<>(cell.id(), "cell " + cell.id()))
        .toList();
  }

  private static List<Choice<OptionalInt>> caches() {
    return Stream.of(
            new Choice<>(OptionalInt.empty(), "memory"),
            new Choice<>(OptionalInt.of(1), "L1 cache"),
            new Choice<>(OptionalInt.of(2), "L2 cache"),
            new Choice<>(OptionalInt.of(3), "L3 cache"))
        .toList();
  }

  private static List<Choice<Interconnect.Access>> accesses() {
    return List.of(
        new Choice<>(Interconnect.Access.ACCESS, "all accesses"),
        new Choice<>(Interconnect.Access.READ, "reading"),
        new Choice<>(Interconnect.Access.WRITE, "writing"));
  }

  private static String value(Interconnect link) {
    return link.kind() == Interconnect.Kind.LATENCY
        ? link.value() + " ns"
        : SizeText.of(link.value()) + "/s";
  }

  private void value(int index, String typed) {
    long value =
        links().get(index).kind() == Interconnect.Kind.LATENCY
            ? nanoseconds(typed)
            : SizeText.kib(typed.replaceFirst("\\s*/\\s*s$", ""));
    if (value < 1) {
      throw new IllegalArgumentException("more than nothing");
    }
    put(index, valued(links().get(index), value));
  }

  private static long nanoseconds(String typed) {
    try {
      return Long.parseLong(typed.replaceFirst("\\s*ns$", "").strip());
    } catch (NumberFormatException unreadable) {
      throw new IllegalArgumentException("a number of nanoseconds, such as 95", unreadable);
    }
  }

  private static Interconnect with(Interconnect link, Interconnect.Kind kind) {
    long usual = kind == Interconnect.Kind.LATENCY ? 100 : 10L << 20;
    return new Interconnect(
        kind, link.initiator(), link.target(), link.cache(), link.access(), usual);
  }

  private static Interconnect between(Interconnect link, int from, int to) {
    return new Interconnect(link.kind(), from, to, link.cache(), link.access(), link.value());
  }

  private static Interconnect cached(Interconnect link, OptionalInt cache) {
    return new Interconnect(
        link.kind(), link.initiator(), link.target(), cache, link.access(), link.value());
  }

  private static Interconnect accessed(Interconnect link, Interconnect.Access access) {
    return new Interconnect(
        link.kind(), link.initiator(), link.target(), link.cache(), access, link.value());
  }

  private static Interconnect valued(Interconnect link, long value) {
    return new Interconnect(
        link.kind(), link.initiator(), link.target(), link.cache(), link.access(), value);
  }

  private void change(int index, UnaryOperator<Interconnect> change) {
    refusal.attempt(() -> put(index, change.apply(links().get(index))));
  }

  private void put(int index, Interconnect link) {
    var others = new ArrayList<>(links());
    others.remove(index);
    allowed(link, others);
    others.add(index, link);
    form.apply(new CellEdit.SetInterconnects(form.id(), others));
  }

  private void allowed(Interconnect link, List<Interconnect> others) {
    if (others.stream().anyMatch(other -> clashes(other, link))) {
      throw new IllegalArgumentException(
          "libvirt refuses it: "
              + link.kind().word()
              + " between cells "
              + link.initiator()
              + " and "
              + link.target()
              + " is told already, and one direction is enough");
    }
    boolean missing =
        link.cache().isPresent()
            && form.domain().cell(link.target()).map(GuestCell::caches).orElse(List.of()).stream()
                .noneMatch(cache -> cache.level() == link.cache().getAsInt());
    if (missing) {
      throw new IllegalArgumentException(
          "cell "
              + link.target()
              + " has no memory-side cache of level "
              + link.cache().getAsInt());
    }
  }

  private static boolean clashes(Interconnect one, Interconnect other) {
    boolean same = one.initiator() == other.initiator() && one.target() == other.target();
    boolean back = one.initiator() == other.target() && one.target() == other.initiator();
    boolean alike =
        one.access() == other.access()
            || one.access() == Interconnect.Access.ACCESS
            || other.access() == Interconnect.Access.ACCESS;
    return (same || back)
        && alike
        && one.kind() == other.kind()
        && one.cache().equals(other.cache());
  }

  private void remove(int index) {
    var left = new ArrayList<>(links());
    left.remove(index);
    refusal.clear();
    form.apply(new CellEdit.SetInterconnects(form.id(), left));
  }

  private void add() {
    for (var kind : Interconnect.Kind.values()) {
      for (var from : form.domain().cells()) {
        for (var to : form.domain().cells()) {
          var link =
              with(
                  new Interconnect(
                      kind, from.id(), to.id(), OptionalInt.empty(), Interconnect.Access.ACCESS, 1),
                  kind);
          if (!from.vcpus().isEmpty()
              && links().stream().noneMatch(other -> clashes(other, link))) {
            var more = new ArrayList<>(links());
            more.add(link);
            form.apply(new CellEdit.SetInterconnects(form.id(), more));
            return;
          }
        }
      }
    }
    throw new IllegalArgumentException("every pair of cells is told of");
  }

  private void fromHost() {
    var told = CellDistances.of(form.design(), form.id());
    var links = told.map(CellDistances::links).orElse(List.of());
    if (links.isEmpty()) {
      throw new IllegalArgumentException(
          told.flatMap(CellDistances::obstacle)
              .orElse("the host tells no latency of the nodes that the cells are on"));
    }
    form.apply(new CellEdit.SetInterconnects(form.id(), links));
  }
}

package org.numascape.app.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.numascape.app.settings.Choice;
import org.numascape.app.settings.FormPart;
import org.numascape.app.settings.GuestForm;
import org.numascape.design.BackingEdit;
import org.numascape.design.Edit;
import org.numascape.design.GuestWords;
import org.numascape.design.PageSizes;
import org.numascape.domain.Domain;
import org.numascape.domain.GuestCell;
import org.numascape.domain.MemoryBacking.Page;
import org.numascape.topology.CpuSet;
import org.numascape.topology.PageSize;

/// What pages hold memory, all of it and cell by cell.
interface PageRows {

  /// Pages: normal ones, the host's default huge ones, or a size.
  sealed interface Held {
    record Normal() implements Held {}

    record Default() implements Held {}

    record Sized(PageSize size) implements Held {}

    /// Of a cell: those of all others.
    record AsTheRest() implements Held {}
  }

  static void addTo(GuestForm form) {
    form.section(
        "Pages",
        "Huge pages come from a pool of each node, which the host has to have; they are never"
            + " swapped, and cost fewer address translations.");
    var choices = new ArrayList<Choice<Held>>();
    choices.add(
        new Choice<>(new Held.Normal(), GuestWords.basePage(form.design().host()) + ", normal"));
    choices.add(new Choice<>(new Held.Default(), "huge, the host's default size"));
    for (var size : PageSizes.of(form.design().host())) {
      choices.add(new Choice<>(new Held.Sized(size), size + ", huge"));
    }
    form.choice(
        "memory-pages",
        "All memory on",
        choices,
        () -> rest(form.domain()),
        held -> form.apply(all(form, held)),
        "What no cell below says otherwise.");
    FormPart.in(
        form,
        () ->
            List.of(
                form.domain().backing().hugePages(),
                form.domain().cells().stream().map(GuestCell::id).toList()),
        PageRows::cells);
    form.problems("H-01", "H-02", "H-04", "H-05", "H-09", "H-10", "H-19", "H-20", "H-21");
  }

  private static Edit all(GuestForm form, Held held) {
    var sizes = own(form.domain());
    return switch (held) {
      case Held.Normal n -> new Edit.SetPages(form.id(), Optional.empty());
      case Held.AsTheRest a -> new Edit.SetPages(form.id(), Optional.empty());
      case Held.Default d -> new BackingEdit.SetPageSizes(form.id(), List.of());
      case Held.Sized(var size) ->
          new BackingEdit.SetPageSizes(form.id(), pages(Optional.of(size), sizes));
    };
  }

  /// What holds the cells that no page element names.
  private static Held rest(Domain domain) {
    if (!domain.backing().hugePages()) {
      return new Held.Normal();
    }
    if (domain.backing().pages().isEmpty()) {
      return new Held.Default();
    }
    return size(domain).<Held>map(Held.Sized::new).orElse(new Held.Normal());
  }

  private static Optional<PageSize> size(Domain domain) {
    return domain.backing().pages().stream()
        .filter(page -> page.cells().isEmpty())
        .map(Page::size)
        .findFirst();
  }

  /// Sizes by cell, of those that are named.
  private static Map<Integer, PageSize> own(Domain domain) {
    var sizes = new TreeMap<Integer, PageSize>();
    for (var page : domain.backing().pages()) {
      page.cells().ifPresent(cells -> cells.stream().forEach(cell -> sizes.put(cell, page.size())));
    }
    return sizes;
  }

  private static List<Page> pages(Optional<PageSize> rest, Map<Integer, PageSize> own) {
    var cells = new TreeMap<PageSize, CpuSet>();
    own.forEach((cell, size) -> cells.merge(size, CpuSet.of(cell), CpuSet::or));
    var pages = new ArrayList<Page>();
    rest.ifPresent(size -> pages.add(new Page(size, Optional.empty())));
    cells.forEach((size, those) -> pages.add(new Page(size, Optional.of(those))));
    return pages;
  }

  private static void cells(GuestForm part) {
    if (part.domain().cells().size() < 2) {
      return;
    }
    for (var cell : part.domain().cells()) {
      cell(part, cell.id());
    }
  }

  private static void cell(GuestForm part, int cell) {
    var choices = new ArrayList<Choice<Held>>();
    choices.add(new Choice<>(new Held.AsTheRest(), "as all memory"));
    choices.add(new Choice<>(new Held.Normal(), "normal pages"));
    for (var size : PageSizes.of(part.design().host())) {
      choices.add(new Choice<>(new Held.Sized(size), size + ", huge"));
    }
    part.choice(
        "memory-cell-pages-" + cell,
        "Cell " + cell,
        choices,
        () -> held(part.domain(), cell),
        held -> set(part, cell, held),
        "");
  }

  private static Held held(Domain domain, int cell) {
    var size = own(domain).get(cell);
    if (size == null) {
      return new Held.AsTheRest();
    }
    return size.equals(PageSize.SMALL) ? new Held.Normal() : new Held.Sized(size);
  }

  /// One cell on other pages. Cells on normal pages beside huge ones are said by a page of 4 KiB,
  /// as libvirt reads it.
  private static void set(GuestForm part, int cell, Held held) {
    var own = new TreeMap<>(own(part.domain()));
    var rest = size(part.domain());
    switch (held) {
      case Held.AsTheRest a -> own.remove(cell);
      case Held.Normal n -> {
        if (rest(part.domain()) instanceof Held.Normal) {
          own.remove(cell);
        } else {
          own.put(cell, PageSize.SMALL);
        }
      }
      case Held.Default d -> own.remove(cell);
      case Held.Sized(var size) -> own.put(cell, size);
    }
    var pages = pages(rest, own);
    part.apply(
        pages.isEmpty() && rest(part.domain()) instanceof Held.Normal
            ? new Edit.SetPages(part.id(), Optional.empty())
            : new BackingEdit.SetPageSizes(part.id(), pages));
  }
}

package org.numascape.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.numascape.design.BackingEdit;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.MemoryEdit;
import org.numascape.domain.Domain;
import org.numascape.domain.MaxMemory;
import org.numascape.domain.MemoryAccess;
import org.numascape.domain.MemoryAllocation;
import org.numascape.domain.MemoryBacking.Page;
import org.numascape.domain.MemoryMode;
import org.numascape.domain.MemorySource;
import org.numascape.format.FormatException;
import org.numascape.topology.PageSize;
import picocli.CommandLine.Option;

/// Options on how much memory a guest has and what holds it.
final class MemoryOptions implements GuestOptions {

  @Option(names = "--memory", paramLabel = "SIZE", description = "How much memory: 16G.")
  private @Nullable String memory;

  @Option(
      names = "--current-memory",
      paramLabel = "SIZE",
      description = "How much of it at start, or any for all.")
  private @Nullable String current;

  @Option(
      names = "--max-memory",
      paramLabel = "SIZE/SLOTS",
      description = "How far it can grow: 64G/16, or none.")
  private @Nullable String maximum;

  @Option(
      names = "--hard-limit",
      paramLabel = "SIZE",
      description = "What the whole guest process may use, or none.")
  private @Nullable String hardLimit;

  @Option(
      names = "--numad",
      paramLabel = "MODE",
      description = "Leaves the nodes to numad, bound so: strict, preferred, interleave.")
  private @Nullable String numad;

  @Option(
      names = "--cell-pages",
      paramLabel = "CELLS=SIZE",
      description = "Page size of some guest cells: 0-1=1G; *=2M for the others. Repeatable.")
  private List<String> cellPages = List.of();

  @Option(names = "--locked", paramLabel = "yes/no", description = "Whether it is never swapped.")
  private @Nullable String locked;

  @Option(
      names = "--merge-pages",
      paramLabel = "yes/no",
      description = "Whether the host may merge its pages with equal ones.")
  private @Nullable String merging;

  @Option(
      names = "--source",
      paramLabel = "WORD",
      description = "Where it comes from: file, anonymous, memfd, none.")
  private @Nullable String source;

  @Option(
      names = "--access",
      paramLabel = "WORD",
      description = "Whether others may map it: shared, private, none.")
  private @Nullable String access;

  @Option(
      names = "--allocation",
      paramLabel = "MODE[/THREADS]",
      description = "immediate, immediate/8, ondemand, none.")
  private @Nullable String allocation;

  @Option(
      names = "--discard",
      paramLabel = "yes/no",
      description = "Whether it is thrown away at shutdown.")
  private @Nullable String discard;

  @Override
  public List<Edit> edits(DomainId id, Domain guest) throws FormatException {
    var edits = new ArrayList<Edit>();
    if (memory != null) {
      var given = new Given("--memory", memory);
      if (given.kib() == 0) {
        throw given.wrong("a guest needs memory.");
      }
      edits.add(new MemoryEdit.SetMemory(id, given.kib()));
    }
    if (current != null) {
      edits.add(
          new MemoryEdit.SetCurrent(id, new Given("--current-memory", current).optionalKib()));
    }
    if (maximum != null) {
      edits.add(new MemoryEdit.SetMaximum(id, maximum(new Given("--max-memory", maximum))));
    }
    if (hardLimit != null) {
      var limit = new Given("--hard-limit", hardLimit).optionalKib();
      edits.add(new MemoryEdit.SetLimits(id, guest.memory().tune().withHardLimit(limit)));
    }
    if (numad != null) {
      var mode = new Given("--numad", numad).word(MemoryMode.values(), MemoryMode::word);
      edits.add(new MemoryEdit.SetAutomatic(id, mode));
    }
    backing(id, edits);
    return edits;
  }

  private static Optional<MaxMemory> maximum(Given given) throws FormatException {
    if (given.nothing()) {
      return Optional.empty();
    }
    int slash = given.text().indexOf('/');
    if (slash < 1) {
      throw given.wrong("write the size and how many devices can be plugged in: 64G/16.");
    }
    long kib = new Given(given.option(), given.text().substring(0, slash)).kib();
    return Optional.of(new MaxMemory(kib, given.count(given.text().substring(slash + 1))));
  }

  private void backing(DomainId id, List<Edit> edits) throws FormatException {
    if (!cellPages.isEmpty()) {
      edits.add(pages(id));
    }
    if (locked != null) {
      edits.add(new BackingEdit.SetLocked(id, new Given("--locked", locked).yes()));
    }
    if (merging != null) {
      edits.add(new BackingEdit.SetMerging(id, new Given("--merge-pages", merging).yes()));
    }
    if (source != null) {
      edits.add(
          new BackingEdit.SetSource(
              id,
              new Given("--source", source)
                  .optionalWord(MemorySource.values(), MemorySource::word)));
    }
    if (access != null) {
      edits.add(
          new BackingEdit.SetAccess(
              id,
              new Given("--access", access)
                  .optionalWord(MemoryAccess.values(), MemoryAccess::word)));
    }
    if (allocation != null) {
      edits.add(new BackingEdit.SetAllocation(id, allocation(allocation)));
    }
    if (discard != null) {
      edits.add(new BackingEdit.SetDiscard(id, new Given("--discard", discard).yes()));
    }
  }

  private Edit pages(DomainId id) throws FormatException {
    var pages = new ArrayList<Page>();
    for (String text : cellPages) {
      var given = new Given("--cell-pages", text);
      try {
        var size = new PageSize(given.value().kib());
        pages.add(
            new Page(
                size,
                given.key().equals("*") ? Optional.empty() : Optional.of(given.cpus(given.key()))));
      } catch (IllegalArgumentException cannot) {
        throw given.wrong(cannot.getMessage() + ".");
      }
    }
    try {
      return new BackingEdit.SetPageSizes(id, pages);
    } catch (IllegalArgumentException cannot) {
      throw new Given("--cell-pages", String.join(" ", cellPages)).wrong(cannot.getMessage() + ".");
    }
  }

  private static Optional<MemoryAllocation> allocation(String text) throws FormatException {
    var given = new Given("--allocation", text);
    if (given.nothing()) {
      return Optional.empty();
    }
    int slash = text.indexOf('/');
    var mode =
        new Given("--allocation", slash < 0 ? text : text.substring(0, slash))
            .word(MemoryAllocation.Mode.values(), MemoryAllocation.Mode::word);
    var threads =
        slash < 0 ? OptionalInt.empty() : OptionalInt.of(given.count(text.substring(slash + 1)));
    return Optional.of(new MemoryAllocation(Optional.of(mode), threads));
  }
}

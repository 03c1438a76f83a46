package org.numascape.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.IoThreadEdit;
import org.numascape.design.TuneEdit;
import org.numascape.domain.AllocationText;
import org.numascape.domain.Allocations;
import org.numascape.domain.Bandwidth;
import org.numascape.domain.Domain;
import org.numascape.domain.Scheduling;
import org.numascape.domain.ThreadPool;
import org.numascape.format.FormatException;
import picocli.CommandLine.Option;

/// Options on I/O threads, scheduling classes and CPU time.
final class ThreadOptions implements GuestOptions {

  @Option(
      names = "--add-iothread",
      paramLabel = "ID",
      description = "One more I/O thread. May be repeated.")
  private List<Integer> added = List.of();

  @Option(
      names = "--remove-iothread",
      paramLabel = "ID",
      description = "Takes an I/O thread away. May be repeated.")
  private List<Integer> removed = List.of();

  @Option(
      names = "--iothread-pool",
      paramLabel = "ID=LEAST-MOST",
      description = "Workers of an I/O thread, or of the main loop: 1=0-16, main=2-8, 1=none.")
  private List<String> pools = List.of();

  @Option(
      names = "--vcpusched",
      paramLabel = "VCPUS=CLASS",
      description = "fifo:PRIORITY, rr:PRIORITY, batch, idle or none: 0-3=fifo:1. Repeatable.")
  private List<String> vcpus = List.of();

  @Option(
      names = "--iothreadsched",
      paramLabel = "THREADS=CLASS",
      description = "The same for I/O threads. May be repeated.")
  private List<String> ioThreads = List.of();

  @Option(
      names = "--emulatorsched",
      paramLabel = "CLASS",
      description = "The same for the emulator threads.")
  private @Nullable String emulator;

  @Option(
      names = "--shares",
      paramLabel = "N",
      description = "The guest's weight against others, or none.")
  private @Nullable String shares;

  @Option(
      names = "--quota",
      paramLabel = "WHO=QUOTA[/PERIOD]",
      description =
          "Microseconds of each period for vcpu, global, emulator or iothread: vcpu=50000/100000.")
  private List<String> quotas = List.of();

  @Option(
      names = "--cachetune",
      paramLabel = "VCPUS=SHARE,...",
      split = ";",
      description =
          "What groups of vCPUs get of caches: 0-3=L3.0:4M,L3.1:4M;4-7=L3.0.code:2M; none.")
  private List<String> caches = List.of();

  @Option(
      names = "--memorytune",
      paramLabel = "VCPUS=ID:SHARE,...",
      split = ";",
      description = "What groups of vCPUs get of memory bandwidth: 0-3=0:60,1:40; none.")
  private List<String> bandwidths = List.of();

  @Override
  public List<Edit> edits(DomainId id, Domain guest) throws FormatException {
    var edits = new ArrayList<Edit>();
    for (int thread : added) {
      if (thread < 1) {
        throw new Given("--add-iothread", "" + thread).wrong("I/O thread ids start at 1.");
      }
      edits.add(new IoThreadEdit.AddIoThread(id, thread));
    }
    for (int thread : removed) {
      edits.add(new IoThreadEdit.RemoveIoThread(id, thread));
    }
    for (String text : pools) {
      var given = new Given("--iothread-pool", text);
      edits.add(
          given.key().equals("main")
              ? new IoThreadEdit.SetMainLoop(id, pool(given.value()))
              : new IoThreadEdit.SetPool(id, given.count(given.key()), pool(given.value())));
    }
    classes(id, edits);
    if (shares != null) {
      var given = new Given("--shares", shares);
      edits.add(
          new TuneEdit.SetShares(
              id, given.nothing() ? OptionalLong.empty() : OptionalLong.of(given.amount(shares))));
    }
    for (String text : quotas) {
      var given = new Given("--quota", text);
      edits.add(new TuneEdit.SetBandwidth(id, scope(given), bandwidth(given.value())));
    }
    if (!caches.isEmpty() || !bandwidths.isEmpty()) {
      edits.add(new TuneEdit.Allocate(id, allocations(guest.cpuTune().allocations())));
    }
    return edits;
  }

  private Allocations allocations(Allocations now) throws FormatException {
    var given =
        new Given(
            caches.isEmpty() ? "--memorytune" : "--cachetune",
            String.join(";", caches.isEmpty() ? bandwidths : caches));
    try {
      var some = caches.isEmpty() ? now : now.withCaches(AllocationText.parseCaches(said(caches)));
      return bandwidths.isEmpty()
          ? some
          : some.withBandwidths(AllocationText.parseBandwidths(said(bandwidths)));
    } catch (IllegalArgumentException cannot) {
      throw given.wrong(cannot.getMessage() + ".");
    }
  }

  private static String said(List<String> groups) {
    return groups.equals(List.of(Given.NONE)) ? "" : String.join(";", groups);
  }

  private static ThreadPool pool(Given value) throws FormatException {
    if (value.nothing()) {
      return ThreadPool.DEFAULT;
    }
    int dash = value.text().indexOf('-');
    if (dash < 1) {
      throw value.wrong("write the least and the most: 0-16.");
    }
    int least = value.count(value.text().substring(0, dash));
    int most = value.count(value.text().substring(dash + 1));
    if (most < 1 || most < least) {
      throw value.wrong("the most has to be 1 or more, and not below the least.");
    }
    return new ThreadPool(OptionalInt.of(least), OptionalInt.of(most));
  }

  private void classes(DomainId id, List<Edit> edits) throws FormatException {
    for (String text : vcpus) {
      var given = new Given("--vcpusched", text);
      edits.add(new TuneEdit.ScheduleVcpus(id, given.cpus(given.key()), scheduling(given.value())));
    }
    for (String text : ioThreads) {
      var given = new Given("--iothreadsched", text);
      edits.add(
          new TuneEdit.ScheduleIoThreads(id, given.cpus(given.key()), scheduling(given.value())));
    }
    if (emulator != null) {
      edits.add(
          new TuneEdit.ScheduleEmulator(id, scheduling(new Given("--emulatorsched", emulator))));
    }
  }

  private static Optional<Scheduling> scheduling(Given value) throws FormatException {
    if (value.nothing()) {
      return Optional.empty();
    }
    int colon = value.text().indexOf(':');
    String word = colon < 0 ? value.text() : value.text().substring(0, colon);
    new Given(value.option(), word).word(new String[] {"fifo", "rr", "batch", "idle"}, one -> one);
    boolean realTime = word.equals("fifo") || word.equals("rr");
    if (realTime != colon >= 0) {
      throw value.wrong(
          realTime ? "it needs a priority from 1 to 99: fifo:1." : word + " has no priority.");
    }
    if (!realTime) {
      return Optional.of(new Scheduling(word, OptionalInt.empty()));
    }
    int priority = value.count(value.text().substring(colon + 1));
    if (priority < 1 || priority > 99) {
      throw value.wrong("priorities go from 1 to 99.");
    }
    return Optional.of(new Scheduling(word, OptionalInt.of(priority)));
  }

  private static Bandwidth.Scope scope(Given given) throws FormatException {
    return new Given(given.option(), given.key())
        .word(
            Bandwidth.Scope.values(),
            scope -> scope.name().toLowerCase(java.util.Locale.ROOT).replace("_", ""));
  }

  private static Bandwidth bandwidth(Given value) throws FormatException {
    if (value.nothing()) {
      return Bandwidth.UNSAID;
    }
    int slash = value.text().indexOf('/');
    long quota = value.amount(slash < 0 ? value.text() : value.text().substring(0, slash));
    var period =
        slash < 0
            ? OptionalLong.empty()
            : OptionalLong.of(value.amount(value.text().substring(slash + 1)));
    return new Bandwidth(period, OptionalLong.of(quota));
  }
}

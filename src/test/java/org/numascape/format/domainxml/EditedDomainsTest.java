package org.numascape.format.domainxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.numascape.Hosts;
import org.numascape.SharedData;
import org.numascape.design.Design;
import org.numascape.design.Guest;
import org.numascape.design.History;
import org.numascape.design.HostSource;
import org.numascape.design.RandomEdits;
import org.numascape.domain.Aspect;
import org.numascape.domain.DomainState;
import org.numascape.format.FormatException;

/// What holds of the XML after any sequence of edits. A failure names the file and the seed; give
/// the seed as `-Dnumascape.seed=…` to see the same sequence again, and more with
/// `-Dnumascape.edits=…`.
final class EditedDomainsTest {

  private static final long SEED = Long.getLong("numascape.seed", 4);
  private static final int EDITS = Integer.getInteger("numascape.edits", 12);

  private record Real(String name, String xml) {}

  private static List<Real> files() throws IOException {
    var files = new ArrayList<Real>();
    try (var paths = Files.list(SharedData.folder("libvirt-domains"))) {
      for (Path path : paths.sorted().toList()) {
        files.add(
            new Real(
                path.getFileName().toString(), Files.readString(path, StandardCharsets.UTF_8)));
      }
    }
    return files;
  }

  @Test
  void afterEveryEditTheTextReadsBackAsWantedAndForeignMarkupIsUntouched() throws Exception {
    var broken = new ArrayList<String>();
    for (var file : files()) {
      var start = Edited.start(file.name(), file.xml());
      if (start.isPresent()) {
        Edited.brokenAt(file, start.get()).ifPresent(broken::add);
      }
    }

    assertThat(broken).isEmpty();
  }

  @Test
  void undoingEverythingLeadsToTheBytesThatWereReadAndRedoingToThoseThatWereWritten()
      throws Exception {
    for (var file : files()) {
      var edited = Edited.start(file.name(), file.xml());
      if (edited.isEmpty()) {
        continue;
      }
      var edits = new RandomEdits(SEED + file.name().hashCode());
      var start = edited.get();
      var end = start;
      for (int step = 0; step < EDITS; step++) {
        end = end.after(edits.next(end.present().guests().getFirst()));
      }

      var undone = end;
      while (undone.undoLabel().isPresent()) {
        undone = undone.undo();
      }
      var redone = undone;
      while (redone.redoLabel().isPresent()) {
        redone = redone.redo();
      }

      assertThat(undone.present()).as(file.name()).isEqualTo(start.present());
      assertThat(Edited.text(undone)).as(file.name()).isEqualTo(file.xml());
      assertThat(redone.present()).as(file.name()).isEqualTo(end.present());
      assertThat(Edited.text(redone)).as(file.name()).isEqualTo(Edited.text(end));
    }
  }

  /// A guest from a file in a history of its own.
  private interface Edited {
    static java.util.Optional<History> start(String name, String xml) {
      try {
        var domain = DomainReader.read(name, xml);
        var guest = Guest.read(domain, xml, DomainState.FILE, 0);
        return java.util.Optional.of(
            History.startingAt(
                Design.of("d", Hosts.twoSockets(), new HostSource.Sample("x"), List.of(guest))));
      } catch (FormatException deliberate) {
        return java.util.Optional.empty();
      }
    }

    /// The first edit after which a promise is not kept, in words.
    static java.util.Optional<String> brokenAt(Real file, History start) {
      var edits = new RandomEdits(SEED + file.name().hashCode());
      var foreign = ForeignMarkup.of(file.xml());
      var history = start;
      for (int step = 0; step < EDITS; step++) {
        var edit = edits.next(history.present().guests().getFirst());
        if (edit.label(history.present()).isBlank()) {
          return java.util.Optional.of(edit + " has no label");
        }
        history = history.after(edit);
        var wanted = history.present().guests().getFirst().wanted();
        String words = file.name() + ", seed " + SEED + ", edit " + step + ", " + edit + ": ";
        try {
          String text = text(history);
          var read = DomainReader.read(file.name(), text);
          var other =
              java.util.Arrays.stream(Aspect.values())
                  .filter(aspect -> !aspect.same(read, wanted))
                  .toList();
          if (!read.equals(wanted)) {
            return java.util.Optional.of(words + "reads back otherwise in " + other);
          }
          if (!ForeignMarkup.of(text).equals(foreign)) {
            return java.util.Optional.of(words + "changed what it should not");
          }
        } catch (FormatException | RuntimeException e) {
          return java.util.Optional.of(words + e);
        }
      }
      return java.util.Optional.empty();
    }

    static String text(History history) throws FormatException {
      var guest = history.present().guests().getFirst();
      return DomainWriter.write(guest.xml(), guest.wanted());
    }
  }
}

package org.numascape.format.domainxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.numascape.Hosts;
import org.numascape.SharedData;
import org.numascape.design.Design;
import org.numascape.design.Guest;
import org.numascape.design.History;
import org.numascape.design.HostSource;
import org.numascape.design.RandomEdits;
import org.numascape.domain.DomainState;
import org.numascape.format.FormatException;

/// A domain that libvirt's schema takes is one that it still takes after any edits.
///
/// `-Dnumascape.seed=…` gives other edits.
final class EditedDomainsSchemaTest {

  private static final long SEED = Long.getLong("numascape.seed", 4);
  private static final int EDITS = Integer.getInteger("numascape.edits", 15);

  @TempDir private Path folder;

  @Test
  void whatValidatedBeforeEditsValidatesAfterThem() throws Exception {
    Schema.assumeThere();
    var originals = originals();
    var valid = Schema.of(originals).valid();
    var edited = new TreeMap<Path, String>();
    for (Path file : valid) {
      edited(file, edited);
    }

    var verdict = Schema.of(List.copyOf(edited.keySet()));

    assertThat(edited).hasSizeGreaterThan(200);
    var broken = new ArrayList<String>();
    edited.forEach((file, edits) -> {
      if (!verdict.valid().contains(file)) {
        broken.add(file.getFileName() + ", seed " + SEED + ": " + edits);
      }
    });
    assertThat(broken).as(verdict.complaints()).isEmpty();
  }

  private List<Path> originals() throws IOException {
    try (var paths = Files.list(SharedData.folder("libvirt-domains"))) {
      return paths.sorted().filter(path -> path.toString().endsWith(".xml")).toList();
    }
  }

  /// Writes the file as it is after some edits, and after some more.
  private void edited(Path file, Map<Path, String> written) throws Exception {
    String xml = Files.readString(file, StandardCharsets.UTF_8);
    var start = start(file, xml);
    if (start.isEmpty()) {
      return;
    }
    var edits = new RandomEdits(SEED + file.getFileName().toString().hashCode());
    var history = start.get();
    var words = new StringBuilder();
    for (int step = 1; step <= EDITS; step++) {
      var edit = edits.next(history.present().guests().getFirst());
      words.append(edit.label(history.present())).append("; ");
      history = history.after(edit);
      if (step % 5 == 0) {
        var wanted = history.present().guests().getFirst().wanted();
        var out = folder.resolve(step + "-" + file.getFileName());
        Files.writeString(out, DomainWriter.write(xml, wanted));
        written.put(out, words.toString());
      }
    }
  }

  private static Optional<History> start(Path file, String xml) {
    try {
      var domain = DomainReader.read(file.toString(), xml);
      var guest = Guest.read(domain, xml, DomainState.FILE, 0);
      return Optional.of(
          History.startingAt(
              Design.of("d", Hosts.twoSockets(), new HostSource.Sample("x"), List.of(guest))));
    } catch (FormatException deliberate) {
      return Optional.empty();
    }
  }
}

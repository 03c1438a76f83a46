package org.numascape.document;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.numascape.design.HostSource;
import org.numascape.format.FormatException;
import org.numascape.format.Secrets;

/// The hosts and designs that were opened last, kept in `recent.json` of the config folder.
///
/// A list that is lost or damaged is an empty list: nobody's work hangs on it.
public final class RecentFiles {

  /// How many are kept.
  public static final int MOST = 12;

  private final Path folder;
  private final Path list;

  /// Keeps the list in the config folder.
  public RecentFiles(Folders folders) {
    this.folder = folders.config();
    this.list = folders.config().resolve("recent.json");
  }

  /// All of them, latest first, those with a missing file included.
  public List<Recent> entries() {
    if (!Files.exists(list)) {
      return List.of();
    }
    var entries = new ArrayList<Recent>();
    try {
      for (var json : JsonPart.read(list.toString(), TextFile.read(list).text()).list("recent")) {
        entries.add(read(json.object()));
      }
    } catch (FormatException | InvalidPathException e) {
      return List.copyOf(entries);
    }
    return entries.stream().limit(MOST).toList();
  }

  /// Puts something on top; passwords in a URI are left out. Pasted text, which cannot be read
  /// again, is not listed.
  ///
  /// @throws IOException when the list cannot be written, in one sentence
  public void opened(Recent recent) throws IOException {
    if (recent instanceof Recent.HostAt(HostSource.Pasted _)) {
      return;
    }
    var safe = safe(recent);
    var longer = new ArrayList<Recent>();
    longer.add(safe);
    entries().stream().filter(old -> !old.equals(safe)).forEach(longer::add);
    write(longer);
  }

  /// Takes something off the list; its file stays.
  ///
  /// @throws IOException when the list cannot be written, in one sentence
  public void forget(Recent recent) throws IOException {
    write(entries().stream().filter(old -> !old.equals(recent)).toList());
  }

  private static Recent safe(Recent recent) {
    return switch (recent) {
      case Recent.HostAt(HostSource.Connection(var uri)) ->
          new Recent.HostAt(new HostSource.Connection(Secrets.withoutPassword(uri)));
      case Recent.HostAt(HostSource.File(var path)) ->
          new Recent.HostAt(new HostSource.File(Path.of(path).toAbsolutePath().toString()));
      case Recent.HostAt(HostSource.Files(var paths)) ->
          new Recent.HostAt(
              new HostSource.Files(
                  paths.stream().map(path -> Path.of(path).toAbsolutePath().toString()).toList()));
      case Recent.HostAt host -> host;
      case Recent.DesignAt(var file) -> new Recent.DesignAt(file.toAbsolutePath());
    };
  }

  private void write(List<Recent> entries) throws IOException {
    var json = JsonNodeFactory.instance.objectNode();
    var array = json.putArray("recent");
    for (var entry : entries.subList(0, Math.min(MOST, entries.size()))) {
      switch (entry) {
        case Recent.DesignAt(var file) -> array.addObject().put("design", file.toString());
        case Recent.HostAt(var source) -> array.add(HostSourceJson.write(source));
      }
    }
    try {
      Files.createDirectories(folder);
      AtomicFile.writePrivately(list, JsonLines.of(json).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IOException(list + ": " + FileTrouble.sentence(e), e);
    }
  }

  private static Recent read(JsonPart json) throws FormatException {
    return json.names("design")
        ? new Recent.DesignAt(Path.of(json.text("design")))
        : new Recent.HostAt(HostSourceJson.read(json));
  }
}

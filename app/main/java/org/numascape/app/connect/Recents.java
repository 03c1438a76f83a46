package org.numascape.app.connect;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import org.numascape.app.store.Background;
import org.numascape.design.HostSource;
import org.numascape.document.Folders;
import org.numascape.document.Recent;
import org.numascape.document.RecentFiles;

/// The hosts and designs that were opened lately, for menus and start screen. Read once, written in
/// the background; a list that cannot be written is no reason to disturb anybody.
final class Recents {

  private static final System.Logger LOG = System.getLogger(Recents.class.getName());

  private final RecentFiles files;
  private final Background background;
  private volatile List<Recent> entries;

  Recents(Folders folders, Background background) {
    files = new RecentFiles(folders);
    entries = files.entries();
    this.background = background;
  }

  /// Latest first.
  List<Recent> entries() {
    return entries;
  }

  /// A design was opened or saved.
  void addDesign(Path file) {
    add(new Recent.DesignAt(file));
  }

  /// A host was opened. Pasted text cannot be read again, so it is not remembered.
  void addHost(HostSource source) {
    if (!(source instanceof HostSource.Pasted)) {
      add(new Recent.HostAt(source));
    }
  }

  private void add(Recent recent) {
    background.start(
        "Remembering what was opened",
        () -> {
          files.opened(recent);
          return files.entries();
        },
        now -> entries = now,
        failure -> LOG.log(Level.WARNING, "recent files: {0}", failure.getMessage()));
  }
}

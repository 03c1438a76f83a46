package org.numascape.document;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.numascape.format.FormatException;

/// The place of one recovery copy: the copy, a note on where it belongs, and a lock that dies with
/// its process.
final class RecoverySlot {

  /// Below the state folder.
  static final String FOLDER = "recovery";

  private static final String LOCK = ".lock";
  private static final String NOTE = ".note";

  /// Slots of this very process. POSIX locks do not tell one part of a process from another, and
  /// opening and closing a lock file anywhere in it would give its lock away: these must not even
  /// be looked at.
  private static final Set<String> OURS = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final String id;
  private final FileChannel channel;

  private RecoverySlot(Path folder, String id, FileChannel channel) {
    this.folder = folder;
    this.id = id;
    this.channel = channel;
  }

  /// A new slot of this process.
  static RecoverySlot claim(Path folder) throws IOException {
    makePrivate(folder);
    String id = ProcessHandle.current().pid() + "-" + UUID.randomUUID();
    OURS.add(id);
    try {
      var slot = open(folder, id, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      slot.lock();
      return slot;
    } catch (IOException e) {
      OURS.remove(id);
      throw e;
    }
  }

  /// A slot that a process left behind; empty while that process lives.
  static Optional<RecoverySlot> takeOver(Path folder, String id) throws IOException {
    if (!OURS.add(id)) {
      return Optional.empty();
    }
    RecoverySlot slot;
    try {
      slot = open(folder, id, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      OURS.remove(id);
      throw e;
    }
    if (slot.lock()) {
      return Optional.of(slot);
    }
    slot.leave();
    return Optional.empty();
  }

  private static RecoverySlot open(Path folder, String id, StandardOpenOption... options)
      throws IOException {
    return new RecoverySlot(folder, id, FileChannel.open(folder.resolve(id + LOCK), options));
  }

  private static void makePrivate(Path folder) throws IOException {
    Files.createDirectories(folder);
    if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  /// Whether the lock is ours now. Where the file system knows no locks, the process number in the
  /// id decides.
  private boolean lock() {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (IOException e) {
      return !processLives();
    }
  }

  private boolean processLives() {
    try {
      long process = Long.parseLong(id.substring(0, id.indexOf('-')));
      return process != ProcessHandle.current().pid()
          && ProcessHandle.of(process).filter(ProcessHandle::isAlive).isPresent();
    } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
      return false;
    }
  }

  /// The copy; may not be there.
  Path copy() {
    return folder.resolve(id + DesignFile.EXTENSION);
  }

  private Path noteFile() {
    return folder.resolve(id + NOTE);
  }

  /// Writes down where the copy belongs.
  void describe(Optional<Path> file, Stamp stamp) throws IOException {
    var json = JsonNodeFactory.instance.objectNode();
    file.ifPresent(path -> json.put("file", path.toAbsolutePath().toString()));
    json.put("stamp", stamp.sha256());
    AtomicFile.writePrivately(noteFile(), JsonLines.of(json).getBytes(StandardCharsets.UTF_8));
  }

  /// Where the copy belongs, as [#describe] wrote it; nowhere when the note is lost.
  Note note() {
    try {
      var json = JsonPart.read(noteFile().toString(), TextFile.read(noteFile()).text()).object();
      String file = json.text("file");
      return new Note(
          file.isEmpty() ? Optional.empty() : Optional.of(Path.of(file)),
          new Stamp(json.text("stamp")));
    } catch (FormatException | InvalidPathException e) {
      return new Note(Optional.empty(), Stamp.ABSENT);
    }
  }

  /// Lets go of the slot and leaves the copy where it is.
  void leave() {
    try {
      channel.close();
    } catch (IOException e) {
      // The lock goes with the process at the latest.
    }
    OURS.remove(id);
  }

  /// Lets go of the slot and takes everything in it away.
  void release() {
    for (Path file : List.of(copy(), noteFile())) {
      delete(file);
    }
    leave();
    delete(folder.resolve(id + LOCK));
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // It is offered once more, and can be declined.
    }
  }

  /// A recovery copy's own file, and what that held when the copy's design was read or saved.
  record Note(Optional<Path> file, Stamp stamp) {}
}

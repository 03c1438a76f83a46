package org.numascape.format.sysfs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.numascape.format.FormatException;

/// Unpacks into memory what `hwloc-gather-topology` packs: a tar with one folder in it, whose name
/// does not matter, that holds `sys` and `proc`; compressed or not.
///
/// Nobody has to trust the archive. Members with absolute paths or `..` in them are refused, so are
/// archives that are or become too large; links lead nowhere outside (see [FileTree]); nothing is
/// written to a disk.
public final class TarTree {

  /// More members than any host's archive has (one of 640 PUs has some 100,000).
  static final int MOST_MEMBERS = 500_000;

  /// Of one file: the cpuinfo of some thousand PUs is smaller.
  static final int LARGEST_FILE = 16 << 20;

  /// Of all files together; real archives hold up to some 10 MB.
  static final long LARGEST_TREE = 128L << 20;

  /// In characters; paths of /sys have some 150, Linux itself resolves up to 4,096.
  private static final int LONGEST_PATH = 1_024;

  /// Folders around a file; in /sys some 20.
  private static final int DEEPEST = 64;

  private final String source;
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final Map<String, String> links = new LinkedHashMap<>();
  private final List<String> folders = new ArrayList<>();
  private int members;
  private long held;

  private TarTree(String source) {
    this.source = source;
  }

  /// Whether a file that begins so is an archive this class may be able to read.
  public static boolean isArchive(byte[] start) {
    return Packing.of(start) != Packing.NONE;
  }

  /// The files in an archive.
  ///
  /// @param source the file's name, for messages
  /// @throws FormatException when it is no such archive, is damaged, too large or malicious
  public static MemoryTree read(String source, byte[] archive) throws FormatException {
    var tar = new TarTree(source);
    try (var in =
        Packing.of(archive).unpacked(source, new ByteArrayInputStream(archive), archive.length)) {
      tar.unpack(in);
    } catch (IOException | RuntimeException e) {
      // The library answers damaged archives with exceptions of many kinds.
      throw new FormatException(source, 0, words(e));
    }
    return tar.tree();
  }

  private static String words(Exception trouble) {
    return trouble instanceof Unpacked.TooLarge large
        ? String.valueOf(large.getMessage())
        : "The archive is damaged or cut off; make it again with hwloc-gather-topology.";
  }

  private void unpack(InputStream in) throws IOException, FormatException {
    var tar = new TarArchiveInputStream(in, "UTF-8");
    for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      members++;
      if (members > MOST_MEMBERS) {
        throw wrong(
            "The archive has more than %,d members, which no host needs.".formatted(MOST_MEMBERS));
      }
      String path = path(entry.getName());
      if (!path.isEmpty()) {
        take(path, entry, tar);
      }
    }
  }

  private void take(String path, TarArchiveEntry entry, InputStream in)
      throws IOException, FormatException {
    if (entry.isDirectory()) {
      folders.add(path);
    } else if (entry.isSymbolicLink()) {
      links.put(path, entry.getLinkName());
    } else if (entry.isLink()) {
      links.put(path, "/" + path(entry.getLinkName()));
    } else if (entry.isFile()) {
      files.put(path, content(path, entry.getSize(), in));
    }
  }

  private byte[] content(String path, long size, InputStream in)
      throws IOException, FormatException {
    if (size > LARGEST_FILE) {
      throw wrong(
          "%s in the archive is larger than %d MiB, which no file of a host is."
              .formatted(shown(path), LARGEST_FILE >> 20));
    }
    byte[] bytes = in.readNBytes((int) Math.max(0, size));
    held += bytes.length;
    if (held > LARGEST_TREE) {
      throw wrong(
          "The archive unpacks to more than %d MiB, which no host needs."
              .formatted(LARGEST_TREE >> 20));
    }
    return bytes;
  }

  /// A member's path without `.` and doubled slashes.
  private String path(String name) throws FormatException {
    if (name.length() > LONGEST_PATH) {
      throw wrong(
          "The archive holds the path \"%s\", which is longer than any of a host; it is not read."
              .formatted(shown(name)));
    }
    if (name.startsWith("/")) {
      throw wrong(
          "The archive holds the absolute path \"%s\"; it is not read.".formatted(shown(name)));
    }
    var names = new ArrayList<String>();
    for (String part : name.split("/", -1)) {
      if (part.equals("..")) {
        throw wrong(
            "The archive holds the path \"%s\", which leads out of it; it is not read."
                .formatted(shown(name)));
      }
      if (!part.isEmpty() && !part.equals(".")) {
        names.add(part);
      }
    }
    if (names.size() > DEEPEST) {
      throw wrong(
          "The archive holds the path \"%s\", which is deeper than any of a host; it is not read."
              .formatted(shown(name)));
    }
    return String.join("/", names);
  }

  /// A name from an archive is anybody's text.
  private static String shown(String name) {
    String plain = name.replaceAll("\\p{Cntrl}", "?");
    return plain.length() > 60 ? plain.substring(0, 60) + "…" : plain;
  }

  private MemoryTree tree() throws FormatException {
    String top = top();
    var builder = new MemoryTree.Builder();
    folders.forEach(path -> below(top, path, builder::folder));
    links.forEach(
        (path, target) -> below(top, path, inside -> builder.link(inside, hard(top, target))));
    files.forEach((path, bytes) -> below(top, path, inside -> builder.file(inside, bytes)));
    return builder.build();
  }

  /// The one folder that everything is in, or nothing where `sys` is at the top already.
  private String top() throws FormatException {
    var tops = new TreeSet<String>();
    for (var paths : List.of(files.keySet(), links.keySet(), folders)) {
      paths.forEach(
          path -> tops.add(path.contains("/") ? path.substring(0, path.indexOf('/')) : path));
    }
    if (tops.contains("sys")) {
      return "";
    }
    if (tops.size() != 1) {
      throw wrong(
          "This archive holds no Linux host: one made by hwloc-gather-topology has one folder with sys and proc in it.");
    }
    return tops.first();
  }

  private static void below(String top, String path, java.util.function.Consumer<String> use) {
    String inside = inside(top, path);
    if (!inside.isEmpty()) {
      use.accept(inside);
    }
  }

  private static String inside(String top, String path) {
    if (top.isEmpty()) {
      return path;
    }
    return path.startsWith(top + "/") ? path.substring(top.length() + 1) : "";
  }

  /// The target of a hard link names the folder at the top, that of a symbolic link does not.
  private static String hard(String top, String target) {
    boolean named = !top.isEmpty() && target.startsWith("/" + top + "/");
    return named ? target.substring(top.length() + 1) : target;
  }

  private FormatException wrong(String what) {
    return new FormatException(source, 0, what);
  }
}

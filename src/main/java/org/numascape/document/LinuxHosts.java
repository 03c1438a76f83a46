package org.numascape.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.numascape.design.HostSource;
import org.numascape.format.FormatException;
import org.numascape.format.sysfs.Devices;
import org.numascape.format.sysfs.FileTree;
import org.numascape.format.sysfs.FolderTree;
import org.numascape.format.sysfs.SysfsReader;
import org.numascape.format.sysfs.TarTree;
import org.numascape.format.sysfs.ThisMachine;
import org.numascape.topology.CpuSet;

/// Opens Linux hosts from what their kernels show in /sys and /proc: the machine the program runs
/// on, an archive of `hwloc-gather-topology`, or such an archive unpacked into a folder.
public interface LinuxHosts {

  /// As many bytes as tell an archive from other files.
  int START = 512;

  /// Whether a file is an archive or a folder, and so no text.
  static boolean isOne(Path file) {
    if (Files.isDirectory(file)) {
      return true;
    }
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (var in = Files.newInputStream(file)) {
      return TarTree.isArchive(in.readNBytes(START));
    } catch (IOException e) {
      // Whoever reads the file as a text will say why it cannot.
      return false;
    }
  }

  /// The host in an archive or folder.
  ///
  /// @throws FormatException when there is none, in one sentence
  static OpenedHost read(Path file) throws FormatException {
    var tree = Files.isDirectory(file) ? folder(file) : archive(file);
    return opened(
        new HostSource.File(file.toAbsolutePath().normalize().toString()), file.toString(), tree);
  }

  /// The machine the program runs on.
  ///
  /// @throws FormatException where it is no Linux machine, saying what to do instead
  static OpenedHost thisMachine() throws FormatException {
    var source = new HostSource.ThisMachine();
    String system = System.getProperty("os.name", "");
    if (!system.toLowerCase(Locale.ROOT).startsWith("linux")) {
      throw new FormatException(
          source.label(),
          0,
          system
              + " does not show its topology in files as Linux does; run \"lstopo host.xml\" here and open that file.");
    }
    return opened(source, source.label(), new ThisMachine());
  }

  private static OpenedHost opened(HostSource source, String name, FileTree tree)
      throws FormatException {
    var reading = SysfsReader.read(name, tree, new ThisMachine(), Devices.IMPORTANT);
    return new OpenedHost(reading.host(), source, List.of(), CpuSet.EMPTY, reading.notices());
  }

  private static FileTree archive(Path file) throws FormatException {
    try (var in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes((int) TextFile.LIMIT + 1);
      if (bytes.length > TextFile.LIMIT) {
        throw new FormatException(
            file.toString(),
            0,
            "The archive is larger than " + (TextFile.LIMIT >> 20) + " MiB, which no host needs.");
      }
      return TarTree.read(file.toString(), bytes);
    } catch (IOException e) {
      throw new FormatException(file.toString(), 0, FileTrouble.sentence(e));
    }
  }

  /// The folder itself, or the only folder in it, as unpacking an archive leaves it.
  private static FileTree folder(Path folder) throws FormatException {
    if (Files.isDirectory(folder.resolve("sys"))) {
      return new FolderTree(folder);
    }
    var inside = new FolderTree(folder).names("");
    if (inside.size() == 1 && Files.isDirectory(folder.resolve(inside.getFirst()).resolve("sys"))) {
      return new FolderTree(folder.resolve(inside.getFirst()));
    }
    throw new FormatException(
        folder.toString(),
        0,
        "This folder holds no host: neither an unpacked archive of hwloc-gather-topology, with folders sys and proc in it, nor saved outputs of lscpu, numactl -H and their like.");
  }
}

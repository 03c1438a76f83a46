package org.numascape.document;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.numascape.design.Guest;
import org.numascape.design.HostSource;
import org.numascape.domain.DomainState;
import org.numascape.format.FormatException;
import org.numascape.format.capabilities.CapabilitiesReader;
import org.numascape.format.domainxml.DomainReader;
import org.numascape.format.hwloc.HwlocReader;
import org.numascape.format.synthetic.SyntheticReader;
import org.numascape.hypervisor.Hypervisor;
import org.numascape.hypervisor.HypervisorException;
import org.numascape.sample.SampleDomain;
import org.numascape.sample.SampleHosts;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;

/// Opens any host there is a text for, and any design. Blocks: never call it on a thread that
/// draws.
///
/// @param connector how to reach a libvirt host
public record HostOpener(Connector connector) {

  /// Opens a connection to a libvirt URI.
  @FunctionalInterface
  public interface Connector {
    /// The connection; whoever asked for it closes it.
    Hypervisor connect(String uri) throws HypervisorException;
  }

  /// The host or design that a text names; see [HostText].
  ///
  /// @throws FormatException when a text or file is not what it should be, in one sentence
  /// @throws HypervisorException when a libvirt host cannot be reached or refuses
  public Opened open(String text) throws FormatException, HypervisorException {
    return open(HostText.source(text));
  }

  /// The host or design at a source. A connection is closed again after reading; to keep one, make
  /// it and use [HostRefresh].
  ///
  /// @throws FormatException when a file is not what it should be, in one sentence
  /// @throws HypervisorException when a libvirt host cannot be reached or refuses
  public Opened open(HostSource source) throws FormatException, HypervisorException {
    return switch (source) {
      case HostSource.Connection(var uri) -> live(uri);
      case HostSource.Sample(var name) -> sample(name);
      case HostSource.File(var path) -> file(Path.of(path));
      case HostSource.Files(var paths) -> files(paths);
      case HostSource.Synthetic(var description) ->
          host(source, SyntheticReader.read("synthetic:" + description, description));
      case HostSource.ThisMachine() -> LinuxHosts.thisMachine();
      case HostSource.Pasted(var kinds) ->
          throw new FormatException(
              source.label(), 0, "Pasted text cannot be read again; paste it anew.");
    };
  }

  private OpenedHost live(String uri) throws FormatException, HypervisorException {
    try (var hypervisor = connector.connect(uri)) {
      return new HostRefresh(hypervisor).read();
    }
  }

  /// A sample host with its guests.
  ///
  /// @throws FormatException when no sample has that name; the message lists those there are
  public static OpenedHost sample(String name) throws FormatException {
    var sample = SampleHosts.load(name);
    var guests = new ArrayList<Guest>();
    for (var domain : sample.domains()) {
      guests.add(guest(domain, guests.size()));
    }
    return new OpenedHost(
        sample.topology(), new HostSource.Sample(name), guests, sample.reserved(), List.of());
  }

  private static Guest guest(SampleDomain domain, int colour) throws FormatException {
    var stored = DomainReader.read(domain.file(), domain.xml());
    boolean runs = domain.state().active();
    return new Guest(
        stored,
        stored,
        domain.xml(),
        runs ? Optional.of(stored) : Optional.empty(),
        domain.state(),
        true,
        colour);
  }

  /// The host or design in a file or folder, told by what is in it.
  ///
  /// @throws FormatException when it is neither, in one sentence
  public static Opened file(Path file) throws FormatException {
    var saved = Files.isDirectory(file) ? SavedFolder.files(file) : List.<Path>of();
    if (!saved.isEmpty()) {
      return files(saved.stream().map(Path::toString).toList());
    }
    if (LinuxHosts.isOne(file)) {
      return LinuxHosts.read(file);
    }
    var text = TextFile.read(file);
    String name = file.toString();
    var format = Formats.of(text.text());
    if (format.isEmpty()) {
      throw new FormatException(name, 0, unknown(text.text()));
    }
    return switch (format.get()) {
      case DESIGN -> {
        var opened = DesignFiles.open(name, text);
        yield new OpenedDesign(file, opened.design(), opened.stamp());
      }
      case HWLOC -> host(file, HwlocReader.read(name, text.text()));
      case CAPABILITIES -> host(file, CapabilitiesReader.read(name, text.text()));
      case TEXT -> host(file, SavedTexts.host(List.of(new NamedText(name, text.text()))));
      case DOMAIN ->
          throw new FormatException(
              name, 0, "This describes a virtual machine (libvirt domain XML), not a host.");
    };
  }

  /// One host from several files with the outputs of its tools; see [SavedTexts].
  ///
  /// @throws FormatException when a file cannot be read, or they make no host, in one sentence
  public static OpenedHost files(List<String> paths) throws FormatException {
    var texts = new ArrayList<NamedText>();
    var absolute = new ArrayList<String>();
    for (String path : paths) {
      var file = Path.of(path);
      texts.add(new NamedText(path, TextFile.read(file).text()));
      absolute.add(file.toAbsolutePath().normalize().toString());
    }
    return host(new HostSource.Files(absolute), SavedTexts.host(texts));
  }

  /// The host that pasted text describes; it cannot be read again.
  ///
  /// @throws FormatException when it describes none, in one sentence
  public static OpenedHost pasted(String text) throws FormatException {
    var texts = List.of(new NamedText("pasted text", text));
    var host = SavedTexts.host(texts);
    return host(new HostSource.Pasted(String.join(", ", SavedTexts.tools(texts))), host);
  }

  private static OpenedHost host(HostSource source, HostTopology host) {
    return new OpenedHost(host, source, List.of(), CpuSet.EMPTY, List.of());
  }

  private static OpenedHost host(Path file, HostTopology host) {
    return host(new HostSource.File(file.toAbsolutePath().normalize().toString()), host);
  }

  /// A guest from a domain XML file.
  ///
  /// @param colour index into the palette's guest colours
  /// @throws FormatException when the file is no domain XML, in one sentence
  public static Guest guest(Path file, int colour) throws FormatException {
    var text = TextFile.read(file).text();
    Formats.requireDomain(file.toString(), text);
    return Guest.read(DomainReader.read(file.toString(), text), text, DomainState.FILE, colour);
  }

  private static String unknown(String text) {
    String start = text.strip().toLowerCase(Locale.ROOT);
    if (start.isEmpty()) {
      return "The file is empty.";
    }
    return "This is no description of a host: hwloc XML (lstopo host.xml), libvirt capabilities (virsh"
        + " capabilities), the output of lscpu or numactl -H, or a Numascape design belongs here.";
  }
}

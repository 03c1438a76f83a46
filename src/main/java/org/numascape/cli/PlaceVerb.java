package org.numascape.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.numascape.document.Formats;
import org.numascape.document.HostOpener;
import org.numascape.document.TextFile;
import org.numascape.format.FormatException;
import org.numascape.format.domainxml.DomainReader;
import org.numascape.format.domainxml.DomainWriter;
import org.numascape.format.domainxml.Placement;
import org.numascape.format.domainxml.PlacementOptions;
import org.numascape.hypervisor.HypervisorException;
import org.numascape.topology.HostTopology;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Edits where a domain XML puts its threads and memory, and what of the host it shows its guest,
/// and nothing else of it. Sizes, counts and cells come first, then a preset, then pins and
/// bindings, so that these have the last word.
@Command(
    name = "place",
    mixinStandardHelpOptions = true,
    description =
        "Edits the placement in a libvirt domain XML; everything else stays, byte for byte.",
    customSynopsis = "numascape place DOMAIN.xml [OPTION]... [-o OUT.xml]",
    sortOptions = false)
final class PlaceVerb implements Callable<Integer> {
  private final Console console;
  private final HostOpener opener;

  @Parameters(paramLabel = "DOMAIN.xml", description = "What virsh dumpxml wrote.")
  private Path domain = Path.of("");

  @Option(
      names = "--vcpupin",
      paramLabel = "VCPUS=CPUS",
      description = "Pins vCPUs: 0=2,34 or 4-7=8-15; 0=any takes the pin away. May be repeated.")
  private List<String> vcpuPins = List.of();

  @Option(
      names = "--emulatorpin",
      paramLabel = "CPUS",
      description = "Pins the emulator threads: 0-1, or any.")
  private @Nullable String emulatorPin;

  @Option(
      names = "--iothreadpin",
      paramLabel = "THREAD=CPUS",
      description = "Pins an I/O thread: 1=3. May be repeated.")
  private List<String> ioThreadPins = List.of();

  @Option(
      names = "--cell",
      paramLabel = "CELL=node:NODES",
      description =
          "Binds a guest cell's memory to host nodes: 0=node:1, or 0=any. May be repeated.")
  private List<String> cells = List.of();

  @Option(
      names = "--memory-mode",
      paramLabel = "MODE",
      description = "strict, preferred, interleave or restrictive.")
  private @Nullable String memoryMode;

  @Option(
      names = "--pages",
      paramLabel = "SIZE",
      description = "Puts memory on pages of this size: 2M, 1G or normal.")
  private @Nullable String pages;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description = "What --preset and --devices-on-cells look at: URI, file, sample:NAME, this.")
  private @Nullable String host;

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      description =
          "dedicated, one-thread-per-core, whole-cores, shared-pool, real-time, latency,"
              + " throughput, follow-host or relax. Needs --host.")
  private @Nullable String preset;

  @Option(
      names = "--node",
      paramLabel = "NODE",
      description = "Keeps the preset within this host node.")
  private @Nullable Integer node;

  @Option(
      names = "--devices-on-cells",
      description =
          "Adds expander buses and root ports, so that host devices appear on the right guest"
              + " cells. Needs --host.")
  private boolean devicesOnCells;

  @ArgGroup(validate = false, heading = "%nvCPUs and the CPU the guest sees:%n")
  private VcpuOptions vcpuOptions = new VcpuOptions();

  @ArgGroup(validate = false, heading = "%nGuest cells:%n")
  private CellOptions cellOptions = new CellOptions();

  @ArgGroup(validate = false, heading = "%nWhat cells cost to reach:%n")
  private LinkOptions linkOptions = new LinkOptions();

  @ArgGroup(validate = false, heading = "%nMemory:%n")
  private MemoryOptions memoryOptions = new MemoryOptions();

  @ArgGroup(validate = false, heading = "%nThreads:%n")
  private ThreadOptions threadOptions = new ThreadOptions();

  @ArgGroup(validate = false, heading = "%nDisks:%n")
  private DiskOptions diskOptions = new DiskOptions();

  @ArgGroup(validate = false, heading = "%nMemory devices, board, name:%n")
  private DeviceOptions deviceOptions = new DeviceOptions();

  @ArgGroup(validate = false, heading = "%nHost devices:%n")
  private HostDeviceOptions hostDeviceOptions = new HostDeviceOptions();

  @ArgGroup(validate = false, heading = "%nWhat presets may use of the host (with --host):%n")
  private HostPlanOptions hostPlanOptions = new HostPlanOptions();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT.xml",
      description = "Where to; standard output by default.")
  private @Nullable Path output;

  PlaceVerb(Console console, HostOpener opener) {
    this.console = console;
    this.opener = opener;
  }

  @Override
  public Integer call() throws FormatException, HypervisorException, IOException {
    var file = TextFile.read(domain);
    Formats.requireDomain(domain.toString(), file.text());
    var before = DomainReader.read(domain.toString(), file.text());
    var options =
        new PlacementOptions(
            vcpuPins,
            Optional.ofNullable(emulatorPin),
            ioThreadPins,
            cells,
            Optional.ofNullable(memoryMode),
            Optional.ofNullable(pages));
    var guest = new PlacedGuest(before, host == null ? Optional.empty() : opened(host));
    var planned = hostPlanOptions.first();
    if (host == null && planned.isPresent()) {
      throw planned.get().wrong("say of which host, with --host.");
    }
    var groups =
        List.of(
            hostPlanOptions,
            vcpuOptions,
            cellOptions,
            linkOptions,
            memoryOptions,
            threadOptions,
            diskOptions,
            deviceOptions,
            hostDeviceOptions);
    for (var group : groups) {
      guest.edit(group);
    }
    if (preset != null) {
      console.notes(guest.preset(preset, Optional.ofNullable(node)));
    }
    guest.replace(Placement.place(guest.domain(), options));
    if (devicesOnCells) {
      console.notes(guest.devicesOnCells());
    }
    var placed = guest.domain();
    byte[] bytes = file.bytes(DomainWriter.write(file.text(), placed));
    if (output == null) {
      console.out().write(bytes, 0, bytes.length);
    } else {
      TextFile.write(output, bytes);
    }
    return 0;
  }

  private Optional<HostTopology> opened(String text) throws FormatException, HypervisorException {
    return Optional.of(opener.open(text).design().host());
  }
}

package org.numascape.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.numascape.design.DesignEdit;
import org.numascape.design.DeviceEdit;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.PlatformEdit;
import org.numascape.domain.Domain;
import org.numascape.domain.Iommu;
import org.numascape.domain.MemoryDevice;
import org.numascape.format.FormatException;
import org.numascape.topology.NodeSet;
import org.numascape.topology.PageSize;
import picocli.CommandLine.Option;

/// Options on memory devices, the board, and the guest's name.
final class DeviceOptions implements GuestOptions {

  @Option(
      names = "--add-memory",
      paramLabel = "MODEL,KEY=VALUE,...",
      description =
          "Plugs memory in: dimm,size=4G,cell=0,nodes=1,pages=2M; virtio-mem also takes block= and"
              + " requested=. May be repeated.")
  private List<String> added = List.of();

  @Option(
      names = "--remove-memory",
      paramLabel = "N",
      description = "Unplugs the memory device of that place, from 0.")
  private List<Integer> removed = List.of();

  @Option(
      names = "--expander-cell",
      paramLabel = "BUS=CELL",
      description = "Reports an expander bus on another guest cell. May be repeated.")
  private List<String> expanders = List.of();

  @Option(names = "--pmu", paramLabel = "on/off", description = "Performance counters, or none.")
  private @Nullable String pmu;

  @Option(
      names = "--balloon",
      paramLabel = "MODEL",
      description = "virtio, or none for no balloon.")
  private @Nullable String balloon;

  @Option(
      names = "--iommu",
      paramLabel = "MODEL",
      description = "intel or amd, with what more than 255 vCPUs need; none takes it away.")
  private @Nullable String iommu;

  @Option(names = "--name", paramLabel = "NAME", description = "Another name.")
  private @Nullable String name;

  @Override
  public List<Edit> edits(DomainId id, Domain guest) throws FormatException {
    var edits = new ArrayList<Edit>();
    removed.stream()
        .sorted(java.util.Comparator.reverseOrder())
        .forEach(at -> edits.add(new DeviceEdit.RemoveMemory(id, at)));
    for (String text : added) {
      edits.add(new DeviceEdit.AddMemory(id, device(new Given("--add-memory", text))));
    }
    for (String text : expanders) {
      var given = new Given("--expander-cell", text);
      edits.add(
          new DeviceEdit.MoveExpander(
              id, given.count(given.key()), given.count(given.value().text())));
    }
    board(id, edits);
    if (name != null) {
      try {
        edits.add(new DesignEdit.RenameGuest(id, name));
      } catch (IllegalArgumentException cannot) {
        throw new Given("--name", name).wrong(cannot.getMessage() + ".");
      }
    }
    return edits;
  }

  private void board(DomainId id, List<Edit> edits) throws FormatException {
    if (pmu != null) {
      edits.add(
          new PlatformEdit.SetPmu(
              id,
              new Given("--pmu", pmu)
                  .optionalWord(new Boolean[] {true, false}, on -> on ? "on" : "off")));
    }
    if (balloon != null) {
      edits.add(new PlatformEdit.SetBalloon(id, balloon));
    }
    if (iommu != null) {
      var model =
          new Given("--iommu", iommu)
              .optionalWord(new String[] {"intel", "amd", "smmuv3", "virtio"}, word -> word);
      boolean remaps = iommu.equals("intel") || iommu.equals("amd");
      edits.add(new PlatformEdit.SetIommu(id, model.map(word -> new Iommu(word, remaps, remaps))));
      if (iommu.equals("intel")) {
        edits.add(new PlatformEdit.SetIoApic(id, Optional.of("qemu")));
      }
    }
  }

  private static MemoryDevice device(Given given) throws FormatException {
    String[] parts = given.text().split(",(?=[a-z]+=)", -1);
    Map<String, Given> said = new TreeMap<>();
    for (int at = 1; at < parts.length; at++) {
      var part = new Given(given.option(), parts[at]);
      said.put(part.key(), part.value());
    }
    for (String key : said.keySet()) {
      new Given(given.option(), key)
          .word(new String[] {"size", "cell", "nodes", "pages", "block", "requested"}, k -> k);
    }
    var size = said.get("size");
    if (size == null) {
      throw given.wrong("it needs a size: dimm,size=4G.");
    }
    var cell = said.get("cell");
    var nodes = said.get("nodes");
    var pages = said.get("pages");
    String model =
        new Given(given.option(), parts[0])
            .word(new String[] {"dimm", "virtio-mem", "nvdimm", "virtio-pmem"}, word -> word);
    return new MemoryDevice(
        model,
        size.kib(),
        cell == null ? OptionalInt.of(0) : OptionalInt.of(cell.count(cell.text())),
        nodes == null ? Optional.<NodeSet>empty() : Optional.of(nodes.nodes(nodes.text())),
        pages == null ? Optional.empty() : Optional.of(pageSize(pages)),
        Optional.empty(),
        kib(said.get("block")),
        kib(said.get("requested")),
        Optional.empty(),
        Optional.empty());
  }

  private static OptionalLong kib(@Nullable Given given) throws FormatException {
    return given == null ? OptionalLong.empty() : OptionalLong.of(given.kib());
  }

  private static PageSize pageSize(Given given) throws FormatException {
    try {
      return new PageSize(given.kib());
    } catch (IllegalArgumentException cannot) {
      throw given.wrong(cannot.getMessage() + ".");
    }
  }
}

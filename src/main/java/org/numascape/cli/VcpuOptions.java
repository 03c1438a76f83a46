package org.numascape.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.numascape.design.CpuEdit;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.VcpuEdit;
import org.numascape.domain.CpuCache;
import org.numascape.domain.CpuMode;
import org.numascape.domain.CpuTopology;
import org.numascape.domain.Domain;
import org.numascape.domain.VcpuState;
import org.numascape.format.FormatException;
import org.numascape.topology.CpuSet;
import picocli.CommandLine.Option;

/// Options on vCPUs and on the CPU a guest sees.
final class VcpuOptions implements GuestOptions {

  @Option(
      names = "--vcpus",
      paramLabel = "[CURRENT/]MAXIMUM",
      description = "How many vCPUs: 8, or 4/8 for 4 at start.")
  private @Nullable String vcpus;

  @Option(
      names = "--online",
      paramLabel = "VCPUS",
      description = "Which vCPUs are there at start, the others to be plugged in; none takes back.")
  private @Nullable String online;

  @Option(
      names = "--cpuset",
      paramLabel = "CPUS",
      description = "Where threads without a pin may run: 0-15, or any.")
  private @Nullable String cpuset;

  @Option(
      names = "--placement",
      paramLabel = "WORD",
      description = "static, or auto to leave the place to numad.")
  private @Nullable String placement;

  @Option(
      names = "--topology",
      paramLabel = "SOCKETS:DIES:CLUSTERS:CORES:THREADS",
      description =
          "How vCPUs are grouped: 2:1:1:4:2, short 2:4:2 without dies and clusters; none.")
  private @Nullable String topology;

  @Option(
      names = "--cpu",
      paramLabel = "MODE",
      description = "host-passthrough, host-model, maximum, or custom:MODEL.")
  private @Nullable String cpu;

  @Option(
      names = "--cpu-cache",
      paramLabel = "WORD",
      description = "What the guest is told of caches: passthrough, emulate, disable, none.")
  private @Nullable String cache;

  @Option(
      names = "--cpu-feature",
      paramLabel = "NAME=POLICY",
      description = "pdpe1gb=require, or NAME=none. May be repeated.")
  private List<String> features = List.of();

  @Override
  public List<Edit> edits(DomainId id, Domain guest) throws FormatException {
    var edits = new ArrayList<Edit>();
    if (vcpus != null) {
      edits.add(count(id, new Given("--vcpus", vcpus)));
    }
    if (online != null) {
      edits.add(online(id, guest, new Given("--online", online)));
    }
    if (placement != null) {
      var word = new Given("--placement", placement);
      edits.add(
          new VcpuEdit.SetPlacement(
              id, word.word(new Boolean[] {false, true}, auto -> auto ? "auto" : "static")));
    }
    if (cpuset != null) {
      var given = new Given("--cpuset", cpuset);
      edits.add(
          new VcpuEdit.SetCpuset(
              id, given.nothing() ? Optional.empty() : Optional.of(given.cpus(cpuset))));
    }
    if (topology != null) {
      edits.add(topology(id, guest, new Given("--topology", topology)));
    }
    cpu(id, edits);
    return edits;
  }

  private static Edit count(DomainId id, Given given) throws FormatException {
    int slash = given.text().indexOf('/');
    int maximum = given.count(given.text().substring(slash + 1));
    int current = slash < 0 ? maximum : given.count(given.text().substring(0, slash));
    try {
      return new VcpuEdit.SetCount(id, maximum, current);
    } catch (IllegalArgumentException cannot) {
      throw given.wrong(cannot.getMessage() + ".");
    }
  }

  private Edit online(DomainId id, Domain guest, Given given) throws FormatException {
    if (given.nothing()) {
      return new VcpuEdit.SetStates(id, List.of());
    }
    var there = given.cpus(given.text());
    int slash = vcpus == null ? 0 : vcpus.indexOf('/') + 1;
    int maximum = vcpus == null ? guest.vcpus().maximum() : given.count(vcpus.substring(slash));
    if (!there.contains(0) || !CpuSet.range(0, maximum - 1).containsAll(there)) {
      throw given.wrong("vCPU 0 has to be among them, and none above " + (maximum - 1) + ".");
    }
    var each = new ArrayList<VcpuState>();
    for (int vcpu = 0; vcpu < maximum; vcpu++) {
      each.add(new VcpuState(vcpu, there.contains(vcpu), vcpu > 0, OptionalInt.empty()));
    }
    return new VcpuEdit.SetStates(id, each);
  }

  private Edit topology(DomainId id, Domain guest, Given given) throws FormatException {
    if (given.nothing()) {
      return new CpuEdit.SetTopology(id, Optional.empty());
    }
    var counts = new ArrayList<Integer>();
    for (String part : given.text().split(":", -1)) {
      counts.add(given.count(part));
    }
    if (counts.size() == 3) {
      counts.addAll(1, List.of(1, 1));
    }
    int product = counts.stream().reduce(1, (one, two) -> one * two);
    if (counts.size() != 5 || product == 0) {
      throw given.wrong("write sockets:cores:threads or sockets:dies:clusters:cores:threads.");
    }
    int slash = vcpus == null ? 0 : vcpus.indexOf('/') + 1;
    int maximum = vcpus == null ? guest.vcpus().maximum() : given.count(vcpus.substring(slash));
    if (product != maximum) {
      throw given.wrong(
          "that makes " + product + " vCPUs, and " + guest.name() + " has " + maximum + ".");
    }
    return new CpuEdit.SetTopology(
        id,
        Optional.of(
            new CpuTopology(
                counts.get(0), counts.get(1), counts.get(2), counts.get(3), counts.get(4))));
  }

  private void cpu(DomainId id, List<Edit> edits) throws FormatException {
    if (cpu != null) {
      boolean custom = cpu.startsWith("custom:");
      var given = new Given("--cpu", custom ? "custom" : cpu);
      edits.add(
          new CpuEdit.SetMode(
              id,
              Optional.of(given.word(CpuMode.values(), CpuMode::word)),
              custom ? Optional.of(cpu.substring("custom:".length())) : Optional.empty()));
    }
    if (cache != null) {
      var mode =
          new Given("--cpu-cache", cache)
              .optionalWord(new String[] {"passthrough", "emulate", "disable"}, word -> word);
      edits.add(
          new CpuEdit.SetCache(
              id,
              mode.map(word ->
                  new CpuCache(
                      word.equals("emulate") ? OptionalInt.of(3) : OptionalInt.empty(), word))));
    }
    for (String text : features) {
      var given = new Given("--cpu-feature", text);
      var policy =
          given
              .value()
              .optionalWord(
                  new String[] {"force", "require", "optional", "disable", "forbid"}, word -> word);
      edits.add(new CpuEdit.SetFeature(id, given.key(), policy));
    }
  }
}

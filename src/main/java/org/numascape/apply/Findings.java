package org.numascape.apply;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.numascape.apply.Finding.Match;
import org.numascape.apply.Finding.Side;
import org.numascape.domain.Aspect;
import org.numascape.domain.Domain;
import org.numascape.domain.IoThread;
import org.numascape.domain.NumaTune;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.format.FormatException;
import org.numascape.format.domainxml.DomainReader;
import org.numascape.hypervisor.DomainRecord;
import org.numascape.hypervisor.LivePins;
import org.numascape.topology.CpuSet;
import org.numascape.topology.MemorySize;

/// Compares what was wanted with what was read back, thing by thing.
interface Findings {

  /// What is told only where it is not as wanted. libvirt fills in CPU models and devices of its
  /// own, which are no difference.
  EnumSet<Aspect> COMPARED =
      EnumSet.of(
          Aspect.VCPUS,
          Aspect.IO_THREADS,
          Aspect.SCHEDULING,
          Aspect.CPU_TIME,
          Aspect.ALLOCATIONS,
          Aspect.TOPOLOGY,
          Aspect.CELLS,
          Aspect.HOST_DEVICES,
          Aspect.MEMORY_DEVICES);

  /// A definition on the host: what it says, and whether the next start takes it at all.
  static List<Finding> stored(Domain wanted, DomainRecord record) throws FormatException {
    var findings =
        new ArrayList<>(definition(wanted, DomainReader.read(record.name(), record.inactiveXml())));
    if (record.managedSave()) {
      findings.add(
          Finding.different(
              Side.DEFINITION,
              "the definition",
              "not what starts next: a saved image is restored with the placement it was saved with, unless it"
                  + " is removed (virsh managedsave-remove)"));
    }
    return findings;
  }

  /// A definition.
  static List<Finding> definition(Domain wanted, Domain found) {
    var side = Side.DEFINITION;
    var findings =
        new ArrayList<>(
            vcpus(side, optional(wanted.vcpuPins()), optional(found.vcpuPins()), Optional.empty()));
    thread(
        findings,
        side,
        "emulator threads",
        wanted.emulatorPin(),
        found.emulatorPin(),
        Optional.empty());
    var ioPins = ioPins(found);
    for (var io : wanted.ioThreads()) {
      var pin = Optional.ofNullable(ioPins.get(io.id()));
      thread(findings, side, "I/O thread " + io.id(), io.pin(), pin, Optional.empty());
    }
    memory(findings, wanted, found);
    harmless(findings, "memory", size(wanted), size(found));
    for (var aspect : COMPARED) {
      String words = AspectWords.of(aspect, wanted);
      String other = AspectWords.of(aspect, found);
      if (!words.equals(other)) {
        findings.add(Finding.different(side, aspect.words() + " → " + words, other));
      }
    }
    return findings;
  }

  private static void memory(List<Finding> findings, Domain wanted, Domain found) {
    if (!wanted.numaTune().equals(NumaTune.NONE) || !found.numaTune().equals(NumaTune.NONE)) {
      compared(
          findings,
          "memory rules → " + tune(wanted.numaTune()),
          tune(found.numaTune()),
          wanted.numaTune().equals(found.numaTune()));
    }
    if (wanted.backing().hugePages() || found.backing().hugePages()) {
      compared(
          findings,
          PlanLines.pages(wanted.backing()),
          PlanLines.pages(found.backing()),
          wanted.backing().equals(found.backing()));
    }
  }

  private static void compared(List<Finding> findings, String words, String found, boolean same) {
    findings.add(
        same
            ? Finding.verified(Side.DEFINITION, words)
            : Finding.different(Side.DEFINITION, words, found));
  }

  private static void harmless(List<Finding> findings, String what, String wanted, String found) {
    if (!wanted.equals(found)) {
      findings.add(new Finding(what + " " + wanted, Side.DEFINITION, Match.HARMLESS, found));
    }
  }

  private static String size(Domain domain) {
    return MemorySize.ofKib(domain.memoryKib()).toString();
  }

  private static String tune(NumaTune tune) {
    if (tune.automatic()) {
      return "left to numad";
    }
    var words = new ArrayList<String>();
    tune.memory().ifPresent(rule -> words.add(rule(rule)));
    tune.cells().forEach((cell, rule) -> words.add("cell " + cell + " " + rule(rule)));
    return words.isEmpty() ? "none" : String.join(", ", words);
  }

  private static String rule(MemoryBinding rule) {
    return rule.mode().word() + " from " + Words.nodes(rule.nodes());
  }

  /// Threads of a running guest; a thread without a pin is expected on all `online` CPUs.
  static List<Finding> running(Domain wanted, LivePins found, CpuSet online) {
    var side = Side.RUNNING;
    var anywhere = Optional.of(online);
    var expected = new TreeMap<Integer, Optional<CpuSet>>();
    boolean numad = wanted.placedByNumad();
    for (int vcpu : found.vcpus().keySet()) {
      if (!numad || wanted.vcpuPins().containsKey(vcpu)) {
        expected.put(vcpu, wanted.affinity(vcpu));
      }
    }
    var seen = new TreeMap<Integer, Optional<CpuSet>>();
    found
        .vcpus()
        .forEach((vcpu, cpus) -> {
          if (expected.containsKey(vcpu)) {
            seen.put(vcpu, Optional.of(cpus));
          }
        });
    var findings = new ArrayList<>(vcpus(side, expected, seen, anywhere));
    if (!numad || wanted.emulatorPin().isPresent()) {
      thread(
          findings,
          side,
          "emulator threads",
          wanted.emulatorAffinity(),
          Optional.of(found.emulator()),
          anywhere);
    }
    for (var io : wanted.ioThreads()) {
      var pin = Optional.ofNullable(found.ioThreads().get(io.id()));
      var target = io.pin().or(() -> wanted.vcpus().cpuset());
      if (pin.isPresent() && !(numad && io.pin().isEmpty())) {
        thread(findings, side, "I/O thread " + io.id(), target, pin, anywhere);
      }
    }
    return findings;
  }

  private static Map<Integer, CpuSet> ioPins(Domain domain) {
    var pins = new TreeMap<Integer, CpuSet>();
    for (IoThread io : domain.ioThreads()) {
      io.pin().ifPresent(pin -> pins.put(io.id(), pin));
    }
    return pins;
  }

  private static Map<Integer, Optional<CpuSet>> optional(Map<Integer, CpuSet> pins) {
    var all = new TreeMap<Integer, Optional<CpuSet>>();
    pins.forEach((vcpu, cpus) -> all.put(vcpu, Optional.of(cpus)));
    return all;
  }

  private static List<Finding> vcpus(
      Side side,
      Map<Integer, Optional<CpuSet>> wanted,
      Map<Integer, Optional<CpuSet>> found,
      Optional<CpuSet> anywhere) {
    var same = new TreeMap<Integer, Optional<CpuSet>>();
    var findings = new ArrayList<Finding>();
    var ids = new TreeSet<>(wanted.keySet());
    ids.addAll(found.keySet());
    for (int vcpu : ids) {
      Optional<CpuSet> to = wanted.getOrDefault(vcpu, Optional.empty());
      Optional<CpuSet> is = found.getOrDefault(vcpu, Optional.empty());
      if (same(to, is, anywhere)) {
        same.put(vcpu, to);
      } else {
        findings.add(
            Finding.different(side, "vCPU " + vcpu + " → " + Words.target(to), Words.target(is)));
      }
    }
    if (!same.isEmpty()) {
      Words.moved(same).forEach(words -> findings.add(Finding.verified(side, words)));
    }
    return findings;
  }

  /// A thread that may run anywhere shows all online CPUs; some hosts name others besides.
  private static boolean same(
      Optional<CpuSet> wanted, Optional<CpuSet> found, Optional<CpuSet> anywhere) {
    if (wanted.isEmpty() && anywhere.isPresent()) {
      return found.filter(cpus -> cpus.containsAll(anywhere.get())).isPresent();
    }
    return wanted.equals(found);
  }

  private static void thread(
      List<Finding> findings,
      Side side,
      String name,
      Optional<CpuSet> wanted,
      Optional<CpuSet> found,
      Optional<CpuSet> anywhere) {
    if (wanted.isEmpty() && found.isEmpty()) {
      return;
    }
    String words = name + " → " + Words.target(wanted);
    findings.add(
        same(wanted, found, anywhere)
            ? Finding.verified(side, words)
            : Finding.different(side, words, Words.target(found)));
  }
}

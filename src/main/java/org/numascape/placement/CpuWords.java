package org.numascape.placement;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.design.Guest;
import org.numascape.topology.CpuSet;
import org.numascape.topology.PuState;
import org.numascape.topology.TopologyObject;

/// Words for CPUs.
final class CpuWords extends SetWords<CpuSet> {

  private static final String FREE_ON = "free on ";
  private static final String FREE_CORES_ON = "free cores on ";
  private static final String ONE_PER_CORE = "one per core of ";
  private static final String SIBLINGS_OF = "siblings of ";

  CpuWords(Analysis facts) {
    super(facts);
  }

  @Override
  CpuSet all() {
    return CpuSet.of(host().pus().keySet());
  }

  @Override
  CpuSet of(TopologyObject part) {
    return part.cpus();
  }

  @Override
  CpuSet usedBy(Guest guest) {
    return guest.wanted().vcpuPins().values().stream().reduce(CpuSet.EMPTY, CpuSet::or).and(all());
  }

  @Override
  CpuSet range(int first, int last) {
    return CpuSet.range(first, last);
  }

  @Override
  String one() {
    return "CPU";
  }

  @Override
  Optional<CpuSet> ownWord(String word, CpuSet before) {
    return switch (word) {
      case "free" -> Optional.of(facts().occupancy().free());
      case "free cores" -> Optional.of(facts().occupancy().freeCores());
      case "reserved" -> Optional.of(facts().design().keptCpus());
      case "isolated" -> Optional.of(isolated());
      case "siblings" -> Optional.of(siblings(before));
      default ->
          after(FREE_ON, word, before)
              .map(cpus -> cpus.and(facts().occupancy().free()))
              .or(() ->
                  after(FREE_CORES_ON, word, before)
                      .map(cpus -> cpus.and(facts().occupancy().freeCores())))
              .or(() -> after(ONE_PER_CORE, word, before).map(this::onePerCore))
              .or(() -> after(SIBLINGS_OF, word, before).map(this::siblings));
    };
  }

  private Optional<CpuSet> after(String head, String word, CpuSet before) {
    return word.startsWith(head)
        ? Optional.of(meant(word.substring(head.length()).strip(), before))
        : Optional.empty();
  }

  private CpuSet isolated() {
    return CpuSet.of(
        host().pus().values().stream()
            .filter(pu -> pu.state() == PuState.ISOLATED)
            .map(pu -> pu.osIndex())
            .toList());
  }

  private CpuSet siblings(CpuSet cpus) {
    return cpus.stream().mapToObj(host()::siblings).reduce(CpuSet.EMPTY, CpuSet::or);
  }

  private CpuSet onePerCore(CpuSet cpus) {
    Set<CpuSet> seen = new LinkedHashSet<>();
    return CpuSet.of(cpus.stream().filter(cpu -> seen.add(host().siblings(cpu))).boxed().toList());
  }

  @Override
  Stream<SetWord<CpuSet>> ownWords(String typed, CpuSet before) {
    Stream<String> plain = Stream.of("free", "free cores");
    Stream<String> more =
        Stream.of("reserved", "isolated").filter(word -> !meant(word, before).isEmpty());
    Stream<String> siblings = before.isEmpty() ? Stream.empty() : Stream.of("siblings");
    Stream<String> where =
        typed.isEmpty()
            ? parts(typed).map(part -> FREE_ON + name(part))
            : Stream.of(FREE_ON, FREE_CORES_ON, ONE_PER_CORE)
                .flatMap(head -> parts(typed).map(part -> head + name(part)));
    return Stream.of(plain, siblings, where, more)
        .flatMap(words -> words)
        .map(word -> new SetWord<>(word, meant(word, before)));
  }
}

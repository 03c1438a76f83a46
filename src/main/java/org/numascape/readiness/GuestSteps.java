package org.numascape.readiness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.check.Fix;
import org.numascape.design.CpuEdit;
import org.numascape.design.Edit;
import org.numascape.domain.CpuCache;
import org.numascape.domain.CpuMode;
import org.numascape.domain.Domain;

/// Steps 6 to 8: what definitions of guests say. They are edits of the design, and applied with it.
interface GuestSteps {

  /// Step 6: every guest has its CPUs and its nodes.
  static Step placement(Analysis facts) {
    return step(
        facts,
        Topic.PLACEMENT,
        domain -> placed(facts, domain),
        domain -> placed(facts, domain) ? "pinned and bound" : missing(facts, domain),
        guest -> List.of(),
        guest -> Optional.of(bind(guest)));
  }

  private static boolean placed(Analysis facts, Domain domain) {
    return pinned(domain) && (bound(domain) || facts.host().nodes().size() < 2);
  }

  private static boolean pinned(Domain domain) {
    return domain.vcpus().online().stream().allMatch(vcpu -> domain.affinity(vcpu).isPresent());
  }

  private static boolean bound(Domain domain) {
    return domain.memoryCells().stream()
        .allMatch(cell -> domain.numaTune().bindingOf(cell.id()).isPresent());
  }

  private static String missing(Analysis facts, Domain domain) {
    boolean memory = bound(domain) || facts.host().nodes().size() < 2;
    if (!pinned(domain)) {
      return memory ? "some vCPUs float" : "some vCPUs float, and its memory is bound nowhere";
    }
    return "its memory is bound nowhere";
  }

  private static Way bind(GuestFacts guest) {
    String name = Shell.word(guest.guest().name());
    return new Way(
        guest.guest().name() + ": by hand",
        Way.Kind.LASTING,
        "virsh vcpupin "
            + name
            + " VCPU CPUS --config\n"
            + "virsh numatune "
            + name
            + " --mode strict --nodeset NODE --config\n",
        "virsh edit " + name + "   # take <cputune> and <numatune> out again\n",
        "Drag the guest onto a node here instead: the Commands tab then has the exact lines.");
  }

  /// Step 7: guests see the host's CPU.
  static Step cpuMode(Analysis facts) {
    return step(
        facts,
        Topic.CPU_MODE,
        GuestSteps::passedThrough,
        domain -> domain.cpu().mode().map(CpuMode::word).orElse("the machine type's own CPU"),
        guest ->
            List.of(
                new Fix(
                    "Give " + guest.guest().name() + " the host's CPU",
                    new CpuEdit.SetMode(
                        guest.id(), Optional.of(CpuMode.HOST_PASSTHROUGH), Optional.empty()))),
        guest ->
            Optional.of(
                element(
                    guest,
                    "<cpu mode='host-passthrough'>",
                    guest
                        .domain()
                        .cpu()
                        .mode()
                        .map(mode -> "<cpu mode='" + mode.word() + "'>")
                        .orElse("no mode"))));
  }

  private static boolean passedThrough(Domain domain) {
    return domain.cpu().mode().filter(mode -> mode == CpuMode.HOST_PASSTHROUGH).isPresent();
  }

  /// Step 8: guests see the host's caches.
  static Step caches(Analysis facts) {
    return step(
        facts,
        Topic.CACHES,
        GuestSteps::seesCaches,
        domain -> domain.cpu().cache().map(cache -> "caches: " + cache.mode()).orElse("none told"),
        guest ->
            List.of(
                new Fix(
                    "Tell " + guest.guest().name() + " of the host's caches",
                    cachePassthrough(guest))),
        guest ->
            Optional.of(
                element(
                    guest,
                    "<cache mode='passthrough'/> inside <cpu mode='host-passthrough'>",
                    guest
                        .domain()
                        .cpu()
                        .cache()
                        .map(cache -> "<cache mode='" + cache.mode() + "'/>")
                        .orElse("no <cache>"))));
  }

  private static Edit cachePassthrough(GuestFacts guest) {
    var cache = new CpuEdit.SetCache(guest.id(), Optional.of(CpuCache.PASSTHROUGH));
    return passedThrough(guest.domain())
        ? cache
        : new Edit.Together(
            "Tell " + guest.guest().name() + " of the host's caches",
            List.of(
                new CpuEdit.SetMode(
                    guest.id(), Optional.of(CpuMode.HOST_PASSTHROUGH), Optional.empty()),
                cache));
  }

  private static boolean seesCaches(Domain domain) {
    return domain.cpu().cache().filter(cache -> cache.mode().equals("passthrough")).isPresent();
  }

  private static Way element(GuestFacts guest, String wanted, String before) {
    String name = Shell.word(guest.guest().name());
    return new Way(
        guest.guest().name() + ": by hand",
        Way.Kind.LASTING,
        "virsh edit " + name + "   # write " + wanted + "\n",
        "virsh edit " + name + "   # before: " + before + "\n",
        "Takes effect when the guest is stopped and started again.");
  }

  /// Asks of the guests of the design as it is wanted, and of what the host has of it.
  private static Step step(
      Analysis facts,
      Topic topic,
      Predicate<Domain> right,
      Function<Domain, String> words,
      Function<GuestFacts, List<Fix>> edits,
      Function<GuestFacts, Optional<Way>> way) {
    var points = new ArrayList<Point>();
    var fixes = new ArrayList<Fix>();
    var ways = new ArrayList<Way>();
    int open = 0;
    for (var guest : facts.guests().values()) {
      boolean wanted = right.test(guest.domain());
      boolean stored = right.test(guest.guest().stored());
      var state = wanted ? stored ? StepState.DONE : StepState.PART : StepState.OPEN;
      points.add(
          new Point(
              guest.guest().name(),
              words.apply(guest.domain())
                  + (state == StepState.PART ? ", planned and not applied" : ""),
              "",
              state));
      if (!wanted) {
        open++;
        fixes.addAll(edits.apply(guest));
        way.apply(guest).ifPresent(ways::add);
      }
    }
    var state = States.all(points);
    String found =
        switch (state) {
          case DONE -> "True of every guest";
          case NOT_NEEDED -> "There is no guest yet";
          default ->
              open == 0
                  ? "Planned, and not applied yet: Review & apply"
                  : "Not true of " + (open == 1 ? "one guest" : open + " guests");
        };
    return new Step(topic, state, found, points, ways, fixes);
  }
}

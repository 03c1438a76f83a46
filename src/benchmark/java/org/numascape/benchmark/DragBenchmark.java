package org.numascape.benchmark;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.numascape.analysis.Analysis;
import org.numascape.check.Report;
import org.numascape.design.Item;
import org.numascape.drawing.Drawing;
import org.numascape.drawing.DrawingOptions;
import org.numascape.drawing.Layout;
import org.numascape.format.FormatException;
import org.numascape.format.picture.FixedTextMetrics;
import org.numascape.hypervisor.HypervisorException;
import org.numascape.placement.DropPlan;
import org.numascape.placement.DropWay;
import org.numascape.placement.Encounter;
import org.numascape.placement.SpreadPolicy;
import org.numascape.topology.ObjectId;
import org.numascape.topology.ObjectKind;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What is worked out whenever a drag comes to another part of the host, with 200 guests on 1,024
/// PUs and 16 nodes: what a release would do, with its words; facts and rules of the design after
/// it; the picture of it with its arcs. Wanted together under a frame of the screen, 16 ms.
///
/// A vCPU, the four of a guest, and a whole guest are carried by turns over CPUs, cores, caches and
/// nodes, free and taken.
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 4, time = 2)
@Fork(
    value = 1,
    jvmArgs = {"-XX:+UseSerialGC", "-Xmx512m"})
@State(Scope.Benchmark)
public class DragBenchmark {

  private static final DropWay WAY = DropWay.spreading(SpreadPolicy.BY_GUEST);
  private static final DrawingOptions OPTIONS = DrawingOptions.STANDARD.within(1600, 1000);

  private final FixedTextMetrics metrics = new FixedTextMetrics();
  private Analysis facts;
  private Report report;
  private List<List<Item>> carried;
  private List<Item> targets;
  private Analysis dropped;
  private int step;

  /// Made by JMH.
  public DragBenchmark() {}

  /// Fills the host.
  @Setup
  public void fill() throws FormatException, HypervisorException {
    var design = Crowd.design();
    facts = Analysis.of(design);
    report = Report.of(facts);
    var id = design.guests().get(1).id();
    carried =
        List.of(
            List.of(new Item.Vcpu(id, 0)),
            IntStream.range(0, Crowd.VCPUS).<Item>mapToObj(cpu -> new Item.Vcpu(id, cpu)).toList(),
            List.of(new Item.WholeGuest(id)));
    targets =
        List.of(
            on(ObjectKind.PU, 1_000),
            on(ObjectKind.PU, 300),
            on(ObjectKind.CORE, 450),
            on(ObjectKind.CORE, 100),
            on(ObjectKind.L3_CACHE, 60),
            on(ObjectKind.NUMA_NODE, 14),
            on(ObjectKind.NUMA_NODE, 3));
    dropped = facts.after(plan().orElseThrow().edit().applyTo(design));
  }

  private static Item on(ObjectKind kind, int logical) {
    return new Item.OnHost(new ObjectId(kind, logical));
  }

  /// What a release would do.
  @Benchmark
  public Optional<DropPlan> plan() {
    step++;
    var items = carried.get(step % carried.size());
    var target = targets.get(step % targets.size());
    return Encounter.of(facts, items, target, WAY)
        .map(Encounter::likely)
        .or(() -> DropPlan.of(facts, items, target, WAY));
  }

  /// Facts and rules of the design after a release.
  @Benchmark
  public Report factsAndRules() {
    return plan()
        .map(plan -> report.after(facts.after(plan.edit().applyTo(facts.design()))))
        .orElse(report);
  }

  /// The picture of the design after a release.
  @Benchmark
  public Drawing picture() {
    return Layout.draw(dropped, OPTIONS, metrics);
  }

  /// All of it, one after the other.
  @Benchmark
  public Drawing wholeStep() {
    var plan = plan();
    var after = plan.map(one -> facts.after(one.edit().applyTo(facts.design()))).orElse(facts);
    report.after(after);
    return Layout.draw(after, OPTIONS, metrics);
  }
}

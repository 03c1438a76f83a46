package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.numascape.analysis.Analysis;
import org.numascape.design.Edit;
import org.numascape.topology.CpuSet;

/// A change on a host of 200 guests, 1,024 PUs and 16 nodes, as `CheckBenchmark` measures it.
final class ReportOfACrowdTest {

  @Test
  void afterOneMovedVcpuTheReportIsThatFromScratch() throws Exception {
    var design = Crowd.design();
    var facts = Analysis.of(design);
    var guest = design.guests().get(1);
    var moved = new Edit.PinVcpus(guest.id(), Map.of(0, CpuSet.of(1_000))).applyTo(design);

    var next = facts.after(moved);
    var after = Report.of(facts).after(next);

    assertThat(next.guests().values())
        .filteredOn(one -> !one.id().equals(guest.id()))
        .hasSize(199)
        .allMatch(one -> facts.guests().containsValue(one));
    assertThat(words(after)).isEqualTo(words(Report.of(Analysis.of(moved))));
  }

  private static List<String> words(Report report) {
    return report.problems().stream().map(Problem::toString).toList();
  }
}

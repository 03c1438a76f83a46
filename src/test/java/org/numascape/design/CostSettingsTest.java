package org.numascape.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;

final class CostSettingsTest {

  private static final DomainId DB = new DomainId("db-server");

  @Test
  void whatIsTakenAnywayIsNotKept() {
    var settings = CostSettings.STANDARD.assuming(DB, AccessPattern.AWARE);

    assertThat(settings.pattern(DB)).isEqualTo(AccessPattern.AWARE);
    assertThat(settings.assuming(DB, AccessPattern.OWN_CELL)).isEqualTo(CostSettings.STANDARD);
  }

  @Test
  void aPatternOfAGuestThatIsNotThereChangesNothing() {
    var design = Designs.pictured();

    assertThat(new CostEdit.Assume(new DomainId("none"), AccessPattern.UNIFORM).applyTo(design))
        .isSameAs(design);
  }

  @Test
  void measuredLatenciesAreTakenOverAndUndone() {
    var measured =
        new MeasuredLatency(Map.of(0, Map.of(0, 78.0)), "table", "lab.csv", "2026-11-21");
    var edit = new CostEdit.Measure(Optional.of(measured), Optional.empty());
    var history = History.startingAt(Designs.pictured());

    var after = edit.applyTo(history.present());

    assertThat(after.costs().measured()).contains(measured);
    assertThat(edit.label(after)).isEqualTo("Take over latencies from lab.csv");
    assertThat(new CostEdit.Measure(Optional.empty(), Optional.empty()).applyTo(after))
        .isEqualTo(history.present());
  }

  @Test
  void whatIsNoLatencyIsRefusedWithItsPlace() {
    for (double ns : List.of(0.0, -1.0, Double.NaN, Double.POSITIVE_INFINITY, 2e6)) {
      assertThatThrownBy(() -> new MeasuredLatency(Map.of(0, Map.of(1, ns)), "", "", ""))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("from node 0 to node 1");
    }
    assertThatThrownBy(() -> new MeasuredLatency(Map.of(), "", "", ""))
        .hasMessage("a measurement without values");
    assertThatThrownBy(() -> new AccessPattern(1.01)).hasMessageContaining("between 0 and 1");
  }

  @Test
  void bandwidthsAreTakenOverBesideLatencies() {
    var measured =
        new MeasuredBandwidth(Map.of(0, Map.of(1, 51_000.0)), "table", "lab.csv", "2026-11-21");
    var edit = new CostEdit.Measure(Optional.empty(), Optional.of(measured));

    var after = edit.applyTo(Designs.pictured());

    assertThat(after.costs().bandwidths()).contains(measured);
    assertThat(edit.label(after)).isEqualTo("Take over bandwidths from lab.csv");
    assertThatThrownBy(() -> new MeasuredBandwidth(Map.of(0, Map.of(1, 0.0)), "", "", ""))
        .hasMessage("from node 0 to node 1 it cannot be 0.0 MB/s");
  }

  @Test
  void whatAVcpuReadsIsSaidOrLeftOpen() {
    var before = Designs.pictured();
    var id = before.guests().getFirst().id();
    var say = new CostEdit.Read(id, OptionalDouble.of(2.5));

    var after = say.applyTo(before);

    assertThat(after.costs().appetite(id)).hasValue(2.5);
    assertThat(say.label(before)).endsWith("to read 2.5 GB/s");
    assertThat(new CostEdit.Read(id, OptionalDouble.empty()).applyTo(after)).isEqualTo(before);
    assertThat(new CostEdit.Read(new DomainId("none"), OptionalDouble.of(1)).applyTo(before))
        .isSameAs(before);
    assertThatThrownBy(() -> CostSettings.STANDARD.reading(id, OptionalDouble.of(0)))
        .hasMessageContaining("cannot read 0.0 GB/s");
  }

  @Test
  void patternsHaveNames() {
    assertThat(AccessPattern.PRESETS)
        .extracting(AccessPattern::words)
        .containsExactly("own cell only", "90 % own cell", "all memory alike");
    assertThat(new AccessPattern(0.35).words()).isEqualTo("35 % own cell");
  }
}

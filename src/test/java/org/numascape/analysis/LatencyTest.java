package org.numascape.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.numascape.Hosts;
import org.numascape.design.MeasuredLatency;
import org.numascape.topology.MemoryAttribute;

final class LatencyTest {

  @Test
  void measuredValuesGoBeforeDistances() {
    var host = Hosts.fourNodes();
    var measured = new MeasuredLatency(Map.of(0, Map.of(0, 78.0, 1, 143.0)), "table", "t.csv", "");

    var latency = new Latency(host, Optional.of(measured));

    assertThat(latency.ns(0, 1)).isEqualTo(143);
    assertThat(latency.provenance(0, 1)).isEqualTo(Provenance.MEASURED);
    assertThat(latency.factor(0, 1)).isCloseTo(143 / 78.0, within(1e-9));
    assertThat(latency.provenance(1, 0)).isEqualTo(Provenance.FIRMWARE);
  }

  @Test
  void whatWasNotMeasuredInARowIsEstimatedFromItsLocalLatency() {
    var host = Hosts.fourNodes();
    var measured = new MeasuredLatency(Map.of(0, Map.of(0, 80.0)), "table", "t.csv", "");

    var latency = new Latency(host, Optional.of(measured));

    int distance = host.distances().between(0, 2).orElseThrow();
    assertThat(latency.ns(0, 2)).isCloseTo(80 * (1 + 0.5 * (distance - 10) / 10), within(1e-9));
    assertThat(latency.provenance(0, 2)).isEqualTo(Provenance.FIRMWARE);
  }

  @Test
  void theFirmwaresLatenciesGoBeforeDistancesAndBehindMeasuredOnes() {
    var plain = Hosts.fourNodes();
    var told =
        new MemoryAttribute(
            "ReadLatency",
            MemoryAttribute.Order.LOWER_IS_BETTER,
            List.of(
                new MemoryAttribute.Value(0, plain.cpusOf(0), 0, 90),
                new MemoryAttribute.Value(1, plain.cpusOf(0), 0, 150)));
    var host = plain.with(plain.facts().withAttributes(List.of(told)));
    var measured = new MeasuredLatency(Map.of(0, Map.of(1, 200.0)), "table", "t.csv", "");

    assertThat(new Latency(host).ns(0, 1)).isEqualTo(150);
    assertThat(new Latency(host).provenance(0, 1)).isEqualTo(Provenance.HMAT);
    assertThat(new Latency(host, Optional.of(measured)).ns(0, 1)).isEqualTo(200);
  }

  @Test
  void theWholeIsAsGoodAsItsWorstPair() {
    assertThat(new Latency(Hosts.fourNodes()).provenance()).isEqualTo(Provenance.FIRMWARE);
  }
}

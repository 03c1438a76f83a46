package org.numascape.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.numascape.sample.SampleHosts;

final class CompareVerbTest {

  @TempDir private Path folder;

  @Test
  void equalHostsAreSaidToBeEqualAndExitWithZero() {
    var run = Run.of("compare", "sample:demonstration", "sample:demonstration");

    assertThat(run).isEqualTo(new Run(0, "The hosts are equal.\n", ""));
  }

  @Test
  void whatDiffersIsToldByTopicAndExitsWithOne() throws Exception {
    String xml = SampleHosts.load("demonstration").topologyXml();
    var changed =
        Files.writeString(
            folder.resolve("after.xml"), xml.replaceFirst("count=\"40\"", "count=\"20\""));

    var run = Run.of("compare", "sample:demonstration", changed.toString());

    assertThat(run)
        .isEqualTo(
            new Run(1, "Huge pages\n  pages of 1 GiB on node 0: 40 (40 GiB) → 20 (20 GiB)\n", ""));
  }

  @Test
  void asJsonEachDifferenceIsOneObjectOnOneLine() throws IOException {
    var run = Run.of("compare", "--json", "sample:demonstration", "sample:epyc-nps4");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out().lines()).isNotEmpty();
    for (String line : run.out().lines().toList()) {
      var json = new JsonMapper().readTree(line);
      assertThat(json.fieldNames())
          .toIterable()
          .containsExactly(
              "topic", "weight", "what", "before", "after", "objectsBefore", "objectsAfter");
    }
  }

  @Test
  void aHostThatCannotBeReadIsSaidAndExitsWithTwo() {
    var run = Run.of("compare", "sample:demonstration", folder.resolve("no.xml").toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("no.xml");
  }
}

package org.numascape.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.numascape.Designs;
import org.numascape.design.Design;
import org.numascape.design.Edit;
import org.numascape.design.Snapshot;
import org.numascape.document.DesignFiles;
import org.numascape.document.HostOpener;
import org.numascape.sample.SampleHosts;
import org.numascape.topology.CpuSet;

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

  @Test
  void twoDesignsAreComparedInWordsWithProblemsGainedAndLost() throws IOException {
    var before = save("before", Designs.pictured());
    var after = save("after", moved());

    var run = Run.of("compare", before, after);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .startsWith("db-server\n  vCPU 0: CPU 2 → CPU 3\n")
        .contains("\nProblems gained\n  error P-02 db-server: ");
  }

  @Test
  void aSnapshotIsComparedWithTheDesignItIsIn() throws IOException {
    var kept = moved().withSnapshot(Snapshot.of("as it was", Instant.EPOCH, Designs.pictured()));
    var file = save("plan", kept);

    assertThat(Run.of("compare", file + "#as it was", file).out())
        .startsWith("db-server\n  vCPU 0: CPU 2 → CPU 3\n");
    assertThat(Run.of("compare", file, file).out()).isEqualTo("The designs are equal.\n");
    assertThat(Run.of("compare", file + "#nothing", file).err()).contains("\"as it was\"");
  }

  @Test
  void designsAsJsonAreOneObjectADifference() throws IOException {
    var run =
        Run.of("compare", "--json", save("before", Designs.pictured()), save("after", moved()));

    var first = new JsonMapper().readTree(run.out().lines().findFirst().orElseThrow());
    assertThat(first.toString())
        .isEqualTo(
            "{\"topic\":\"guest\",\"guest\":\"db-server\",\"weight\":\"decisive\","
                + "\"what\":\"vCPU 0\",\"before\":\"CPU 2\",\"after\":\"CPU 3\"}");
    assertThat(run.out()).contains("\"fate\":\"gained\",\"code\":\"P-02\"");
  }

  @Test
  void diffOfTwoDesignsAddsTheXml() throws Exception {
    var opened = HostOpener.sample(SampleHosts.DEMONSTRATION);
    var guest = opened.design().guests().getFirst().id();
    var pin = new Edit.PinVcpus(guest, Map.of(0, CpuSet.of(3)));

    var run =
        Run.of(
            "diff", save("before", opened.design()), save("after", pin.applyTo(opened.design())));

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("--- before/db-server.xml\n+++ after/db-server.xml\n")
        .contains("+    <vcpupin vcpu='0' cpuset='3'/>");
  }

  private static Design moved() {
    var design = Designs.pictured();
    var pin = new Edit.PinVcpus(design.guests().getFirst().id(), Map.of(0, CpuSet.of(3)));
    return pin.applyTo(design);
  }

  private String save(String name, Design design) throws IOException {
    var file = folder.resolve(name + ".numascape.json");
    DesignFiles.overwrite(file, design);
    return file.toString();
  }
}

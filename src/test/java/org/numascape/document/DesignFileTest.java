package org.numascape.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.Guest;
import org.numascape.design.HostSource;
import org.numascape.design.Snapshot;
import org.numascape.domain.Domain;
import org.numascape.domain.DomainState;
import org.numascape.domain.Memory;
import org.numascape.domain.Vcpus;
import org.numascape.format.FormatException;
import org.numascape.topology.Contents;
import org.numascape.topology.CpuSet;
import org.numascape.topology.DistanceMatrix;
import org.numascape.topology.HostTopology;
import org.numascape.topology.Machine;
import org.numascape.topology.Pu;
import org.numascape.topology.PuState;

final class DesignFileTest {

  @Test
  void aDesignReadBackEqualsTheOneWritten() throws FormatException {
    for (long seed = 0; seed < 300; seed++) {
      var design = RandomDesigns.of(seed);

      var again = DesignFile.read("seed " + seed, DesignFile.write(design));

      assertThat(again).as("seed %d", seed).isEqualTo(design);
    }
  }

  @Test
  void writingWhatWasReadGivesTheSameText() throws FormatException {
    for (long seed = 0; seed < 50; seed++) {
      String text = DesignFile.write(RandomDesigns.of(seed));

      String again = DesignFile.write(DesignFile.read("seed " + seed, text));

      assertThat(again).as("seed %d", seed).isEqualTo(text);
    }
  }

  @Test
  void aDesignReadsWellLineByLine() {
    var design =
        new Edit.PinVcpus(new DomainId("db"), Map.of(0, CpuSet.of(2, 34), 1, CpuSet.of(3)))
            .applyTo(small("<domain>\n  <name>db</name>\n</domain>\n"));

    String text = DesignFile.write(design);

    assertThat(text)
        .isEqualTo(
            """
            {
              "format": "numascape-design",
              "version": 1,
              "name": "small",
              "source": {"sample": "small"},
              "reserved": "",
              "pools": [],
              "guests": [
                {"name": "db", "state": "shut-off", "persistent": true, "colour": 4,
                  "wanted": {
                    "vcpuPins": {"0": "2,34", "1": "3"}
                  },
                  "stored": {
                    "type": "kvm",
                    "name": "db",
                    "memoryKib": 4096,
                    "vcpus": {"maximum": 2, "current": 2}
                  },
                  "xml": [
                    "<domain>",
                    "  <name>db</name>",
                    "</domain>",
                    ""
                  ]
                }
              ],
              "host": {
                "distances": {
                  "0": {"0": 10}
                },
                "machine": {
                  "kind": "Machine",
                  "name": "small",
                  "cpus": "0-1",
                  "parts": [
                    {"kind": "PU", "logical": 0, "osIndex": 0},
                    {"kind": "PU", "logical": 1, "osIndex": 1, "state": "isolated"}
                  ]
                }
              }
            }
            """);
  }

  @Test
  void aSnapshotOfGuestsThatTheDesignHasRepeatsNoXml() throws FormatException {
    var design = small("<domain>\n  <name>db</name>\n</domain>\n");
    var then = Snapshot.of("before", Instant.parse("2026-11-21T12:00:00Z"), design);
    var moved = new Edit.PinVcpus(new DomainId("db"), Map.of(0, CpuSet.of(1))).applyTo(design);

    String text = DesignFile.write(moved.withSnapshot(then));

    assertThat(text).containsOnlyOnce("\"xml\"").contains("\"asGuest\": 0");
    assertThat(DesignFile.read("file", text).snapshot("before")).contains(then);
  }

  @Test
  void aSnapshotOfAGuestThatIsNotThereIsBlamed() {
    String text =
        DesignFile.write(
                small("<domain/>")
                    .withSnapshot(Snapshot.of("before", Instant.EPOCH, small("<domain/>"))))
            .replace("\"asGuest\": 0", "\"asGuest\": 7");

    assertThatThrownBy(() -> DesignFile.read("file", text))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("snapshots[0].guests[0].asGuest");
  }

  @Test
  void oneMovedVcpuChangesOneLine() {
    var design = small("<domain/>");
    var moved = new Edit.PinVcpus(new DomainId("db"), Map.of(0, CpuSet.of(1))).applyTo(design);
    var movedOn = new Edit.PinVcpus(new DomainId("db"), Map.of(0, CpuSet.of(0))).applyTo(design);

    var before = DesignFile.write(moved).lines().toList();
    var after = DesignFile.write(movedOn).lines().toList();

    assertThat(after).hasSameSizeAs(before);
    assertThat(after.stream().filter(line -> !before.contains(line)))
        .singleElement()
        .asString()
        .contains("\"vcpuPins\": {\"0\": \"0\"}");
  }

  @Test
  void noPasswordEntersAFile() throws FormatException {
    var design =
        small("<domain><graphics type='vnc' passwd='hunter2'/></domain>")
            .onHost(
                small("").host(), new HostSource.Connection("qemu+tcp://joe:hunter2@host/system"));

    String text = DesignFile.write(design);
    var again = DesignFile.read("safe", text);

    assertThat(text).doesNotContain("hunter2").contains("\"passwordsLeftOut\": true");
    assertThat(again.guests().getFirst().xml())
        .isEqualTo("<domain><graphics type='vnc' passwd=''/></domain>");
    assertThat(again.source()).isEqualTo(new HostSource.Connection("qemu+tcp://joe@host/system"));
  }

  @Test
  void aNewerFileAsksForAnUpdate() {
    String text = DesignFile.write(small("")).replace("\"version\": 1,", "\"version\": 7,");

    assertThatThrownBy(() -> DesignFile.read("rack.numascape.json", text))
        .isInstanceOf(FormatException.class)
        .hasMessage(
            "rack.numascape.json: A newer Numascape wrote this design (version 7, this program"
                + " reads up to 1): update Numascape to open it.");
  }

  @Test
  void membersOfLaterMinorChangesAreSkipped() throws FormatException {
    String text =
        DesignFile.write(small(""))
            .replace("\"version\": 1,", "\"version\": 1, \"mood\": {\"a\": [1]},");

    var design = DesignFile.read("later", text);

    assertThat(design).isEqualTo(small(""));
  }

  @Test
  void damagedJsonIsBlamedOnItsLine() {
    String text = DesignFile.write(small("")).replace("\"pools\": [],", "\"pools\": [,");

    assertThatThrownBy(() -> DesignFile.read("d", text))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith("d, line 7: The JSON is damaged: ");
  }

  @Test
  void aValueThatCannotBeIsBlamedOnItsLineAndPath() {
    String text = DesignFile.write(small("")).replace("\"osIndex\": 1,", "\"osIndex\": \"one\",");

    assertThatThrownBy(() -> DesignFile.read("d", text))
        .isInstanceOf(FormatException.class)
        .hasMessage("d, line 32: host.machine.parts[1].osIndex: A whole number belongs here.");
  }

  @Test
  void twoPusOfOneIndexAreRefused() {
    String text = DesignFile.write(small("")).replace("\"osIndex\": 1,", "\"osIndex\": 0,");

    assertThatThrownBy(() -> DesignFile.read("d", text))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("The host contradicts itself: two PU have index 0.");
  }

  @Test
  void anEndlessListOfCpusIsRefused() {
    String text = DesignFile.write(small("")).replace("\"0-1\"", "\"0-9999999\"");

    assertThatThrownBy(() -> DesignFile.read("d", text))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("\"0-9999999\" runs backwards or above 1048576.");
  }

  @Test
  void aBottomlessNestIsRefused() {
    String text = "{\"format\": " + "[".repeat(100_000);

    assertThatThrownBy(() -> DesignFile.read("d", text)).isInstanceOf(FormatException.class);
  }

  @Test
  void anyOneCharacterLostNeverCrashesTheReader() {
    String text = DesignFile.write(RandomDesigns.of(3));
    int step = Math.max(1, text.length() / 500);

    for (int at = 0; at < text.length(); at += step) {
      String damaged = text.substring(0, at) + text.substring(at + 1);
      try {
        DesignFile.read("d", damaged);
      } catch (FormatException e) {
        assertThat(e).hasMessageStartingWith("d");
      }
    }
  }

  @Test
  void otherJsonIsNoDesign() {
    assertThatThrownBy(() -> DesignFile.read("package.json", "{\"name\": \"x\"}"))
        .isInstanceOf(FormatException.class)
        .hasMessage(
            "package.json: This is JSON, but no Numascape design: \"format\" is not"
                + " \"numascape-design\".");
  }

  private static Design small(String xml) {
    var machine =
        new Machine(
            "small",
            CpuSet.range(0, 1),
            Contents.of(List.of(new Pu(0, 0, PuState.ONLINE), new Pu(1, 1, PuState.ISOLATED))));
    var host = new HostTopology(machine, new DistanceMatrix(Map.of(0, Map.of(0, 10))));
    var domain =
        Domain.plain("kvm", "db", new Vcpus(2, 2, Optional.empty(), false), Memory.of(4_096));
    return Design.of(
        "small",
        host,
        new HostSource.Sample("small"),
        List.of(Guest.read(domain, xml, DomainState.SHUT_OFF, 4)));
  }
}

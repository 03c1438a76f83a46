package org.numascape.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.numascape.SharedData;
import org.numascape.design.HostSource;
import org.numascape.domain.DomainState;
import org.numascape.format.FormatException;
import org.numascape.hypervisor.HypervisorException;
import org.numascape.hypervisor.HypervisorFailure;
import org.numascape.sample.SampleHosts;

final class HostOpenerTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "qemu:///system",
        "qemu+ssh://root@host/system",
        "test:///default",
        "qemu:/system"
      })
  void anAddressIsAConnection(String text) throws FormatException {
    assertThat(HostText.source(text)).isEqualTo(new HostSource.Connection(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"host.xml", "./this", "C:/hosts/a.xml", "a:b", "/tmp/host"})
  void allElseIsAFile(String text) throws FormatException {
    assertThat(HostText.source(text)).isInstanceOf(HostSource.File.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<topology version='2.0'>|HWLOC",
        "<?xml version='1.0'?><!DOCTYPE topology SYSTEM 'hwloc2.dtd'><topology>|HWLOC",
        "<!-- a <domain> - -- not yet --> <capabilities>|CAPABILITIES",
        "<domain type='kvm'>|DOMAIN",
        "{ |DESIGN"
      })
  void aTextIsKnownByItsBeginning(String text, Formats format) {
    assertThat(Formats.of(text)).contains(format);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<domains>",
        "<domainsnapshot>",
        "x",
        "",
        "<!-- <domain> -->",
        "<!-- never closed"
      })
  void whatNobodyReadsIsKnownAsNothing(String text) {
    assertThat(Formats.of(text)).isEmpty();
  }

  @Test
  void entitiesAreRefusedByNameAndNeverRead() throws IOException {
    var file =
        Files.writeString(
            folder.resolve("host.xml"),
            """
            <!DOCTYPE topology [<!ENTITY x SYSTEM "file:///etc/hostname">]>
            <topology version="2.0"><object type="Machine"><info name="HostName" value="&x;"/></object></topology>
            """);

    assertThatThrownBy(() -> HostOpener.file(file))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("entit");
  }

  @Test
  void aDesignIsNoGuest() throws IOException {
    var file = Files.writeString(folder.resolve("guest.xml"), "{}");

    assertThatThrownBy(() -> HostOpener.guest(file, 0))
        .isInstanceOf(FormatException.class)
        .hasMessage(
            file
                + ": This describes a design (Numascape design), not a virtual machine: libvirt domain XML"
                + " (virsh dumpxml) belongs here.");
  }

  @Test
  void aLongCommentIsSkippedInNoTime() {
    String comment = "<!--" + "- ".repeat(200_000) + "-->\n";

    assertThat(Formats.of(comment.repeat(3) + "<domain>")).contains(Formats.DOMAIN);
  }

  @Test
  void everySampleOpensWithItsGuests() throws Exception {
    for (String name : SampleHosts.names()) {
      var opened = HostOpener.sample(name);

      assertThat(opened.guests()).as(name).hasSameSizeAs(SampleHosts.load(name).domains());
      assertThat(opened.design().reserved()).as(name).isEqualTo(SampleHosts.load(name).reserved());
      assertThat(DesignFile.read(name, DesignFile.write(opened.design())))
          .as(name)
          .isEqualTo(opened.design());
    }
  }

  @Test
  void aRunningSampleGuestRunsAsDefined() throws FormatException {
    var guest = HostOpener.sample(SampleHosts.DEMONSTRATION).guests().getFirst();

    assertThat(guest.state()).isEqualTo(DomainState.RUNNING);
    assertThat(guest.live()).contains(guest.stored());
  }

  @Test
  void aDesignOpensWithTheStampThatSavingWants() throws Exception {
    var file = folder.resolve("a design.json");
    var stamp = DesignFiles.overwrite(file, RandomDesigns.of(4));

    var opened = opener().open(file.toString());

    assertThat(opened).isEqualTo(new OpenedDesign(file, RandomDesigns.of(4), stamp));
  }

  @Test
  void aFileHostRemembersWhereItIs() throws Exception {
    var file =
        Files.writeString(folder.resolve("host.xml"), SampleHosts.load("guide-host").topologyXml());

    var opened = (OpenedHost) opener().open(file.toString());

    assertThat(opened.source()).isEqualTo(new HostSource.File(file.toString()));
    assertThat(opened.host()).isEqualTo(SampleHosts.load("guide-host").topology());
  }

  @Test
  void aDomainFileIsAGuestFromAFile() throws Exception {
    var file =
        Files.writeString(
            folder.resolve("vm.xml"),
            "<domain type='kvm'><name>vm</name><memory>1</memory></domain>\r\n");

    var guest = HostOpener.guest(file, 3);

    assertThat(guest.state()).isEqualTo(DomainState.FILE);
    assertThat(guest.colour()).isEqualTo(3);
    assertThat(guest.xml()).endsWith("\r\n");
  }

  @Test
  void everyHostOfOthersRoundTripsThroughADesignFile() throws IOException, FormatException {
    for (String name : new String[] {"hwloc-xml", "libvirt-capabilities"}) {
      try (var files = Files.list(SharedData.folder(name))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".xml")).toList()) {
          Opened opened;
          try {
            opened = HostOpener.file(file);
          } catch (FormatException refused) {
            continue;
          }
          var design = opened.design();

          var again = DesignFile.read(file.toString(), DesignFile.write(design));

          assertThat(again).as(file.toString()).isEqualTo(design);
        }
      }
    }
  }

  @Test
  void aConnectionThatFailsSaysWhy() {
    var asked = new AtomicBoolean();
    var opener =
        new HostOpener(uri -> {
          asked.set(true);
          throw new HypervisorException(new HypervisorFailure.Unreachable(uri, "no route"));
        });

    org.assertj.core.api.Assertions.assertThatThrownBy(() -> opener.open("qemu:///system"))
        .isInstanceOf(HypervisorException.class)
        .hasMessage("qemu:///system cannot be reached: no route");
    assertThat(asked).isTrue();
  }

  private static HostOpener opener() {
    return new HostOpener(uri -> {
      throw new HypervisorException(new HypervisorFailure.Unreachable(uri, "no network here"));
    });
  }
}

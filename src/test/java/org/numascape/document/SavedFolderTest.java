package org.numascape.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.numascape.design.HostSource;
import org.numascape.format.FormatException;

final class SavedFolderTest {

  private static final String LSCPU =
      """
      CPU NODE SOCKET CORE ONLINE
        0    0      0    0 yes
        1    1      0    1 yes
      """;

  private static final String NUMACTL =
      """
      available: 2 nodes (0-1)
      node 0 cpus: 0
      node 0 size: 4096 MB
      node 0 free: 1024 MB
      node 1 cpus: 1
      node 1 size: 8192 MB
      node 1 free: 1024 MB
      node distances:
      node   0   1
        0:  10  21
        1:  21  10
      """;

  private static final String HWLOC =
      """
      <topology version="2.0">
        <object type="Machine" os_index="0" cpuset="0x1" nodeset="0x1" gp_index="1">
          <object type="NUMANode" os_index="0" cpuset="0x1" nodeset="0x1" gp_index="2"/>
          <object type="PU" os_index="0" cpuset="0x1" nodeset="0x1" gp_index="4"/>
        </object>
      </topology>
      """;

  @TempDir private Path folder;

  @Test
  void savedOutputsInAFolderAreOneHostAndOtherFilesAreLeftAlone()
      throws FormatException, IOException {
    Files.writeString(folder.resolve("lscpu.txt"), LSCPU);
    Files.writeString(folder.resolve("numactl.txt"), NUMACTL);
    Files.writeString(folder.resolve("notes.txt"), "The new host, rack 4.\n");
    Files.write(folder.resolve("photo.png"), new byte[] {(byte) 0x89, 0, 1, 2});

    var opened = (OpenedHost) HostOpener.file(folder);

    assertThat(opened.host().node(1).orElseThrow().memoryKib()).isEqualTo(8192 * 1024);
    assertThat(opened.source())
        .isEqualTo(
            new HostSource.Files(
                java.util.List.of(
                    folder.resolve("lscpu.txt").toString(),
                    folder.resolve("numactl.txt").toString())));
  }

  @Test
  void aFolderOfSeveralHostsSaysHowManyAndWhatToOpen() throws IOException {
    Files.writeString(folder.resolve("a.xml"), HWLOC);
    Files.writeString(folder.resolve("b.xml"), HWLOC);

    assertThatThrownBy(() -> HostOpener.file(folder))
        .isInstanceOf(FormatException.class)
        .hasMessageEndingWith("This folder holds 2 hosts of lstopo; open one of its files.");
  }

  @Test
  void aFolderOfNothingSaysWhatBelongsThere() {
    assertThatThrownBy(() -> HostOpener.file(folder))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("neither an unpacked archive")
        .hasMessageContaining("nor saved outputs of lscpu");
  }
}

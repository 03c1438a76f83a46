package org.numascape.format.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.numascape.format.FormatException;

final class PiecesTest {

  static Stream<Map.Entry<Tool, String>> outputs() {
    return SmallHost.outputs().entrySet().stream();
  }

  @ParameterizedTest
  @MethodSource("outputs")
  void anOutputIsKnownByItsTool(Map.Entry<Tool, String> output) throws FormatException {
    var pieces = Pieces.of("a.txt", output.getValue());

    // per-node and whole-host accounts are two outputs
    assertThat(pieces).extracting(Piece::tool).containsOnly(output.getKey());
  }

  @Test
  void everyToolButLstopoHasAnExample() {
    var rest = new ArrayList<>(List.of(Tool.values()));
    rest.removeAll(SmallHost.outputs().keySet());

    assertThat(rest).containsExactly(Tool.HWLOC);
  }

  @Test
  void allOutputsInOneTerminalLogAreFound() throws FormatException {
    var log = new StringBuilder("Last login: Sat Nov 21 on pts/0\n");
    SmallHost.outputs()
        .forEach((tool, text) ->
            log.append("[root@kvm ~]# ").append(tool.title()).append('\n').append(text));

    var pieces = Pieces.of("log", log.toString());

    assertThat(pieces.stream().map(Piece::tool).distinct())
        .containsExactlyElementsOf(SmallHost.outputs().keySet());
  }

  @Test
  void fencesProseCommentSignsAndColoursAreLeftOut() throws FormatException {
    String text =
        """
        Here is what you asked for:
        ```
        \u001B[1mCPU NODE SOCKET CORE\u001B[0m
          0    0      0    0
          1    1      1    1
        ```
        and the nodes, quoted:
        > available: 2 nodes (0-1)
        > node 0 cpus: 0
        > node 0 size: 100 MB
        > node 1 cpus: 1
        > node 1 size: 100 MB
        Regards
        """;

    var pieces = Pieces.of("mail", text);

    assertThat(pieces).extracting(Piece::tool).containsExactly(Tool.LSCPU_TABLE, Tool.NUMACTL);
    assertThat(pieces.getFirst().lines()).hasSize(3);
    assertThat(pieces.getLast().lines()).hasSize(5);
    assertThat(pieces.getLast().line()).isEqualTo(8);
  }

  @Test
  void windowsLineEndsAndAMarkAtTheBeginningDoNoHarm() throws FormatException {
    String text = "\uFEFF" + SmallHost.NUMACTL.replace("\n", "\r\n");

    var pieces = Pieces.of("a.txt", text);

    assertThat(pieces).extracting(Piece::tool).containsExactly(Tool.NUMACTL);
    assertThat(pieces.getFirst().lines()).hasSize(11);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Architektur:  x86_64", "アーキテクチャ: x86_64", "Architecture : x86_64"})
  void lscpuInAnotherLanguageIsToldHowToSpeakEnglish(String line) {
    assertThatThrownBy(() -> Pieces.of("a.txt", "$ lscpu\n" + line + "\nCPU(s): 8\n"))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("LC_ALL=C lscpu")
        .hasMessageContaining("2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   \n\n", "Dear all,\nplease find attached.\n", "{}", "<a/>"})
  void whatNoToolPrintsIsNothing(String text) throws FormatException {
    assertThat(Pieces.of("a.txt", text)).isEmpty();
  }
}

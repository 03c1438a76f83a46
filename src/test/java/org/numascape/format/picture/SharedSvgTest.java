package org.numascape.format.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.numascape.SharedData;
import org.numascape.analysis.Analysis;
import org.numascape.design.Design;
import org.numascape.document.HostOpener;
import org.numascape.drawing.DrawingOptions;
import org.numascape.drawing.Layout;
import org.numascape.drawing.LayoutMode;
import org.numascape.drawing.Palette;
import org.numascape.topology.Core;
import org.numascape.topology.NumaNode;
import org.numascape.topology.Pu;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

final class SharedSvgTest {

  private static Map<String, Integer> classes(Design design, LayoutMode mode) throws Exception {
    var options = DrawingOptions.STANDARD.arranged(mode);
    var drawing = Layout.draw(Analysis.of(design), options, new FixedTextMetrics());
    String svg = SvgWriter.write(drawing, Palette.light());
    var document =
        DocumentBuilderFactory.newDefaultNSInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)));
    var ids = new HashSet<String>();
    var counts = new HashMap<String, Integer>();
    var elements = document.getElementsByTagName("*");
    for (int at = 0; at < elements.getLength(); at++) {
      var element = (Element) elements.item(at);
      String id = element.getAttribute("id");
      assertThat(id.isEmpty() || ids.add(id)).as("twice: " + id).isTrue();
      if (element.getTagName().equals("rect")) {
        assertThat(element.hasAttribute("class") || isPattern(element)).isTrue();
        counts.merge(element.getAttribute("class"), 1, Integer::sum);
      }
    }
    return counts;
  }

  private static boolean isPattern(Element element) {
    return element.getParentNode().getNodeName().equals("pattern");
  }

  @Test
  void everyBoxOfEveryRealHostHasItsClassAndAnIdOfItsOwn() throws Exception {
    for (var file : files()) {
      var design = HostOpener.file(file).design();
      for (var mode : LayoutMode.values()) {
        var counts = classes(design, mode);

        var host = design.host();
        assertThat(counts.getOrDefault("PU", 0))
            .as(file + " " + mode)
            .isEqualTo(count(host, Pu.class));
        assertThat(counts.getOrDefault("Core", 0))
            .as(file + " " + mode)
            .isEqualTo(count(host, Core.class));
        assertThat(counts.getOrDefault("NUMANode", 0))
            .as(file + " " + mode)
            .isEqualTo(count(host, NumaNode.class));
      }
    }
  }

  private static int count(
      org.numascape.topology.HostTopology host,
      Class<? extends org.numascape.topology.TopologyObject> kind) {
    return host.all(kind).size();
  }

  private static java.util.List<Path> files() throws IOException {
    try (var files = Files.list(SharedData.folder("hwloc-xml"))) {
      return files.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
    }
  }
}

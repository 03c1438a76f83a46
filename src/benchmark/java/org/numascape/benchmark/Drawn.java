package org.numascape.benchmark;

import org.numascape.analysis.Analysis;
import org.numascape.design.Design;
import org.numascape.document.HostOpener;
import org.numascape.drawing.Drawing;
import org.numascape.drawing.DrawingOptions;
import org.numascape.drawing.HitTest;
import org.numascape.drawing.Layout;
import org.numascape.drawing.Palette;
import org.numascape.format.FormatException;
import org.numascape.format.hwloc.HwlocWriter;
import org.numascape.format.picture.FixedTextMetrics;
import org.numascape.format.picture.Picture;
import org.numascape.hypervisor.HypervisorException;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// A host of some size and everything that is made of it, everything drawn.
@State(Scope.Benchmark)
public class Drawn {

  /// How many PUs the host has.
  @Param({"256", "1024", "4096", "16384"})
  public int pus;

  Design design;
  Analysis analysis;
  Drawing drawing;
  HitTest hits;
  Picture picture;
  String xml;

  /// Made by JMH.
  public Drawn() {}

  /// Cores of two PUs with caches of their own, eight cores an L3 cache, some caches a node.
  static String description(int pus) {
    String boxes =
        switch (pus) {
          case 256 -> "pack:2 numa:4 l3:2";
          case 1024 -> "pack:4 numa:4 l3:4";
          case 4096 -> "pack:8 numa:8 l3:4";
          case 16384 -> "pack:16 numa:16 l3:4";
          default -> throw new IllegalArgumentException("no host of " + pus + " PUs is defined");
        };
    return boxes + " l2:8 l1:1 core:1 pu:2";
  }

  /// Reads, analyses and draws the host once.
  @Setup
  public void draw() throws FormatException, HypervisorException {
    var opener =
        new HostOpener(uri -> {
          throw new IllegalArgumentException("no host is reached here: " + uri);
        });
    design = opener.open("synthetic:" + description(pus)).design();
    analysis = Analysis.of(design);
    drawing = Layout.draw(analysis, DrawingOptions.STANDARD, new FixedTextMetrics());
    hits = HitTest.of(drawing);
    picture = new Picture(drawing, Palette.light());
    xml = HwlocWriter.write(design.host(), HwlocWriter.Names.KEPT);
  }
}

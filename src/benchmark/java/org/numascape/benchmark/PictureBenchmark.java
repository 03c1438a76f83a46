package org.numascape.benchmark;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.numascape.analysis.Analysis;
import org.numascape.check.Checks;
import org.numascape.drawing.Drawing;
import org.numascape.drawing.DrawingOptions;
import org.numascape.drawing.Layout;
import org.numascape.drawing.LayoutMode;
import org.numascape.drawing.Rect;
import org.numascape.format.FormatException;
import org.numascape.format.hwloc.HwlocReader;
import org.numascape.format.picture.FixedTextMetrics;
import org.numascape.format.picture.PictureFormat;
import org.numascape.topology.HostTopology;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/// Every step from a host to a picture and to what is under the pointer.
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(
    value = 1,
    jvmArgs = {"-XX:+UseSerialGC", "-Xmx512m", "-Djava.awt.headless=true"})
public class PictureBenchmark {

  /// Made by JMH.
  public PictureBenchmark() {}

  /// A host out of hwloc's XML.
  @Benchmark
  public HostTopology readXml(Drawn host) throws FormatException {
    return HwlocReader.read("host.xml", host.xml);
  }

  /// What follows from a design, and what is wrong with it.
  @Benchmark
  public Object analysisAndChecks(Drawn host) {
    return Checks.examine(Analysis.of(host.design));
  }

  /// Where every box and word goes.
  @Benchmark
  public Drawing layoutFit(Drawn host) {
    return Layout.draw(host.analysis, DrawingOptions.STANDARD, new FixedTextMetrics());
  }

  /// The same in the arrangement of lstopo.
  @Benchmark
  public Drawing layoutLstopo(Drawn host) {
    var options = DrawingOptions.STANDARD.arranged(LayoutMode.LSTOPO);
    return Layout.draw(host.analysis, options, new FixedTextMetrics());
  }

  /// The SVG of a drawing.
  @Benchmark
  public byte[] svg(Drawn host) throws IOException {
    return PictureFormat.SVG.bytes(host.picture);
  }

  /// The PNG of a drawing at scale 1.
  @Benchmark
  public byte[] png(Drawn host) throws IOException {
    return PictureFormat.PNG.bytes(host.picture);
  }

  /// The PDF of a drawing.
  @Benchmark
  public byte[] pdf(Drawn host) throws IOException {
    return PictureFormat.PDF.bytes(host.picture);
  }

  /// What is under a hundred pointers all over the picture.
  @Benchmark
  public int hundredHits(Drawn host) {
    int found = 0;
    for (int at = 0; at < 100; at++) {
      double x = host.drawing.width() * (at % 10 + 0.5) / 10;
      double y = host.drawing.height() * (at / 10 + 0.5) / 10;
      found += host.hits.at(x, y, 1).size();
    }
    return found;
  }

  /// What a hundred windows of a twentieth of the picture's width and height show at zoom 1: what
  /// panning asks for.
  @Benchmark
  public int hundredAreas(Drawn host) {
    double width = host.drawing.width();
    double height = host.drawing.height();
    int seen = 0;
    for (int at = 0; at < 100; at++) {
      var area = new Rect(width * (at % 10) / 10, height * (at / 10) / 10, width / 20, height / 20);
      seen += host.drawing.within(area, 1).size();
    }
    return seen;
  }
}

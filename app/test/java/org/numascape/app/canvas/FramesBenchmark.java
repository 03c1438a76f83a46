package org.numascape.app.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.numascape.analysis.Analysis;
import org.numascape.app.theme.Theme;
import org.numascape.design.Design;
import org.numascape.design.HostSource;
import org.numascape.drawing.Drawing;
import org.numascape.drawing.DrawingOptions;
import org.numascape.drawing.Layout;
import org.numascape.drawing.Rect;
import org.numascape.format.FormatException;
import org.numascape.format.synthetic.SyntheticReader;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/// How long a frame takes on the FX thread, and until its dots are there, over a fixed flight: from
/// the whole host to single CPUs, and across it at every zoom on the way.
///
/// Its name keeps it out of the tests. `mvn -q test -pl src,app -Dtest=FramesBenchmark
/// -Dsurefire.failIfNoSpecifiedTests=false` prints milliseconds. It fails only where the median
/// frame of 4,096 PUs exceeds a frame of the screen on the FX thread.
@ExtendWith(ApplicationExtension.class)
final class FramesBenchmark {

  private static final double WIDTH = 1600;
  private static final double HEIGHT = 1000;
  private static final int WARM = 4;
  private static final double FRAME_MS = 16;

  /// What one frame took, in ns.
  private record Frame(double zoom, long painted, long shown) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1024 pack:4 numa:4 l3:4",
        "4096 pack:8 numa:8 l3:4",
        "16384 pack:16 numa:16 l3:4"
      })
  void aFrameIsPaintedWithinAFrameOfTheScreen(String host, FxRobot robot) throws FormatException {
    String[] words = host.split(" ", 2);
    var drawing = drawing(words[1] + " l2:8 l1:1 core:1 pu:2");
    var frames = new ArrayList<Frame>();

    robot.interact(() -> frames.addAll(fly(drawing)));

    report(Integer.parseInt(words[0]), frames);
    if (words[0].equals("4096")) {
      assertThat(part(frames, Frame::painted, 0.5)).isLessThan(FRAME_MS);
    }
  }

  private static Drawing drawing(String description) throws FormatException {
    var host = SyntheticReader.read("synthetic", description);
    var design = Design.of("host", host, new HostSource.Synthetic(description), List.of());
    return Layout.draw(
        Analysis.of(design),
        DrawingOptions.STANDARD.within(WIDTH, HEIGHT),
        FxTextMetrics.of(Theme.sans(), Theme.mono()));
  }

  private static List<Frame> fly(Drawing drawing) {
    var canvas = new Canvas(WIDTH, HEIGHT);
    var sheet = new WritableImage((int) WIDTH, (int) HEIGHT);
    var painter =
        new CanvasPainter(
            canvas.getGraphicsContext2D(), Theme.palette(false), Theme.sans(), Theme.mono());
    var cameras = cameras(drawing);
    var frames = new ArrayList<Frame>();
    for (int round = 0; round <= WARM; round++) {
      frames.clear();
      for (var camera : cameras) {
        long begun = System.nanoTime();
        painter.paint(drawing, camera, WIDTH, HEIGHT, 1);
        long painted = System.nanoTime();
        canvas.snapshot(new SnapshotParameters(), sheet);
        frames.add(new Frame(camera.zoom(), painted - begun, System.nanoTime() - begun));
      }
    }
    return frames;
  }

  private static List<Camera> cameras(Drawing drawing) {
    var whole = Camera.fitting(new Rect(0, 0, drawing.width(), drawing.height()), WIDTH, HEIGHT, 1);
    var cameras = new ArrayList<Camera>();
    for (double zoom = whole.zoom(); zoom < 2.5; zoom *= 1.3) {
      double room = Math.max(0, drawing.width() - WIDTH / zoom);
      double below = Math.max(0, drawing.height() - HEIGHT / zoom);
      for (int step = 0; step < 5; step++) {
        cameras.add(new Camera(zoom, room * step / 4, below * step / 4));
      }
    }
    return cameras;
  }

  private static void report(int pus, List<Frame> frames) {
    System.out.printf(
        Locale.ROOT,
        "%,6d PUs, %d frames: FX thread median %.1f ms, 95 %% below %.1f ms, worst %.1f ms at zoom"
            + " %.2f; shown median %.1f ms, 95 %% below %.1f ms, worst %.1f ms%n",
        pus,
        frames.size(),
        part(frames, Frame::painted, 0.5),
        part(frames, Frame::painted, 0.95),
        part(frames, Frame::painted, 1),
        worst(frames).zoom(),
        part(frames, Frame::shown, 0.5),
        part(frames, Frame::shown, 0.95),
        part(frames, Frame::shown, 1));
  }

  private static Frame worst(List<Frame> frames) {
    return frames.stream()
        .max((one, other) -> Long.compare(one.painted(), other.painted()))
        .orElseThrow();
  }

  /// The time that this part of the frames stays within, in ms.
  private static double part(List<Frame> frames, ToLongFunction<Frame> time, double part) {
    long[] sorted = frames.stream().mapToLong(time).sorted().toArray();
    return sorted[(int) Math.ceil(part * (sorted.length - 1))] / 1e6;
  }
}

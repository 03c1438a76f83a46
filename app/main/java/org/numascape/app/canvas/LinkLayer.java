package org.numascape.app.canvas;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import org.numascape.app.theme.Theme;
import org.numascape.drawing.Drawing;
import org.numascape.drawing.Shape;

/// A pane of glass over several pictures, for lines from one to another. The pointer goes through
/// it.
public final class LinkLayer extends Region {

  private final Canvas canvas = new Canvas();
  private final Supplier<List<Shape>> shapes;
  private CanvasPainter painter = painter(false);

  /// @param shapes what is to be painted now, in pixels of this layer
  public LinkLayer(Supplier<List<Shape>> shapes) {
    this.shapes = shapes;
    setMouseTransparent(true);
    canvas.setManaged(false);
    getChildren().add(canvas);
    Theme.dark()
        .subscribe(dark -> {
          painter = painter(dark);
          paint();
        });
  }

  private CanvasPainter painter(boolean dark) {
    return new CanvasPainter(
        canvas.getGraphicsContext2D(), Theme.palette(dark), Theme.sans(), Theme.mono());
  }

  @Override
  protected void layoutChildren() {
    if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
      canvas.setWidth(getWidth());
      canvas.setHeight(getHeight());
      paint();
    }
  }

  /// Paints at once: the pictures below have just been painted, and lines must not lag behind.
  public void paint() {
    double width = canvas.getWidth();
    double height = canvas.getHeight();
    canvas.getGraphicsContext2D().clearRect(0, 0, width, height);
    var scene = getScene();
    if (scene == null || width < 1 || height < 1) {
      return;
    }
    double grain = scene.getWindow() == null ? 1 : scene.getWindow().getOutputScaleX();
    painter.over(new Drawing(width, height, shapes.get()), width, height, grain);
  }
}

package org.numascape.app.canvas;

import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.numascape.app.theme.Theme;
import org.numascape.drawing.Drawing;

/// Puts a whole picture on the clipboard, as sharp as others can take it.
record PictureCopy(Drawing drawing, boolean dark) {

  /// No side gets more pixels: other programs refuse what is much larger.
  private static final double LARGEST = 4_000;

  /// Does it.
  void copy() {
    double zoom = Math.min(2, LARGEST / Math.max(drawing.width(), drawing.height()));
    var sheet = new Canvas(drawing.width() * zoom, drawing.height() * zoom);
    new CanvasPainter(
            sheet.getGraphicsContext2D(), Theme.palette(dark), Theme.sans(), Theme.mono())
        .paint(drawing, new Camera(zoom, 0, 0), sheet.getWidth(), sheet.getHeight(), 1);
    sheet.snapshot(
        result -> {
          var content = new ClipboardContent();
          content.putImage(result.getImage());
          Clipboard.getSystemClipboard().setContent(content);
          return null;
        },
        new SnapshotParameters(),
        null);
  }
}

package org.numascape.app.picture;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import javafx.print.PageLayout;
import javafx.print.PageOrientation;
import javafx.print.Printer;
import javafx.print.PrinterJob;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.stage.Window;
import org.numascape.app.store.Background;
import org.numascape.format.picture.Picture;
import org.numascape.format.picture.PictureFormat;

/// Puts a picture on a page of paper.
final class PaperWorkflow {

  /// Dots an inch of the paper; a point is a 72nd of an inch.
  private static final double DOTS = 300;

  private final Window owner;
  private final Background background;

  PaperWorkflow(Window owner, Background background) {
    this.owner = owner;
    this.background = background;
  }

  /// Says that there is no printer; whether the person wants a PDF instead.
  boolean pdfInstead() {
    var pdf = new ButtonType("Save as PDF…", ButtonBar.ButtonData.OK_DONE);
    var alert =
        new Alert(
            Alert.AlertType.INFORMATION,
            "This machine has no printer. A PDF can be printed elsewhere.",
            pdf,
            ButtonType.CANCEL);
    alert.initOwner(owner);
    alert.setTitle("Print");
    alert.setHeaderText("There is no printer");
    alert.getDialogPane().setId("no-printer");
    return alert.showAndWait().filter(pdf::equals).isPresent();
  }

  /// Whether there is a printer.
  static boolean possible() {
    return !Printer.getAllPrinters().isEmpty();
  }

  /// Asks for printer and paper, then prints.
  void print(Choices choices, Seen seen) {
    var job = Optional.ofNullable(PrinterJob.createPrinterJob());
    if (job.isEmpty() || !job.get().showPrintDialog(owner)) {
      return;
    }
    background.start(
        "Drawing the page",
        () -> choices.picture(seen),
        picture -> print(job.get(), picture),
        failure -> PictureWorkflow.say(owner, "Nothing was printed", failure));
  }

  private void print(PrinterJob job, Picture picture) {
    boolean wide = picture.drawing().width() > picture.drawing().height();
    var page =
        job.getPrinter()
            .createPageLayout(
                job.getJobSettings().getPageLayout().getPaper(),
                wide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
                Printer.MarginType.DEFAULT);
    double fits =
        Math.min(
            page.getPrintableWidth() / picture.drawing().width(),
            page.getPrintableHeight() / picture.drawing().height());
    double dense = Math.min(Picture.LARGEST_SCALE, fits * DOTS / 72);
    background.start(
        "Printing",
        () -> new Image(new ByteArrayInputStream(PictureFormat.PNG.bytes(picture.scaled(dense)))),
        image -> print(job, page, image, picture.drawing().width() * fits),
        failure -> PictureWorkflow.say(owner, "Nothing was printed", failure));
  }

  private void print(PrinterJob job, PageLayout page, Image image, double width) {
    var view = new ImageView(image);
    view.setPreserveRatio(true);
    view.setFitWidth(width);
    if (job.printPage(page, view)) {
      job.endJob();
    } else {
      PictureWorkflow.say(
          owner,
          "Nothing was printed",
          new IllegalArgumentException("The printer refused the page."));
    }
  }
}

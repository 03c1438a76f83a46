package org.numascape.format.picture;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;

/// Writes a picture as a PDF of one page: vectors, and text that can be searched and copied.
public final class PdfWriter implements PictureWriter {

  /// Points a pixel: 96 pixels are an inch, as in CSS.
  private static final double POINTS = 0.75;

  /// No page may be longer (ISO 32000-1, annex C); a larger picture is shrunk to it.
  private static final double LONGEST_PAGE = 14_400;

  /// Writes PDF files.
  public PdfWriter() {}

  @Override
  public void write(Picture picture, OutputStream out) throws IOException {
    double longer = Math.max(picture.drawing().width(), picture.drawing().height());
    double unit = Math.min(POINTS * picture.scale(), LONGEST_PAGE / longer);
    float width = (float) (picture.drawing().width() * unit);
    float height = (float) (picture.drawing().height() * unit);
    try (var document = new PDDocument(IOUtils.createMemoryOnlyStreamCache())) {
      var page = new PDPage(new PDRectangle(width, height));
      document.addPage(page);
      var resources = new PDResources();
      page.setResources(resources);
      var painter = new PdfPainter(picture, unit, height);
      byte[] content = painter.paint();
      painter.addTo(document, resources);
      var stream = new PDStream(document);
      try (var body = stream.createOutputStream(COSName.FLATE_DECODE)) {
        body.write(content);
      }
      page.setContents(stream);
      document.setDocumentInformation(information());
      // The same picture is the same file: an id is made of the time unless one is given.
      document.setDocumentId(1L);
      document.save(out);
    }
  }

  private static PDDocumentInformation information() {
    var information = new PDDocumentInformation();
    information.setCreator("Numascape");
    return information;
  }
}

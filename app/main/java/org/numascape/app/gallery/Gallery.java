package org.numascape.app.gallery;

import java.util.Optional;
import javafx.stage.Window;
import org.numascape.app.store.Background;

/// Lets a person choose a sample host. Pictures that were made once are kept for the next time.
public final class Gallery {

  private final Background background;
  private final Shelf shelf = new Shelf();

  /// A gallery that reads and draws in the background.
  public Gallery(Background background) {
    this.background = background;
  }

  /// Shows the samples; the name of the chosen one.
  public Optional<String> choose(Window owner) {
    return new GalleryDialog(owner, background, shelf).showAndWait();
  }
}

package org.numascape.app.gallery;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.numascape.sample.SampleHost;

/// One sample as a tile: its picture, its title, how large it is.
final class SampleTile extends ToggleButton {

  private final String name;
  private final ImageView picture = new ImageView();
  private final Label title = new Label();
  private final Label counts = new Label();
  private String words;

  SampleTile(String name) {
    this.name = name;
    this.words = name;
    setId("sample-" + name);
    getStyleClass().add("sample-tile");
    var frame = new StackPane(picture);
    frame.getStyleClass().add("sample-picture");
    frame.setMinSize(Thumbnail.WIDTH, Thumbnail.HEIGHT);
    frame.setMaxSize(Thumbnail.WIDTH, Thumbnail.HEIGHT);
    picture.setFitWidth(Thumbnail.WIDTH);
    picture.setFitHeight(Thumbnail.HEIGHT);
    picture.setPreserveRatio(true);
    title.setText(name);
    title.setWrapText(true);
    title.setTextOverrun(OverrunStyle.ELLIPSIS);
    title.setMinHeight(36);
    title.setMaxHeight(36);
    title.setAlignment(Pos.TOP_LEFT);
    title.getStyleClass().add("sample-title");
    counts.getStyleClass().addAll("muted", "small-text");
    var box = new VBox(4, frame, title, counts);
    box.setMaxWidth(Thumbnail.WIDTH);
    setGraphic(box);
    setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
  }

  /// What the command line calls the sample.
  String name() {
    return name;
  }

  /// Everything a search looks through, in small letters.
  String words() {
    return words;
  }

  /// Tells what the sample is.
  void tell(SampleHost sample) {
    title.setText(sample.title());
    counts.setText(SampleStory.counts(sample));
    setAccessibleText(sample.title() + ", " + SampleStory.counts(sample));
    words = SampleStory.words(sample);
  }

  /// Shows its picture.
  void show(Image image) {
    picture.setImage(image);
  }
}

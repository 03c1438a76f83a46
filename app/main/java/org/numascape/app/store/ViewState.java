package org.numascape.app.store;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.numascape.analysis.ThreadPolicy;
import org.numascape.drawing.LabelMode;

/// How the person looks at the design. Nothing here is part of the design, and nothing of it is
/// undone.
public final class ViewState {

  private final ObjectProperty<LabelMode> labels = new SimpleObjectProperty<>(LabelMode.PHYSICAL);
  private final ObjectProperty<ThreadPolicy> policy =
      new SimpleObjectProperty<>(ThreadPolicy.SIBLINGS_TOGETHER);
  private final BooleanProperty dark = new SimpleBooleanProperty(false);
  private final BooleanProperty panels = new SimpleBooleanProperty(true);

  /// Which indexes the boxes show.
  public ObjectProperty<LabelMode> labels() {
    return labels;
  }

  /// How vCPUs dropped on something larger than a PU spread over its PUs.
  public ObjectProperty<ThreadPolicy> policy() {
    return policy;
  }

  /// Whether the dark theme is on.
  public BooleanProperty dark() {
    return dark;
  }

  /// Whether the panels around the picture are shown.
  public BooleanProperty panels() {
    return panels;
  }
}

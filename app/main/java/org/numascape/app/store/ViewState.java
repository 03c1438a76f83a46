package org.numascape.app.store;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.numascape.check.Problem;
import org.numascape.design.DomainId;
import org.numascape.design.Item;
import org.numascape.drawing.Colouring;
import org.numascape.drawing.DrawingOptions;
import org.numascape.drawing.Folding;
import org.numascape.drawing.LabelMode;
import org.numascape.drawing.LayoutMode;
import org.numascape.placement.SpreadPolicy;
import org.numascape.topology.ObjectId;

/// How the person looks at the design. Nothing here is part of the design, and nothing of it is
/// undone.
public final class ViewState {

  private final ObjectProperty<LabelMode> labels = new SimpleObjectProperty<>(LabelMode.PHYSICAL);
  private final ObjectProperty<SpreadPolicy> policy =
      new SimpleObjectProperty<>(SpreadPolicy.BY_GUEST);
  private final BooleanProperty dark = new SimpleBooleanProperty(false);
  private final BooleanProperty panels = new SimpleBooleanProperty(true);
  private final ObjectProperty<LayoutMode> mode = new SimpleObjectProperty<>(LayoutMode.FIT);
  private final ObjectProperty<Colouring> colouring = new SimpleObjectProperty<>(Colouring.GUESTS);
  private final ObjectProperty<Folding> folding = new SimpleObjectProperty<>(Folding.NONE);
  private final BooleanProperty instructionCaches = new SimpleBooleanProperty(false);
  private final BooleanProperty legend = new SimpleBooleanProperty(false);
  private final BooleanProperty minimap = new SimpleBooleanProperty(true);
  private final BooleanProperty distanceLines = new SimpleBooleanProperty(true);
  private final BooleanProperty guestView = new SimpleBooleanProperty(false);
  private final ObjectProperty<Optional<Measure>> measure =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<List<ObjectId>> lit = new SimpleObjectProperty<>(List.of());
  private final ObjectProperty<Optional<Problem>> asked =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<List<Item>> spotlight = new SimpleObjectProperty<>(List.of());
  private final ObservableMap<DomainId, Double> memoryBound = FXCollections.observableHashMap();

  /// The problem whose explanation is open, wherever somebody asked for it: the picture, the
  /// inspector, the list. Empty while none is.
  public ObjectProperty<Optional<Problem>> asked() {
    return asked;
  }

  /// What is lit up for as long as the pointer rests on something that concerns it; the rest of the
  /// picture is veiled. Empty for nothing.
  public ObjectProperty<List<Item>> spotlight() {
    return spotlight;
  }

  /// Share of its time that a guest's software waits for memory, as the person takes it, 0 to 1;
  /// guests of which nobody said it are missing.
  public ObservableMap<DomainId, Double> memoryBound() {
    return memoryBound;
  }

  /// Which indexes the boxes show.
  public ObjectProperty<LabelMode> labels() {
    return labels;
  }

  /// How vCPUs dropped on something larger than a PU spread over its PUs.
  public ObjectProperty<SpreadPolicy> policy() {
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

  /// How the boxes are arranged.
  public ObjectProperty<LayoutMode> mode() {
    return mode;
  }

  /// What colours tell.
  public ObjectProperty<Colouring> colouring() {
    return colouring;
  }

  /// Which boxes stand together as one.
  public ObjectProperty<Folding> folding() {
    return folding;
  }

  /// Whether instruction caches are drawn.
  public BooleanProperty instructionCaches() {
    return instructionCaches;
  }

  /// Whether the meaning of colours and patterns is told beside the picture.
  public BooleanProperty legend() {
    return legend;
  }

  /// Whether a picture larger than the window has a small one of the whole in its corner.
  public BooleanProperty minimap() {
    return minimap;
  }

  /// Whether lines tell how far a node under the pointer is from the others.
  public BooleanProperty distanceLines() {
    return distanceLines;
  }

  /// Whether the machine that the selected guest sees is shown beside the host.
  public BooleanProperty guestView() {
    return guestView;
  }

  /// What lines between nodes tell; empty where the host tells nothing of the kind.
  public ObjectProperty<Optional<Measure>> measure() {
    return measure;
  }

  /// Parts of the host that the pointer is on, wherever it is: the picture and the panels show the
  /// same ones lit. Of two, the first reaches for the second.
  public ObjectProperty<List<ObjectId>> lit() {
    return lit;
  }

  /// The way to draw that all of this amounts to, for a window of any shape and nothing selected.
  public DrawingOptions options() {
    return DrawingOptions.STANDARD
        .arranged(mode.get())
        .labelled(labels.get())
        .coloured(colouring.get())
        .folded(folding.get())
        .withInstructionCaches(instructionCaches.get());
  }

  /// Forgets what is said of parts of a host that is no longer shown.
  public void anotherHost() {
    lit.set(List.of());
    asked.set(Optional.empty());
    spotlight.set(List.of());
    memoryBound.clear();
    folding.set(folding.get().everywhere() ? Folding.ALL : Folding.NONE);
    if (colouring.get() instanceof Colouring.ByDistance) {
      colouring.set(Colouring.GUESTS);
    }
  }
}

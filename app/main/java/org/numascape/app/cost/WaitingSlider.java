package org.numascape.app.cost;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.numascape.analysis.Estimate;
import org.numascape.app.store.ViewState;
import org.numascape.design.DomainId;

/// How much of its time a guest's software waits for memory, as the person says: only with it can
/// anything be said of how much slower the guest gets. Never preset.
final class WaitingSlider extends VBox {

  private final ViewState view;
  private final DomainId guest;
  private final Slider slider = new Slider(0, 100, 0);
  private final Label words = CostBox.line("", "words");
  private Optional<Estimate> estimate = Optional.empty();

  WaitingSlider(ViewState view, DomainId guest) {
    super(5);
    this.view = view;
    this.guest = guest;
    setId("memory-bound");
    var title = CostBox.line("How much of its time waits for memory", "part-title");
    slider.setId("waiting-share");
    slider.setAccessibleText("Share of time that waits for memory, in percent");
    slider.setTooltip(new Tooltip("perf stat in the guest tells it, where the CPU counts stalls"));
    slider.setBlockIncrement(5);
    Optional.ofNullable(view.memoryBound().get(guest))
        .ifPresent(share -> slider.setValue(100 * share));
    slider
        .valueProperty()
        .addListener((property, before, now) -> {
          view.memoryBound().put(guest, Math.round(now.doubleValue()) / 100.0);
          say();
        });
    words.setId("waiting-words");
    getChildren().addAll(title, slider, words);
  }

  /// Shows what it means for a number.
  void show(Estimate now) {
    estimate = Optional.of(now);
    say();
  }

  private void say() {
    var share = Optional.ofNullable(view.memoryBound().get(guest));
    words.setText(
        share.isEmpty()
            ? "Not said. Move the slider to say it; without it nobody can tell how much slower the"
                + " guest gets."
            : estimate
                .map(one ->
                    "With "
                        + Math.round(share.get() * 100)
                        + " % of its time spent waiting for memory it would take "
                        + one.slower(share.get())
                        + " longer than with all memory local.")
                .orElse(""));
  }
}

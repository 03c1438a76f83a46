package org.numascape.app.settings;

import java.util.Locale;
import java.util.OptionalLong;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.numascape.app.widget.EditField;
import org.numascape.design.TuneEdit;
import org.numascape.domain.Bandwidth;

/// Quota and period of some threads, and what that comes to.
final class BandwidthFields extends VBox {

  /// What the kernel takes where nothing is said, in µs.
  private static final long USUAL = 100_000;

  private static final long LEAST = 1_000;
  private static final long LONGEST = 1_000_000;
  private static final long MOST = 17_592_186_044_415L;

  private final GuestForm form;
  private final Bandwidth.Scope scope;

  BandwidthFields(GuestForm form, Bandwidth.Scope scope, String whose) {
    super(2);
    this.form = form;
    this.scope = scope;
    String id = scope.element("");
    var quota =
        form.text(
            id + "quota",
            "Quota in µs, " + whose,
            "no bound",
            () -> SchedulingPage.said(now().quota()),
            typed -> set(new Bandwidth(now().period(), quota(typed))));
    var period =
        form.text(
            id + "period",
            "Period in µs, " + whose,
            "100000",
            () -> SchedulingPage.said(now().period()),
            typed -> set(new Bandwidth(period(typed), now().quota())));
    for (var field : new EditField[] {quota, period}) {
      field.input().setPrefColumnCount(7);
      form.follow(field::refresh);
    }
    var sum = new Label();
    sum.setId(id + "sum");
    sum.setMinWidth(Region.USE_PREF_SIZE);
    form.follow(() -> sum.setText(words(now())));
    var line =
        new HBox(8, quota.input(), new Label("of each"), period.input(), new Label("µs"), sum);
    line.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(line, quota.mistake(), period.mistake());
  }

  private Bandwidth now() {
    return form.domain().cpuTune().bandwidth(scope);
  }

  private void set(Bandwidth bandwidth) {
    form.apply(new TuneEdit.SetBandwidth(form.id(), scope, bandwidth));
  }

  private static OptionalLong quota(String typed) {
    String plain = typed.replace('−', '-');
    return plain.startsWith("-")
        ? OptionalLong.of(-1)
        : SchedulingPage.number(plain, LEAST, MOST, "µs");
  }

  private static OptionalLong period(String typed) {
    return SchedulingPage.number(typed, LEAST, LONGEST, "µs");
  }

  /// `= 1.5 CPUs`
  static String words(Bandwidth bandwidth) {
    if (bandwidth.quota().isEmpty() || bandwidth.quota().getAsLong() <= 0) {
      return "";
    }
    long period = bandwidth.period().orElse(USUAL);
    double cpus = (double) bandwidth.quota().getAsLong() / (period == 0 ? USUAL : period);
    return cpus < 1
        ? String.format(Locale.ROOT, "= %.0f %% of a CPU", cpus * 100)
        : String.format(Locale.ROOT, "= %.3g CPUs", cpus);
  }
}

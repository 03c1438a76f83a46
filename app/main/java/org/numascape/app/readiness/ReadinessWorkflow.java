package org.numascape.app.readiness;

import java.time.Clock;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.numascape.app.store.Background;
import org.numascape.app.store.DesignStore;
import org.numascape.design.HostSource;
import org.numascape.document.SettingsText;
import org.numascape.remote.SettingsOverSsh;
import org.numascape.remote.SshAddress;
import org.numascape.topology.HostSettings;

/// Reads the settings of a host, off the FX thread, and puts them into the design: no edit, as
/// nothing is planned by it, so undo does not take it back.
public final class ReadinessWorkflow {

  private static final String TITLE = "Settings of the host";

  private final Window owner;
  private final DesignStore store;
  private final Background background;
  private final Clock clock;
  private String lastHost = "";

  /// @param owner what dialogs stand above
  public ReadinessWorkflow(Window owner, DesignStore store, Background background, Clock clock) {
    this.owner = owner;
    this.store = store;
    this.background = background;
    this.clock = clock;
  }

  /// Reads the machine the program runs on.
  public void readThisMachine() {
    background.start(
        "Reading this machine's settings",
        () -> SettingsText.ofThisMachine(clock.instant()),
        this::take,
        this::fail);
  }

  /// Asks for what the commands printed.
  public void paste() {
    new PasteSettingsDialog(owner, clock).showAndWait().ifPresent(this::take);
  }

  /// Asks where to log in, and has ssh run the commands there.
  public void collect() {
    new SshDialog(owner, lastHost.isEmpty() ? proposed() : lastHost)
        .showAndWait()
        .ifPresent(this::collect);
  }

  private void collect(SshAddress host) {
    lastHost = host.toString();
    var remote = new SettingsOverSsh();
    background.start(
        "Collecting settings from " + host,
        () -> {
          try (remote) {
            return remote.read(host);
          }
        },
        this::take,
        this::fail,
        late -> {});
  }

  /// The host of a libvirt address over ssh.
  private String proposed() {
    return store.design().source() instanceof HostSource.Connection(var uri) && uri.contains("+ssh")
        ? uri.replaceFirst("^[^/]*//", "").replaceFirst("[/?].*$", "")
        : "";
  }

  private void take(HostSettings settings) {
    var misfit = SettingsText.misfit(store.design().host(), settings);
    if (misfit.isEmpty() || anyway(misfit.get())) {
      store.refresh(SettingsText.noted(store.design(), settings));
    }
  }

  private boolean anyway(String misfit) {
    var use = new ButtonType("Use them anyway", ButtonBar.ButtonData.OK_DONE);
    var alert = alert(Alert.AlertType.CONFIRMATION, misfit, use, ButtonType.CANCEL);
    alert.getDialogPane().lookupButton(use).setId("use-anyway");
    return alert.showAndWait().filter(use::equals).isPresent();
  }

  private void fail(Exception failure) {
    alert(Alert.AlertType.ERROR, String.valueOf(failure.getMessage()), ButtonType.CLOSE).show();
  }

  private Alert alert(Alert.AlertType type, String words, ButtonType... buttons) {
    var alert = new Alert(type, words, buttons);
    alert.initOwner(owner);
    alert.setTitle(TITLE);
    alert.setHeaderText(TITLE);
    alert.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
    alert.getDialogPane().setPrefWidth(560);
    return alert;
  }
}

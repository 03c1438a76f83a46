package org.numascape.app.connect;

import java.lang.System.Logger.Level;
import javafx.stage.Stage;
import org.numascape.app.store.Background;
import org.numascape.document.Recovery;
import org.numascape.hypervisor.HypervisorFailure;
import org.numascape.libvirt.LibvirtLibrary;

/// Shows the start screen, with what a crash left behind and whether libvirt is there.
final class Greeting {

  private static final System.Logger LOG = System.getLogger(Greeting.class.getName());

  private static final String NO_LIBVIRT =
      new HypervisorFailure.NoLibrary("libvirt.so.0 was not found").sentence();

  private final Stage stage;
  private final Background background;
  private final Curtain curtain;
  private final Recents recents;
  private final Recovery recovery;

  Greeting(
      Stage stage, Background background, Curtain curtain, Recents recents, Recovery recovery) {
    this.stage = stage;
    this.background = background;
    this.curtain = curtain;
    this.recents = recents;
    this.recovery = recovery;
  }

  /// What crashes left behind.
  Recovery recovery() {
    return recovery;
  }

  /// Shows the start screen.
  void show(StartScreen.Choices choices) {
    background.start(
        "Looking for designs to recover",
        recovery::offers,
        offers -> {
          var screen = new StartScreen(recents.entries(), offers, choices);
          curtain.show(screen);
          background.start(
              "Looking for libvirt",
              LibvirtLibrary::version,
              version -> {
                if (version.isEmpty()) {
                  screen.sayNoLibvirt(NO_LIBVIRT);
                }
              },
              failure -> {});
        },
        failure -> LOG.log(Level.WARNING, "start screen: {0}", failure.getMessage()));
  }

  /// Gives up a design that a crash left behind, and greets again.
  void discard(Recovery.Offer offer, StartScreen.Choices choices) {
    background.start(
        "Discarding a design",
        () -> {
          recovery.discard(offer);
          return offer;
        },
        gone -> show(choices),
        failure -> Failures.show(stage, "The design is still there", failure));
  }
}

package org.numascape.app;

import javafx.application.Application;
import org.numascape.cli.Cli;

/// Opens the window or, given a verb, does the work without one.
///
/// Not an [Application] itself: Java starts the toolkit before the `main` of such a class, and a
/// verb has to work where there is no screen.
public final class Main {
  private Main() {}

  /// Starts the program.
  public static void main(String[] arguments) {
    if (Cli.isVerb(arguments)) {
      System.exit(Cli.run(arguments));
    }
    Application.launch(Workbench.class, arguments);
  }
}

package org.numascape.app;

import java.util.Locale;
import javafx.application.Application;
import org.numascape.cli.Cli;

/// Opens the window or, given a verb, does the work without one.
///
/// Not an [Application] itself: Java starts the toolkit before the `main` of such a class, and a
/// verb has to work where there is no screen.
public final class Main {
  private Main() {}

  /// Starts the program. Its words are English, so numbers in them are written as English has them,
  /// wherever it runs.
  public static void main(String[] arguments) {
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    if (Cli.isVerb(arguments)) {
      System.exit(Cli.run(arguments));
    }
    Application.launch(Workbench.class, arguments);
  }
}

package org.numascape.cli;

import java.io.IOException;
import org.numascape.format.FormatException;
import org.numascape.hypervisor.HypervisorException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// What went wrong, as one line and an exit status.
interface Failures {

  /// Problems or differences were found.
  int FOUND = 1;

  /// Wrong usage or unreadable input.
  int UNREADABLE = 2;

  /// The host could not be reached or refused.
  int HOST = 3;

  /// Says why a verb failed.
  static int status(Exception failure, Console console) {
    return switch (failure) {
      case HypervisorException e -> said(e, HOST, console);
      case FormatException e -> said(e, UNREADABLE, console);
      case IOException e -> said(e, UNREADABLE, console);
      default -> {
        console.note("this should not have happened, please report it: " + failure);
        yield UNREADABLE;
      }
    };
  }

  private static int said(Exception failure, int status, Console console) {
    console.note(String.valueOf(failure.getMessage()));
    return status;
  }

  /// Says what is wrong with the arguments, what may have been meant, and where help is.
  static int wrongUsage(ParameterException wrong, String[] arguments) {
    CommandLine verb = wrong.getCommandLine();
    var err = verb.getErr();
    err.println("numascape: " + wrong.getMessage());
    UnmatchedArgumentException.printSuggestions(wrong, err);
    err.println("Try: " + verb.getCommandSpec().qualifiedName() + " --help");
    return UNREADABLE;
  }
}

package org.numascape.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/// Runs verbs for nobody. Packaging has Java watch it and keep the classes that verbs need in an
/// archive from which they are taken quickly.
final class Rehearsal {
  private Rehearsal() {}

  /// Draws a host in every format, shows and checks it.
  ///
  /// @throws IOException when there is no room for files of a few kilobytes
  public static void main(String[] arguments) throws IOException {
    var picture = Files.createTempFile("numascape", ".png");
    var paper = Files.createTempFile("numascape", ".pdf");
    try {
      run("render", "sample:demonstration", "-o", "-");
      run("render", "synthetic:pack:2 numa:2 l3:1 core:4 pu:2", "-o", picture.toString());
      run("render", "sample:laptop", "-o", paper.toString());
      run("show", "sample:demonstration");
      run("check", "sample:guide-host");
    } finally {
      Files.deleteIfExists(picture);
      Files.deleteIfExists(paper);
    }
  }

  private static void run(String... arguments) {
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Cli.run(arguments, nowhere, nowhere);
  }
}

package org.numascape.analysis;

import org.numascape.design.Design;

/// All facts of one design, computed once and shared by checks, picture and panels.
public record Analysis(Design design) {

  /// The facts of a design.
  public static Analysis of(Design design) {
    return new Analysis(design);
  }
}

package org.numascape.app;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// What holds everywhere in the program with the window. Each rule says why in its `because`.
@AnalyzeClasses(
    packages = "org.numascape.app",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class AppArchitectureTest {
  /// What every panel may use.
  private static final String[] SHARED = {
    "org.numascape.app.store..",
    "org.numascape.app.theme..",
    "org.numascape.app.cost..",
    "org.numascape.app.widget..",
    "org.numascape.app.settings.."
  };

  @ArchTest
  static final ArchRule panelsMeetInTheStore =
      slices()
          .matching("org.numascape.app.(*)..")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(alwaysTrue(), resideInAnyPackage(SHARED))
          .ignoreDependency(resideInAPackage("org.numascape.app.window.."), alwaysTrue())
          .ignoreDependency(
              alwaysTrue(),
              nameMatching("org\\.numascape\\.app\\.canvas\\.(PictureView|LinkLayer).*"))
          .because("a panel is understood, moved or dropped without a look at the others")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule packagesAreFreeOfCycles =
      slices()
          .matching("org.numascape.app.(*)..")
          .should()
          .beFreeOfCycles()
          .because("packages are read one at a time, from the bottom up")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule nothingBelowKnowsTheWindow =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.numascape.app", "org.numascape.app.window..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.numascape.app", "org.numascape.app.window..")
          .because("the window knows all panels, so a panel that knew it would know them too")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule noSwingInTheWindow =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javax.swing..", "java.awt..")
          .because("one toolkit, one thread")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule libvirtStaysBehindItsPort =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.libvirt..", "com.sun.jna..")
          .because("the window works on a machine without libvirt, and is tested without it")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule onlyTheCommandLinePrints =
      noClasses()
          .should(ACCESS_STANDARD_STREAMS)
          .because("standard output belongs to the verbs; the window speaks to the person")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule loggingGoesThroughSystemLogger =
      NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING
          .because("System.Logger lets whoever starts the program choose where the log goes")
          .allowEmptyShould(true);
}

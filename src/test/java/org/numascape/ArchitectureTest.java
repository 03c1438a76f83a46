package org.numascape;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/// What holds everywhere in core. Each rule says why in its `because`.
@AnalyzeClasses(packages = "org.numascape", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final String[] FACTS = {
    "org.numascape.topology..",
    "org.numascape.domain..",
    "org.numascape.design..",
    "org.numascape.analysis.."
  };

  private static final String[] PURE = {
    "org.numascape.topology..",
    "org.numascape.domain..",
    "org.numascape.design..",
    "org.numascape.analysis..",
    "org.numascape.comparison..",
    "org.numascape.check..",
    "org.numascape.placement..",
    "org.numascape.readiness..",
    "org.numascape.drawing.."
  };

  @ArchTest
  static final ArchRule coreKnowsNoToolkit =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx..", "javax.swing..")
          .because("a verb has to work where there is no screen")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule awtDrawsPicturesOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.numascape.format.picture..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.awt..")
          .because("only the PNG and PDF writers need a painter, the picture itself is data")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule libvirtStaysBehindItsPort =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.numascape.libvirt..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.libvirt..", "com.sun.jna..")
          .because("everything else works on a machine without libvirt, and is tested without it")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule factsAreRecordsEnumsInterfacesOrFinal =
      classes()
          .that()
          .resideInAnyPackage(FACTS)
          .and(not(writtenByTheCompiler()))
          .should(beARecordAnEnumAnInterfaceOrFinal())
          .because("a value that nobody can extend can be shared by undo, threads and tests")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule factsNeverChange =
      fields()
          .that()
          .areDeclaredInClassesThat()
          .resideInAnyPackage(FACTS)
          .should()
          .beFinal()
          .because("a value that nobody can change can be shared by undo, threads and tests")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule thinkingTouchesNoFilesNetworksThreadsOrClocks =
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("java.io..", "java.nio.file..", "java.net..", "java.sql..")
                  .and(not(nameMatching("java\\.io\\.Serializable")))
                  .or(resideInAPackage("java.util.concurrent.."))
                  .or(
                      nameMatching(
                          "java\\.lang\\.(Thread|Process|ProcessBuilder|Runtime)"
                              + "|java\\.time\\.(Clock|InstantSource)")))
          .because("the same input has to give the same output, on every machine and every day")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule thinkingAsksNeitherTimeNorChanceNorEnvironment =
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .accessTargetWhere(timeChanceOrEnvironment())
          .because("the same input has to give the same output, on every machine and every day")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule packagesAreFreeOfCycles =
      slices()
          .matching("org.numascape.(*)..")
          .should()
          .beFreeOfCycles()
          .because("packages are read one at a time, from the bottom up")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule dependenciesPointDownwards =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("topology")
          .definedBy("org.numascape.topology..")
          .layer("comparison")
          .definedBy("org.numascape.comparison..")
          .layer("domain")
          .definedBy("org.numascape.domain..")
          .layer("design")
          .definedBy("org.numascape.design..")
          .layer("analysis")
          .definedBy("org.numascape.analysis..")
          .layer("check")
          .definedBy("org.numascape.check..")
          .layer("placement")
          .definedBy("org.numascape.placement..")
          .layer("drawing")
          .definedBy("org.numascape.drawing..")
          .layer("readiness")
          .definedBy("org.numascape.readiness..")
          .layer("remote")
          .definedBy("org.numascape.remote..")
          .layer("format")
          .definedBy(
              resideInAPackage("org.numascape.format..")
                  .and(not(resideInAPackage("org.numascape.format.picture.."))))
          .layer("guest")
          .definedBy("org.numascape.guest..")
          .layer("lint")
          .definedBy("org.numascape.lint..")
          .layer("picture")
          .definedBy("org.numascape.format.picture..")
          .layer("hypervisor")
          .definedBy("org.numascape.hypervisor")
          .layer("simulation")
          .definedBy("org.numascape.simulation..")
          .layer("sample")
          .definedBy("org.numascape.sample..")
          .layer("libvirt")
          .definedBy("org.numascape.libvirt..")
          .layer("apply")
          .definedBy("org.numascape.apply..")
          .layer("document")
          .definedBy("org.numascape.document..")
          .layer("cli")
          .definedBy("org.numascape.cli..")
          .whereLayer("topology")
          .mayNotAccessAnyLayer()
          .whereLayer("comparison")
          .mayOnlyAccessLayers(
              "apply", "check", "analysis", "format", "design", "domain", "topology")
          .whereLayer("domain")
          .mayOnlyAccessLayers("topology")
          .whereLayer("design")
          .mayOnlyAccessLayers("domain", "topology")
          .whereLayer("analysis")
          .mayOnlyAccessLayers("design", "domain", "topology")
          .whereLayer("placement")
          .mayOnlyAccessLayers("analysis", "design", "domain", "topology")
          .whereLayer("check")
          .mayOnlyAccessLayers("placement", "analysis", "design", "domain", "topology")
          .whereLayer("readiness")
          .mayOnlyAccessLayers("check", "analysis", "design", "domain", "topology")
          .whereLayer("remote")
          .mayOnlyAccessLayers("format", "topology")
          .whereLayer("drawing")
          .mayOnlyAccessLayers("check", "analysis", "design", "domain", "topology")
          .whereLayer("format")
          .mayOnlyAccessLayers("design", "domain", "topology")
          .whereLayer("guest")
          .mayOnlyAccessLayers("format", "drawing", "analysis", "design", "domain", "topology")
          .whereLayer("lint")
          .mayOnlyAccessLayers("format", "check", "design", "domain", "topology")
          .whereLayer("picture")
          .mayOnlyAccessLayers("drawing", "format", "design", "topology")
          .whereLayer("hypervisor")
          .mayOnlyAccessLayers("domain", "topology")
          .whereLayer("simulation")
          .mayOnlyAccessLayers("hypervisor", "format", "design", "domain", "topology")
          .whereLayer("sample")
          .mayOnlyAccessLayers("format", "design", "domain", "topology")
          .whereLayer("libvirt")
          .mayOnlyAccessLayers("hypervisor", "format", "domain", "topology")
          .whereLayer("apply")
          .mayOnlyAccessLayers("hypervisor", "format", "design", "domain", "topology")
          .whereLayer("document")
          .mayOnlyAccessLayers(
              "libvirt",
              "simulation",
              "sample",
              "hypervisor",
              "picture",
              "format",
              "drawing",
              "design",
              "domain",
              "topology")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .because("a change above never breaks what lies below")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule formatsDoNotKnowEachOther =
      slices()
          .matching("org.numascape.format.(*)..")
          .should()
          .notDependOnEachOther()
          .because("a format is added, changed or dropped without a look at the others")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule onlyTheCommandLinePrints =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.numascape.cli..")
          .should(ACCESS_STANDARD_STREAMS)
          .because("standard output belongs to the verbs; everything else returns or logs")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule loggingGoesThroughSystemLogger =
      NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING
          .because("System.Logger lets whoever starts the program choose where the log goes")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule everyCheckIsListedHiddenAndTested =
      classes()
          .that()
          .implement("org.numascape.check.Check")
          .and()
          .areTopLevelClasses()
          .should()
          .bePackagePrivate()
          .andShould(beListedInChecks())
          .andShould(haveATestNamedAfterThem())
          .because("a check nobody lists never runs, and its rule is written down in its test")
          .allowEmptyShould(true);

  private static DescribedPredicate<JavaClass> writtenByTheCompiler() {
    return DescribedPredicate.describe(
        "written by the compiler",
        type ->
            type.isAnonymousClass()
                || type.getModifiers().contains(JavaModifier.SYNTHETIC)
                || type.getSimpleName().equals("package-info"));
  }

  private static ArchCondition<JavaClass> beARecordAnEnumAnInterfaceOrFinal() {
    return ArchCondition.from(
            DescribedPredicate.describe(
                "a record, an enum, an interface or final",
                (JavaClass type) ->
                    type.isRecord()
                        || type.isInterface()
                        || type.isAssignableTo(Enum.class)
                        || type.getModifiers().contains(JavaModifier.FINAL)))
        .as("be a record, an enum, an interface or final");
  }

  private static DescribedPredicate<JavaAccess<?>> timeChanceOrEnvironment() {
    Set<String> forbidden =
        Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.System.getenv",
            "java.lang.System.getProperty",
            "java.lang.Math.random",
            "java.util.UUID.randomUUID",
            "java.util.Collections.shuffle",
            "java.util.Locale.getDefault");
    return DescribedPredicate.describe(
        "the time, chance or the environment",
        access -> {
          String owner = access.getTargetOwner().getName();
          String member = access.getTarget().getName();
          return forbidden.contains(owner + "." + member)
              || (owner.startsWith("java.time.") && member.equals("now"));
        });
  }

  private static ArchCondition<JavaClass> beListedInChecks() {
    return ArchCondition.from(
            DescribedPredicate.describe(
                "listed in Checks",
                (JavaClass check) ->
                    check.getDirectDependenciesToSelf().stream()
                        .anyMatch(use ->
                            use.getOriginClass().getName().equals("org.numascape.check.Checks"))))
        .as("be listed in Checks");
  }

  private static ArchCondition<JavaClass> haveATestNamedAfterThem() {
    return new ArchCondition<>("have a test named after them") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        Path test = Path.of("test/java", type.getName().replace('.', '/') + "Test.java");
        events.add(
            new SimpleConditionEvent(
                type, Files.exists(test), type.getName() + " is to be tested in src/" + test));
      }
    };
  }
}

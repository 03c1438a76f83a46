package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.fail;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.numascape.analysis.Analysis;

/// Walks all rules by running the test of each: they have to show a design that breaks the rule,
/// one that keeps it, and that every way out ends the problem without a new error. A rule without a
/// way out is named here with its reason.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RuleWalkTest {

  private static final String OUTSIDE =
      "what mends it is outside of the design: the host's firmware, kernel or services";
  private static final String CHOICE =
      "only a person can choose: another device, another guest, or to leave it";

  /// Rules without a way out that is an edit, and why.
  private static final Map<String, String> NO_FIX = new TreeMap<>();

  static {
    NO_FIX.put("D-05", OUTSIDE);
    NO_FIX.put("D-07", OUTSIDE);
    NO_FIX.put("E-10", OUTSIDE);
    NO_FIX.put("H-11", OUTSIDE);
    NO_FIX.put("H-12", OUTSIDE);
    NO_FIX.put("H-17", OUTSIDE);
    NO_FIX.put("H-18", OUTSIDE);
    NO_FIX.put("N-25", OUTSIDE);
    NO_FIX.put("S-01", OUTSIDE);
    NO_FIX.put("S-02", OUTSIDE);
    NO_FIX.put("S-03", OUTSIDE);
    NO_FIX.put("S-04", OUTSIDE);
    NO_FIX.put("S-05", OUTSIDE);
    NO_FIX.put("S-06", OUTSIDE);
    NO_FIX.put("S-08", OUTSIDE);
    NO_FIX.put("S-09", OUTSIDE);
    NO_FIX.put("S-10", OUTSIDE);
    NO_FIX.put("S-12", OUTSIDE);
    NO_FIX.put("S-14", OUTSIDE);
    NO_FIX.put("S-15", OUTSIDE);
    NO_FIX.put("V-05", OUTSIDE);
    NO_FIX.put("V-06", OUTSIDE);
    NO_FIX.put("D-08", CHOICE);
    NO_FIX.put("D-12", CHOICE);
    NO_FIX.put("D-13", CHOICE);
    NO_FIX.put("D-14", CHOICE);
    NO_FIX.put("E-12", CHOICE);
    NO_FIX.put("E-13", CHOICE);
    NO_FIX.put("N-24", CHOICE);
    NO_FIX.put("N-30", CHOICE);
    NO_FIX.put("N-36", CHOICE);
    NO_FIX.put("P-19", CHOICE);
    NO_FIX.put("P-25", CHOICE);
    NO_FIX.put("S-13", CHOICE);
    NO_FIX.put("D-04", "which buses belong together is the preset's work, device by device");
    NO_FIX.put("D-09", "it stands in arguments of QEMU's own, which nothing here writes");
    NO_FIX.put("D-11", "who binds the driver is the host's affair; the group comes with the IOMMU");
    NO_FIX.put("L-02", "it is no mistake: it says when the change is made");
    NO_FIX.put("L-03", "it is no mistake: it says when the change is made");
    NO_FIX.put("L-08", "the manager has to make the change, not libvirt");
    NO_FIX.put("P-15", "it stands in the text only, and goes when the definition is written");
  }

  private final Map<String, String> lacking = new TreeMap<>();
  private final TreeSet<String> offering = new TreeSet<>();

  @BeforeAll
  void runTheTestOfEachRule() {
    Proven.clear();
    for (var rule : Checks.all()) {
      run(rule.check().getClass().getSimpleName() + "Test");
    }
    Checks.codes().forEach(this::note);
  }

  private void note(String code) {
    var missing = new TreeSet<String>();
    if (!Proven.BROKEN.contains(code)) {
      missing.add("a design that breaks it");
    }
    if (!Proven.KEPT.contains(code)) {
      missing.add("a design that keeps it");
    }
    if (Proven.OFFERED.contains(code)) {
      offering.add(code);
    }
    if (!Proven.MENDED.contains(code) && !NO_FIX.containsKey(code)) {
      missing.add("a way out, proven, or a reason why there is none");
    }
    if (Proven.OFFERED.contains(code) && !Proven.MENDED.contains(code)) {
      missing.add("proof of the way out that it offers");
    }
    if (!missing.isEmpty()) {
      lacking.put(code, String.join("; ", missing));
    }
  }

  @Test
  void everyRuleIsBrokenKeptAndMended() {
    assertThat(lacking).isEmpty();
  }

  @Test
  void whatIsSaidToHaveNoWayOutHasNone() {
    assertThat(NO_FIX.keySet()).isSubsetOf(Checks.codes()).doesNotContainAnyElementsOf(offering);
  }

  @Test
  void everyRuleCopesWithTheDesignsOfAllOthers() {
    for (var design : Set.copyOf(Proven.SEEN)) {
      assertThatCode(
              () -> Report.of(Analysis.of(design)).problems().forEach(problem -> problem.fixes()))
          .as("%s", design.guests())
          .doesNotThrowAnyException();
    }
  }

  private static void run(String name) {
    try {
      var type = Class.forName(RuleWalkTest.class.getPackageName() + "." + name);
      var constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      for (Method method : tests(type).toList()) {
        method.setAccessible(true);
        method.invoke(constructor.newInstance());
      }
    } catch (InvocationTargetException failed) {
      fail(name + " fails", failed.getCause());
    } catch (ReflectiveOperationException gone) {
      fail(name + " cannot be run", gone);
    }
  }

  private static Stream<Method> tests(Class<?> type) {
    return Stream.of(type.getDeclaredMethods())
        .filter(
            method -> method.isAnnotationPresent(Test.class) && method.getParameterCount() == 0);
  }
}

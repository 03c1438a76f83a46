package org.numascape.cli;

import org.numascape.apply.ApplyPlan;
import org.numascape.apply.DomainPlan;
import org.numascape.apply.PlannedLine;

/// What an apply would do, for people: each guest in words, then its XML as `diff -u` shows it.
interface PlanText {
  /// Lines around each change, as `diff -u` has them.
  int CONTEXT = 3;

  /// The whole plan; empty when there is nothing to do.
  static String of(ApplyPlan plan) {
    var text = new StringBuilder();
    plan.pools().forEach(pool -> text.append(pool.words()).append('\n'));
    plan.domains().forEach(domain -> text.append(of(domain)));
    return text.toString();
  }

  private static String of(DomainPlan domain) {
    var text = new StringBuilder(domain.name()).append(":\n");
    domain.lines().forEach(line -> text.append("  ").append(of(line)).append('\n'));
    String name = domain.name() + ".xml";
    return text.append(domain.diff().unified(name, name, CONTEXT)).toString();
  }

  private static String of(PlannedLine line) {
    String words = line.words() + " [" + line.effect().word() + "]";
    return line.why().map(why -> words + ": " + why).orElse(words);
  }
}

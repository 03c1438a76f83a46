package org.numascape.format.domainxml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.numascape.domain.Domain;
import org.numascape.domain.Scheduling;
import org.numascape.domain.ThreadScheduler;
import org.numascape.format.FormatException;
import org.numascape.topology.CpuSet;

/// `vcpusched`, `iothreadsched` and `emulatorsched`.
final class SchedulerRewrite implements Rewrite {

  @Override
  public XmlText rewrite(XmlText xml, Domain wanted) throws FormatException {
    var tune = wanted.cpuTune();
    var vcpus = classes(xml, "vcpusched", "vcpus", tune.vcpuSchedulers());
    var ioThreads = classes(vcpus, "iothreadsched", "iothreads", tune.ioThreadSchedulers());
    return emulator(ioThreads, tune.emulatorScheduler());
  }

  /// An element that says what is wanted stays; one for the same threads gets the other class, one
  /// of the same class the other threads; what is left goes, and what is missing is added.
  private static XmlText classes(XmlText xml, String name, String ids, List<ThreadScheduler> wanted)
      throws FormatException {
    var fields = new Fields(xml);
    var missing = new ArrayList<>(wanted);
    var others = new ArrayList<XmlElement>();
    for (var element : Section.CPU_TUNE.elements(xml, name).toList()) {
      var now = new ThreadScheduler(fields.requiredCpus(element, ids), scheduling(fields, element));
      if (!missing.remove(now)) {
        others.add(element);
      }
    }
    var patch = new Patch(xml);
    var gone = new ArrayList<Integer>();
    for (var element : others) {
      var cpus = fields.requiredCpus(element, ids);
      var scheduling = scheduling(fields, element);
      var like =
          missing.stream()
              .filter(one -> one.threads().equals(cpus) || one.scheduling().equals(scheduling))
              .findFirst();
      if (like.isEmpty()) {
        gone.add(element.span().start());
      } else {
        missing.remove(like.get());
        changed(patch, element, ids, cpus, like.get());
      }
    }
    others.removeIf(element -> !gone.contains(element.span().start()));
    if (!others.isEmpty() && missing.isEmpty() && others.size() == wholeCount(xml, name)) {
      return Section.CPU_TUNE.removing(xml, others);
    }
    others.forEach(patch::remove);
    return Section.CPU_TUNE.adding(
        patch.done(),
        missing.stream()
            .map(one -> of(Markup.of(name).with(ids, one.threads()), one.scheduling()))
            .toList());
  }

  private static long wholeCount(XmlText xml, String name) {
    return Section.CPU_TUNE.elements(xml, name).count();
  }

  private static void changed(
      Patch patch, XmlElement element, String ids, CpuSet cpus, ThreadScheduler wanted) {
    if (!cpus.equals(wanted.threads())) {
      patch.set(element, ids, wanted.threads().toString());
    }
    changed(patch, element, wanted.scheduling());
  }

  private static void changed(Patch patch, XmlElement element, Scheduling wanted) {
    if (element.value("scheduler").filter(wanted.scheduler()::equals).isEmpty()) {
      patch.set(element, "scheduler", wanted.scheduler());
    }
    patch.setOrUnset(element, "priority", Fields.boxed(wanted.priority()));
  }

  private static XmlText emulator(XmlText xml, Optional<Scheduling> wanted) throws FormatException {
    var present = Section.CPU_TUNE.elements(xml, "emulatorsched").findFirst();
    if (present.isEmpty() || wanted.isEmpty()) {
      return Section.CPU_TUNE.single(
          xml, "emulatorsched", wanted.map(one -> of(Markup.of("emulatorsched"), one)));
    }
    if (scheduling(new Fields(xml), present.get()).equals(wanted.get())) {
      return xml;
    }
    var patch = new Patch(xml);
    changed(patch, present.get(), wanted.get());
    return patch.done();
  }

  private static Scheduling scheduling(Fields fields, XmlElement element) throws FormatException {
    return new Scheduling(
        fields.required(element, "scheduler"), fields.optionalNumber(element, "priority"));
  }

  private static Markup of(Markup markup, Scheduling scheduling) {
    return markup.with("scheduler", scheduling.scheduler()).with("priority", scheduling.priority());
  }
}

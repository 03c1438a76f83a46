package org.numascape.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.numascape.comparison.ComparisonText;
import org.numascape.comparison.Difference;
import org.numascape.comparison.HostComparison;
import org.numascape.comparison.Topic;
import org.numascape.document.HostOpener;
import org.numascape.document.Opened;
import org.numascape.document.OpenedDesign;
import org.numascape.format.FormatException;
import org.numascape.hypervisor.HypervisorException;
import org.numascape.topology.ObjectId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Tells what differs between two hosts or two designs.
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description =
        "Tells what differs between two hosts, such as one before and after a firmware change, or"
            + " between two designs or snapshots of one, problems gained and lost included. Exit"
            + " status 0 when they are equal, 1 when they differ.")
final class CompareVerb implements Callable<Integer> {
  private final Console console;
  private final HostOpener opener;

  @Parameters(
      index = "0",
      paramLabel = "BEFORE",
      description =
          "libvirt URI, file or sample:NAME; a design, or FILE#NAME for a snapshot in one.")
  private String before = "";

  @Parameters(
      index = "1",
      paramLabel = "AFTER",
      description = "What to hold against it. A design beside a host stands for its host.")
  private String after = "";

  @Option(names = "--json", description = "One JSON object a line, one line a difference.")
  private boolean json;

  @Option(
      names = "--xml",
      description = "Adds the XML of each guest that differs, as unified diffs; designs only.")
  private boolean xml;

  CompareVerb(Console console, HostOpener opener) {
    this.console = console;
    this.opener = opener;
  }

  @Override
  public Integer call() throws FormatException, HypervisorException {
    var first = opened(before);
    var second = opened(after);
    if (first instanceof OpenedDesign && second instanceof OpenedDesign) {
      return compare(
          ComparisonText.of(
              DesignState.of(before).in(first.design()),
              DesignState.of(after).in(second.design())));
    }
    var differences = HostComparison.of(first.design().host(), second.design().host());
    if (json) {
      differences.forEach(difference -> console.say(json(difference).toString()));
    } else if (differences.isEmpty()) {
      console.say("The hosts are equal.");
    } else {
      tell(differences);
    }
    return differences.isEmpty() ? 0 : Failures.FOUND;
  }

  private Opened opened(String text) throws FormatException, HypervisorException {
    return opener.open(DesignState.of(text).file());
  }

  private int compare(ComparisonText designs) throws FormatException {
    if (json) {
      DesignDifferences.json(designs).forEach(one -> console.say(one.toString()));
    } else if (designs.isEmpty()) {
      console.say("The designs are equal.");
    } else {
      console.out().print(designs.words());
    }
    if (xml && !json) {
      console.out().print(designs.xml());
    }
    return designs.isEmpty() ? 0 : Failures.FOUND;
  }

  private void tell(List<Difference> differences) {
    String separator = "";
    for (var topic : differences.stream().map(Difference::topic).distinct().toList()) {
      console.out().print(separator + heading(topic) + "\n");
      separator = "\n";
      differences.stream()
          .filter(difference -> difference.topic() == topic)
          .forEach(difference -> console.say("  " + difference.sentence()));
    }
  }

  private static String heading(Topic topic) {
    return topic.title().substring(0, 1).toUpperCase(Locale.ROOT) + topic.title().substring(1);
  }

  private static ObjectNode json(Difference difference) {
    var object =
        JsonNodeFactory.instance
            .objectNode()
            .put("topic", difference.topic().title())
            .put("weight", difference.weight().name().toLowerCase(Locale.ROOT))
            .put("what", difference.what())
            .put("before", difference.before())
            .put("after", difference.after());
    ids(object, "objectsBefore", difference.inBefore());
    ids(object, "objectsAfter", difference.inAfter());
    return object;
  }

  private static void ids(ObjectNode object, String key, List<ObjectId> ids) {
    var array = object.putArray(key);
    ids.forEach(id -> array.add(id.toString()));
  }
}

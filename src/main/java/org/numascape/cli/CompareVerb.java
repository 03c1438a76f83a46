package org.numascape.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.numascape.comparison.Difference;
import org.numascape.comparison.HostComparison;
import org.numascape.comparison.Topic;
import org.numascape.document.HostOpener;
import org.numascape.format.FormatException;
import org.numascape.hypervisor.HypervisorException;
import org.numascape.topology.HostTopology;
import org.numascape.topology.ObjectId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Tells what differs between two hosts.
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description =
        "Tells what differs between two hosts, such as one before and after a firmware change. Exit"
            + " status 0 when they are equal, 1 when they differ.")
final class CompareVerb implements Callable<Integer> {
  private final Console console;
  private final HostOpener opener;

  @Parameters(
      index = "0",
      paramLabel = "BEFORE",
      description = "libvirt URI, file or sample:NAME; a design stands for its host.")
  private String before = "";

  @Parameters(index = "1", paramLabel = "AFTER", description = "The host to hold against it.")
  private String after = "";

  @Option(names = "--json", description = "One JSON object a line, one line a difference.")
  private boolean json;

  CompareVerb(Console console, HostOpener opener) {
    this.console = console;
    this.opener = opener;
  }

  @Override
  public Integer call() throws FormatException, HypervisorException {
    var differences = HostComparison.of(host(before), host(after));
    if (json) {
      differences.forEach(difference -> console.say(json(difference).toString()));
    } else if (differences.isEmpty()) {
      console.say("The hosts are equal.");
    } else {
      tell(differences);
    }
    return differences.isEmpty() ? 0 : Failures.FOUND;
  }

  private HostTopology host(String text) throws FormatException, HypervisorException {
    return opener.open(text).design().host();
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

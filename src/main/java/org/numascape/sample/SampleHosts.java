package org.numascape.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.numascape.domain.DomainState;
import org.numascape.format.FormatException;
import org.numascape.format.hwloc.HwlocReader;
import org.numascape.topology.CpuSet;

/// The hosts that come with the program, read from its own resources (`sample-hosts/`).
public final class SampleHosts {

  /// The host that the program opens on.
  public static final String DEMONSTRATION = "demonstration";

  private static final String FOLDER = "/sample-hosts/";
  private static final JsonMapper JSON = new JsonMapper();

  private SampleHosts() {}

  /// The names of all sample hosts, the one to begin with first.
  public static List<String> names() {
    return json(FOLDER + "index.json", Index.class).names();
  }

  /// A sample host.
  ///
  /// @throws FormatException when no sample host has that name; the message lists those there are
  public static SampleHost load(String name) throws FormatException {
    if (!names().contains(name)) {
      throw new FormatException(
          "sample:" + name,
          0,
          "no sample host has this name; there are " + String.join(", ", names()) + ".");
    }
    String folder = FOLDER + name + "/";
    var description = json(folder + "sample.json", Description.class);
    String xml = text(folder + "topology.xml");
    var domains = new ArrayList<SampleDomain>();
    for (var listed : description.domains()) {
      domains.add(
          new SampleDomain(
              listed.file(), text(folder + "domains/" + listed.file()), state(listed.state())));
    }
    return new SampleHost(
        name,
        description.title(),
        description.story(),
        description.origin(),
        xml,
        HwlocReader.read("sample:" + name, xml),
        domains,
        CpuSet.parse(description.reserved()));
  }

  private record Index(List<String> names) {}

  private record Description(
      String title, String story, String origin, String reserved, List<Listed> domains) {}

  private record Listed(String file, String state) {}

  /// libvirt's words for what a domain is doing, as `virsh list` prints them.
  private static DomainState state(String words) {
    return switch (words) {
      case "running" -> DomainState.RUNNING;
      case "paused" -> DomainState.PAUSED;
      case "shut off" -> DomainState.SHUT_OFF;
      default -> throw new IllegalStateException("a sample domain cannot be \"" + words + "\"");
    };
  }

  private static <T> T json(String resource, Class<T> type) {
    try {
      return JSON.readValue(text(resource), type);
    } catch (JsonProcessingException wrong) {
      throw new UncheckedIOException(
          resource + " of the program is damaged; install it again", wrong);
    }
  }

  private static String text(String resource) {
    try (var in = SampleHosts.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing in the program; install it again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(resource + " of the program cannot be read", broken);
    }
  }
}

package org.numascape.format.domainxml;

import java.util.Locale;
import java.util.Optional;
import org.numascape.domain.Domain;
import org.numascape.domain.ThreadPool;
import org.numascape.format.FormatException;

/// Reads what a libvirt domain XML says about placement: a definition, a live XML, or a file
/// somebody wrote.
///
/// Reads as libvirt does, its rewrites of sizes and ids included, but lets through what a design
/// can show as a problem. Source: libvirt `src/conf/domain_conf.c`, `numa_conf.c`,
/// `virDomainDefParseXML`.
public final class DomainReader {

  private final XmlText xml;
  private final XmlElement root;
  private final Fields fields;

  private DomainReader(XmlText xml) {
    this.xml = xml;
    this.root = xml.root();
    this.fields = new Fields(xml);
  }

  /// Reads a domain.
  ///
  /// @param source the name a person knows the text by
  /// @throws FormatException with the line to blame, for a text that is not XML, no domain, or that
  ///   libvirt refuses in a way no [Domain] can hold
  public static Domain read(String source, String xml) throws FormatException {
    return read(XmlText.parse(source, xml));
  }

  /// Reads a domain from a text that is scanned already.
  ///
  /// @throws FormatException as [#read(String, String)]
  static Domain read(XmlText xml) throws FormatException {
    var reader = new DomainReader(xml);
    try {
      return reader.domain();
    } catch (IllegalArgumentException refused) {
      throw new FormatException(xml.source(), 0, refused.getMessage() + ".");
    }
  }

  private Domain domain() throws FormatException {
    if (!root.name().equals("domain")) {
      throw xml.wrong(
          root,
          "this is a <"
              + root.name()
              + ">, not a libvirt <domain>; give the output of \"virsh dumpxml\".");
    }
    String type = fields.required(root, "type");
    String name = root.child("name").map(XmlElement::text).orElse("");
    if (name.isEmpty()) {
      throw xml.wrong(root, "the domain has no <name>.");
    }
    var vcpuReader = new VcpuReader(fields, root);
    int maximum = vcpuReader.maximum();
    var cpu = new CpuReader(fields, root).read();
    var tuning = new NumaTuneReader(fields, root).read();
    var cpuTune = new CpuTuneReader(fields, root).read(maximum);
    var ioThreads = new IoThreadReader(fields, root).read();
    var vcpus = vcpuReader.read(maximum);
    var hardware = new HardwareReader(fields, root).read();
    new Vocabulary(xml).check();
    new Contradictions(fields, root).check();
    return new Domain(
        type,
        name,
        uuid(),
        vcpus,
        ioThreads,
        root.child("defaultiothread")
            .map(loop -> IoThreadReader.pool(fields, loop))
            .orElse(ThreadPool.DEFAULT),
        cpuTune,
        tuning,
        new MemoryReader(fields, root).read(cpu.cells(), hardware.memoryDevices()),
        cpu,
        hardware);
  }

  private Optional<String> uuid() throws FormatException {
    var element = root.child("uuid").filter(uuid -> !uuid.text().isEmpty());
    if (element.isEmpty()) {
      return Optional.empty();
    }
    String digits = element.get().text().replace("-", "").toLowerCase(Locale.ROOT);
    if (!digits.matches("[0-9a-f]{32}")) {
      throw xml.wrong(element.get(), "\"" + element.get().text() + "\" is no UUID.");
    }
    return Optional.of(digits.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
  }
}

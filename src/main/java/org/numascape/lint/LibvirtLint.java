package org.numascape.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.numascape.format.FormatException;
import org.numascape.format.domainxml.XmlText;

/// Finds the mistakes in libvirt's domain XML that libvirt drops, merges or only refuses at define.
final class LibvirtLint implements KindLint {

  private static final List<LibvirtRule> RULES =
      List.of(
          new MisplacedElement(),
          new RepeatedElement(),
          new LooseMemoryDevice(),
          new VideoMemory(),
          new OpenConsole(),
          new CellUnits(),
          new CellsAnywhere(),
          new PassedThroughNowhere(),
          new GuestAddress());

  /// Elements that a pasted part of a domain may begin with.
  private static final Pattern PART =
      Pattern.compile(
          "\\s*(?:<!--.{0,2000}?-->\\s*)*<(?:cputune|numatune|memoryBacking|cpu|vcpu|memory|currentMemory|maxMemory"
              + "|iothreads|iothreadids|devices|memtune)[\\s>/].*",
          Pattern.DOTALL);

  private static final String OPEN = "<domain>";

  /// Whether a text is parts of a domain without the `<domain>` around them.
  static boolean isPart(String text) {
    return PART.matcher(text).matches();
  }

  @Override
  public List<Finding> examine(String source, String text) throws FormatException {
    if (isPart(text)) {
      return found(source, OPEN + text + "</domain>").stream()
          .map(finding -> finding.moved(-OPEN.length()))
          .toList();
    }
    return found(source, text);
  }

  private static List<Finding> found(String source, String text) throws FormatException {
    var xml = XmlText.parse(source, text);
    if (!xml.root().name().equals("domain")) {
      throw xml.wrong(
          xml.root(),
          "this is a <"
              + xml.root().name()
              + ">; a guest of libvirt is a <domain> (virsh dumpxml).");
    }
    var domain = new DomainText(text, xml.root());
    var found = new ArrayList<Finding>();
    RULES.forEach(rule -> rule.examine(domain).forEach(found::add));
    return found;
  }
}

package org.numascape.lint;

import java.util.ArrayList;
import java.util.List;
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

  @Override
  public List<Finding> examine(String source, String text) throws FormatException {
    var xml = XmlText.parse(source, text);
    if (!xml.root().name().equals("domain")) {
      throw xml.wrong(
          xml.root(),
          "this is a <" + xml.root().name() + ">; a guest of libvirt is a <domain> (virsh dumpxml).");
    }
    var domain = new DomainText(text, xml.root());
    var found = new ArrayList<Finding>();
    RULES.forEach(rule -> rule.examine(domain).forEach(found::add));
    return found;
  }
}

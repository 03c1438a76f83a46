package org.numascape;

import java.util.ArrayList;
import java.util.List;

/// The designs that libvirt before 11.3 dies of, in every form, as the cells of a guest with two
/// vCPUs; and some that look like them and are right. Never sent to such a libvirt.
public final class DeadlyCells {

  private DeadlyCells() {}

  /// What is inside of `distances` in cell 0 of a guest with cells 0 and 1.
  private static final List<String> WRONG_SIBLINGS =
      List.of(
          "<sibling id='1' value='10'/>",
          "<sibling id='0' value='20'/>",
          "<sibling id='1' value='9'/>",
          "<sibling id='1' value='0'/>",
          "<sibling id='1' value='256'/>",
          "<sibling id='2' value='20'/>",
          "<sibling id='-1' value='20'/>",
          "<sibling id='1' value='-20'/>",
          "<sibling id='1' value='0x20'/>",
          "<sibling id='1' value='20 '/>",
          "<sibling id='1' value=''/>",
          "<sibling id='1' value='99999999999'/>",
          "<sibling id='1' value='\u0662\u0660'/>",
          "<sibling id='1'/>",
          "<sibling value='20'/>",
          "<sibling id='0' value='10'/><sibling id='1' value='10'/>",
          "<sibling id='1' value='10'/><sibling id='1' value='20'/>",
          "<sibling id='1' value='20'/><sibling id='1' value='10'/>",
          "",
          "<!-- none -->",
          "<cousin id='1' value='20'/>");

  /// Ends it at define: a distance that is refused.
  public static List<String> atDefine() {
    var found = new ArrayList<String>();
    WRONG_SIBLINGS.forEach(siblings -> found.add(withDistances(siblings)));
    found.add(cells("<cell id='0' cpus='0-1' memory='512'><distances/></cell>"));
    found.add(
        cells(
            "<cell id='0' cpus='0-1' memory='512'><distances><sibling id='0' value='11'/></distances></cell>"));
    found.add(
        cells(
            "<cell cpus='0' memory='512'/>"
                + "<cell cpus='1' memory='512'><distances><sibling id='1' value='20'/></distances></cell>"));
    return found;
  }

  /// Ends it at start: a cell without vCPUs before one with vCPUs.
  public static List<String> atStart() {
    return List.of(
        cells("<cell id='0' memory='512'/><cell id='1' cpus='0-1' memory='512'/>"),
        cells("<cell memory='512'/><cell cpus='0-1' memory='512'/>"),
        cells("<cell id='1' cpus='0-1' memory='512'/><cell id='0' memory='512'/>"),
        cells(
            "<cell id='0' cpus='0' memory='512'/><cell id='1' memory='512'/>"
                + "<cell id='2' cpus='1' memory='512'/>"));
  }

  /// What it survives.
  public static List<String> harmless() {
    return List.of(
        withDistances("<sibling id='0' value='10'/><sibling id='1' value='21'/>"),
        withDistances("<sibling id='1' value='255'/>"),
        withDistances("<sibling id='1' value='11'/>"),
        withDistances("<sibling id='1' value='20'/><sibling id='1' value='30'/>"),
        cells("<cell id='0' cpus='0-1' memory='512'/><cell id='1' memory='512'/>"),
        cells("<cell id='1' memory='512'/><cell id='0' cpus='0-1' memory='512'/>"),
        cells("<cell id='0' memory='512'/><cell id='1' cpus='1' memory='512'/>"),
        cells("<cell id='0' memory='512'/><cell id='1' memory='512'/>"),
        "");
  }

  private static String withDistances(String siblings) {
    return cells(
        "<cell id='0' cpus='0' memory='512'><distances>"
            + siblings
            + "</distances></cell><cell id='1' cpus='1' memory='512'/>");
  }

  private static String cells(String cells) {
    return "<cpu><numa>" + cells + "</numa></cpu>";
  }

  /// A whole domain with such cells.
  public static String domain(String name, String cells) {
    return """
    <domain type='test'>
      <name>%s</name>
      <uuid>11111111-0000-4000-8000-00000000dead</uuid>
      <memory>1024</memory>
      <vcpu>2</vcpu>
      <os><type>hvm</type></os>
      %s
    </domain>
    """
        .formatted(name, cells);
  }
}

package org.numascape.lint;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.numascape.format.domainxml.XmlAttribute;
import org.numascape.format.domainxml.XmlElement;

/// I-13: memory attributes of QXL on another video model ("ram attribute only supported for video
/// type qxl").
final class VideoMemory implements LibvirtRule {

  private static final Set<String> QXL_ALONE = Set.of("ram", "vgamem", "vram64");

  /// Models without video memory of their own; vga, cirrus, vmvga, xen and vbox have `vram`.
  private static final Set<String> WITHOUT_VRAM = Set.of("virtio", "ramfb", "none");

  @Override
  public Stream<Finding> examine(DomainText domain) {
    return domain
        .all("devices", "video", "model")
        .filter(model -> !model.value("type").orElse("qxl").equals("qxl"))
        .flatMap(model -> finding(domain, model));
  }

  private static Stream<Finding> finding(DomainText domain, XmlElement model) {
    String type = model.value("type").orElse("");
    var wrong =
        model.attributes().stream()
            .filter(attribute ->
                QXL_ALONE.contains(attribute.name())
                    || (attribute.name().equals("vram") && WITHOUT_VRAM.contains(type)))
            .toList();
    if (wrong.isEmpty()) {
      return Stream.of();
    }
    String names = wrong.stream().map(XmlAttribute::name).collect(Collectors.joining(", "));
    String message =
        "%s on a video device of type %s: %s of QXL alone, and libvirt refuses ram and vgamem elsewhere. Leave %s out."
            .formatted(
                names,
                type,
                wrong.size() > 1 ? "they are" : "it is",
                wrong.size() > 1 ? "them" : "it");
    List<Splice> correction = wrong.stream().map(domain::without).toList();
    return Stream.of(Finding.error("I-13", DomainText.tag(model), message, correction));
  }
}

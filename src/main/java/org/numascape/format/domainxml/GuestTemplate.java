package org.numascape.format.domainxml;

import java.util.List;
import org.numascape.design.Guest;
import org.numascape.domain.DomainState;
import org.numascape.domain.Vcpus;
import org.numascape.format.FormatException;

/// Guests that are made, not read: from a template, or from another guest. They come without a host
/// of their own, so an apply defines them.
public final class GuestTemplate {

  private GuestTemplate() {}

  /// What runs a guest and on which board.
  ///
  /// @param type libvirt's domain type: `kvm`, `qemu`, `test`
  /// @param arch `x86_64`, `aarch64`, ...
  public record Board(String type, String arch) {

    /// What nearly all hosts have.
    public static final Board USUAL = new Board("kvm", "x86_64");

    /// What the first of some guests has, so that a new one runs where they do.
    public static Board ofNeighbours(List<Guest> guests) {
      return guests.stream()
          .map(Guest::stored)
          .filter(domain -> !domain.hardware().platform().arch().isEmpty())
          .map(domain -> new Board(domain.type(), domain.hardware().platform().arch()))
          .findFirst()
          .orElse(USUAL);
    }

    private boolean x86() {
      return arch.equals("x86_64") || arch.equals("i686");
    }

    private String machine() {
      return x86() ? "q35" : arch.startsWith("ppc") ? "pseries" : "virt";
    }
  }

  /// A new guest without disks and networks, on the host's CPU, on a q35 board.
  ///
  /// @param uuid what it is known by in the design and on its host
  /// @throws IllegalArgumentException for a name, count or size that libvirt refuses
  public static Guest fresh(String name, String uuid, int vcpus, long memoryKib, int colour) {
    return fresh(Board.USUAL, name, uuid, vcpus, memoryKib, colour);
  }

  /// A new guest on a board.
  static Guest fresh(Board board, String name, String uuid, int vcpus, long memoryKib, int colour) {
    if (name.isBlank() || name.contains("/") || name.contains("\n")) {
      throw new IllegalArgumentException("\"" + name + "\" cannot be a domain's name");
    }
    var counted = new Vcpus(vcpus, vcpus, java.util.Optional.empty(), false);
    String xml =
        """
        <domain type='%s'>
          <name>%s</name>
          <uuid>%s</uuid>
          <memory unit='KiB'>%d</memory>
          <currentMemory unit='KiB'>%d</currentMemory>
          <vcpu placement='static'>%d</vcpu>
          <os>
            <type arch='%s' machine='%s'>hvm</type>
            <boot dev='hd'/>
          </os>
          %s
          <cpu mode='host-passthrough'>
            <topology sockets='1' cores='%d' threads='1'/>
          </cpu>
          <clock offset='utc'/>
          <on_poweroff>destroy</on_poweroff>
          <on_reboot>restart</on_reboot>
          <on_crash>destroy</on_crash>
          <devices>
            <serial type='pty'/>
            <console type='pty'/>
            <memballoon model='none'/>
          </devices>
        </domain>
        """
            .formatted(
                Markup.escaped(board.type()),
                Markup.escaped(name),
                uuid,
                memoryKib,
                memoryKib,
                counted.maximum(),
                Markup.escaped(board.arch()),
                board.machine(),
                // Elsewhere ACPI needs UEFI, of which nothing is known here.
                board.x86() ? "<features>\n    <acpi/>\n    <apic/>\n  </features>" : "",
                counted.maximum());
    return read(name, xml, colour);
  }

  /// Another guest like this one, as it is wanted now: its XML but for name and UUID, and for
  /// addresses that can be only once in a network or on a host (MAC addresses, the generation id,
  /// NVRAM files), which libvirt then chooses anew.
  ///
  /// Disks and host devices stay the same: whoever starts both has to change them.
  ///
  /// @throws FormatException when its XML is none
  public static Guest like(Guest guest, String name, String uuid, int colour)
      throws FormatException {
    String placed = DomainWriter.write(guest.xml(), guest.wanted());
    var xml = XmlText.parse(name, placed);
    var patch = new Patch(xml);
    var root = xml.root();
    root.child("name").ifPresent(element -> patch.say(element, name));
    var known = root.child("uuid");
    if (known.isPresent()) {
      patch.say(known.get(), uuid);
    } else {
      patch.addInOrder(root, Order.inside("domain"), List.of(Markup.saying("uuid", uuid)));
    }
    root.all("genid").forEach(patch::remove);
    root.at("os", "nvram").forEach(patch::remove);
    root.at("devices", "interface", "mac").forEach(patch::remove);
    return read(name, patch.done().text(), colour);
  }

  private static Guest read(String name, String xml, int colour) {
    try {
      return Guest.read(DomainReader.read(name, xml), xml, DomainState.FILE, colour);
    } catch (FormatException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}

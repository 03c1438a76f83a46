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

  /// A new q35 guest without disks and networks, on the host's CPU.
  ///
  /// @param uuid what it is known by in the design and on its host
  /// @throws IllegalArgumentException for a name, count or size that libvirt refuses
  public static Guest fresh(String name, String uuid, int vcpus, long memoryKib, int colour) {
    if (name.isBlank() || name.contains("/") || name.contains("\n")) {
      throw new IllegalArgumentException("\"" + name + "\" cannot be a domain's name");
    }
    var counted = new Vcpus(vcpus, vcpus, java.util.Optional.empty(), false);
    String xml =
        """
        <domain type='kvm'>
          <name>%s</name>
          <uuid>%s</uuid>
          <memory unit='KiB'>%d</memory>
          <currentMemory unit='KiB'>%d</currentMemory>
          <vcpu placement='static'>%d</vcpu>
          <os>
            <type arch='x86_64' machine='q35'>hvm</type>
            <boot dev='hd'/>
          </os>
          <features>
            <acpi/>
            <apic/>
          </features>
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
                Markup.escaped(name),
                uuid,
                memoryKib,
                memoryKib,
                counted.maximum(),
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

package org.numascape.readiness;

import java.util.ArrayList;
import java.util.List;

/// A systemd unit that runs commands once at boot, before libvirt starts guests.
record Units(String name, String description, List<String> commands) {

  Units {
    commands = List.copyOf(commands);
  }

  /// Its text. A shell runs each command; `$` is systemd's own before it is the shell's.
  List<String> text() {
    var lines = new ArrayList<String>();
    lines.add("[Unit]");
    lines.add("Description=" + description);
    lines.add("Before=libvirtd.service virtqemud.service libvirt-guests.service");
    lines.add("");
    lines.add("[Service]");
    lines.add("Type=oneshot");
    lines.add("RemainAfterExit=yes");
    commands.forEach(command ->
        lines.add("ExecStart=/bin/sh -c '" + command.replace("%", "%%").replace("$", "$$") + "'"));
    lines.add("");
    lines.add("[Install]");
    lines.add("WantedBy=multi-user.target");
    return lines;
  }

  private String path() {
    return "/etc/systemd/system/" + name + ".service";
  }

  /// Makes the unit, runs it now and at every boot.
  String install() {
    return Shell.file(path(), text())
        + "systemctl daemon-reload\n"
        + "systemctl enable --now "
        + name
        + ".service\n";
  }

  /// Takes the unit away; what it set stays until it is set back.
  String remove() {
    return "systemctl disable --now "
        + name
        + ".service\n"
        + "rm -f "
        + path()
        + "\n"
        + "systemctl daemon-reload\n";
  }
}

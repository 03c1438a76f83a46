package org.numascape.readiness;

/// Puts kernel parameters on the boot loader's line, and takes them off again.
interface BootLine {

  /// What every such way has to say.
  String NOTE = "Takes effect when the host boots again; try it on one host first.";

  /// As a way.
  ///
  /// @param name of the file that holds them on Debian: `numascape-pages`
  /// @param parameters separated by spaces
  static Way way(String name, String parameters, String note) {
    String file = "/etc/default/grub.d/" + name + ".cfg";
    String commands =
        "# kernel parameters: "
            + parameters
            + "\n"
            + "if command -v grubby >/dev/null; then   # Fedora, Red Hat\n"
            + "  grubby --update-kernel=ALL --args=\""
            + parameters
            + "\"\n"
            + "else                                    # Debian, Ubuntu\n"
            + "  mkdir -p /etc/default/grub.d\n"
            + "  echo 'GRUB_CMDLINE_LINUX=\"$GRUB_CMDLINE_LINUX "
            + parameters
            + "\"' > "
            + file
            + "\n"
            + "  update-grub\n"
            + "fi\n";
    String undo =
        "if command -v grubby >/dev/null; then\n"
            + "  grubby --update-kernel=ALL --remove-args=\""
            + parameters
            + "\"\n"
            + "else\n"
            + "  rm -f "
            + file
            + "\n"
            + "  update-grub\n"
            + "fi\n";
    return new Way(
        "At every boot: kernel parameters",
        Way.Kind.BOOT_LINE,
        commands,
        undo,
        note.isEmpty() ? NOTE : note + " " + NOTE);
  }
}

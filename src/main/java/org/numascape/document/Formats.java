package org.numascape.document;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.numascape.format.FormatException;

/// All kinds of text the program opens, told apart by what is in them and never by their names.
public enum Formats {
  /// A design of ours.
  DESIGN("Numascape design", DesignFile.EXTENSION, "\\{(?!\\s*+\"(?:lscpu|cpus|caches)\"\\s*+:)"),
  /// What `lstopo host.xml` writes.
  HWLOC("hwloc topology", ".xml", root("topology")),
  /// What `virsh capabilities` prints.
  CAPABILITIES("libvirt capabilities", ".xml", root("capabilities")),
  /// What `virsh dumpxml` prints.
  DOMAIN("libvirt domain", ".xml", root("domain")),
  /// What `lscpu`, `numactl -H` and `virsh` print, one or several of them, with prompts between.
  TEXT("saved text", ".txt", "(?!)") {
    @Override
    boolean is(String text) {
      return SavedTexts.anyIn(text);
    }
  };

  private final String title;
  private final String extension;
  private final Pattern start;

  Formats(String title, String extension, String start) {
    this.title = title;
    this.extension = extension;
    this.start = Pattern.compile("\\uFEFF?\\s*" + start);
  }

  /// What may stand before the root element is skipped without backtracking: declaration, comments,
  /// DOCTYPE. Entities in it are for the reader to refuse.
  private static String root(String name) {
    return "(?:<\\?[^>]*+>\\s*+|<!--(?:[^-]|-(?!->))*+-->\\s*+|<![A-Za-z][^>\\[]*+(?:\\[[^\\]]*+\\][^>]*+)?+>\\s*+)*+<"
        + name
        + "[\\s/>]";
  }

  /// What people call it.
  public String title() {
    return title;
  }

  /// How its files usually end.
  public String extension() {
    return extension;
  }

  /// What a text is, by its beginning.
  public static Optional<Formats> of(String text) {
    return Arrays.stream(values()).filter(format -> format.is(text)).findFirst();
  }

  boolean is(String text) {
    return start.matcher(text).lookingAt();
  }

  /// Makes sure that a text is not something else than a virtual machine.
  ///
  /// @param source the file's name, for the message
  /// @throws FormatException when it is, saying what
  public static void requireDomain(String source, String text) throws FormatException {
    var format = of(text).orElse(DOMAIN);
    String found =
        switch (format) {
          case DESIGN -> "a design";
          case HWLOC, CAPABILITIES, TEXT -> "a host";
          case DOMAIN -> "";
        };
    if (!found.isEmpty()) {
      throw new FormatException(
          source,
          0,
          "This describes "
              + found
              + " ("
              + format.title
              + "), not a virtual machine: libvirt domain XML (virsh dumpxml) belongs here.");
    }
  }

  /// All file name endings, for a file chooser.
  public static List<String> extensions() {
    return Arrays.stream(values()).map(Formats::extension).distinct().toList();
  }
}

package org.numascape.format.virsh;

import java.util.Optional;
import java.util.regex.Pattern;
import org.numascape.domain.Domain;

/// How a command line names a domain, so that virsh finds this one and no other.
interface DomainWord {

  /// virsh takes such a word for an id or UUID before it looks for a name (`tools/virsh-util.c`,
  /// `virshLookupDomainInternal`).
  Pattern TAKEN_FOR_ID =
      Pattern.compile("[0-9]+|[0-9a-fA-F]{8}(-?[0-9a-fA-F]{4}){3}-?[0-9a-fA-F]{12}");

  /// The argument, quoted for the shell: the name, or the UUID where the name could be misread.
  static String of(Domain domain) {
    String word = unclear(domain) ? domain.uuid().orElse(domain.name()) : domain.name();
    return word.startsWith("-") ? "--domain=" + Shell.word(word) : Shell.word(word);
  }

  /// What a reader has to know when the argument is not the name; empty otherwise.
  static String explain(Domain domain) {
    Optional<String> uuid = domain.uuid().filter(u -> unclear(domain));
    return uuid.map(u -> " (named by its UUID, because virsh could misread the name)").orElse("");
  }

  private static boolean unclear(Domain domain) {
    return TAKEN_FOR_ID.matcher(domain.name()).matches() || !Shell.visible(domain.name());
  }
}

package org.numascape.format;

import java.util.regex.Pattern;

/// Takes passwords out of texts that are kept or shown.
///
/// What is taken out leaves an empty value behind and never an absent one: libvirt refuses every
/// VNC client where `passwd` is empty, but lets everybody in where it is absent (libvirt
/// `formatdomain`, graphical framebuffers). So even a blanked XML that reached a host by mistake
/// opens nothing.
///
/// Two XML texts are compared by blanking both. No digest of the original is kept beside a blanked
/// text: with everything else known, it would let anyone guess a short password offline.
public final class Secrets {
  private static final Pattern ATTRIBUTE =
      Pattern.compile("(\\s(?:passwd|password)\\s*=\\s*)(\"[^\"]+\"|'[^']+')");
  private static final Pattern COOKIE = Pattern.compile("(<cookie\\b[^>]*>)[^<]+(</cookie)");
  private static final Pattern QEMU_ARGUMENT =
      Pattern.compile("<(?:\\w+:)?arg\\s+value\\s*=\\s*(?:\"[^\"]*\"|'[^']*')");
  private static final Pattern QEMU_SECRET =
      Pattern.compile("((?:^|[,'\"\\s])(?:password|data)=)[^,'\"]+");
  private static final Pattern USER_PASSWORD = Pattern.compile("^([^:/?#]+://[^/?#@]*?):[^/?#]*@");
  private static final Pattern PARAMETER =
      Pattern.compile(
          "([?&])(?:password|passwd|pass|token|secret|authfile)=[^&#]*", Pattern.CASE_INSENSITIVE);

  private static final Pattern IDENTITY =
      Pattern.compile(
          "serial|uuid|guid|gid\\d*$|hiveid|asset|host ?name|address$|^mac$|wwn",
          Pattern.CASE_INSENSITIVE);

  private Secrets() {}

  /// Whether a word about hardware under this name tells one machine from all others of its make: a
  /// serial number, UUID, asset tag, host name or network address. Such words are never kept.
  public static boolean identifies(String name) {
    return IDENTITY.matcher(name).find();
  }

  /// Domain XML with every password in it empty; all other characters stay. Blanking twice changes
  /// nothing more.
  public static String blank(String xml) {
    String blanked =
        ATTRIBUTE
            .matcher(xml)
            .replaceAll(found -> {
              String quote = found.group(2).substring(0, 1);
              return java.util.regex.Matcher.quoteReplacement(found.group(1) + quote + quote);
            });
    blanked = COOKIE.matcher(blanked).replaceAll("$1$2");
    return QEMU_ARGUMENT
        .matcher(blanked)
        .replaceAll(found ->
            java.util.regex.Matcher.quoteReplacement(
                QEMU_SECRET.matcher(found.group()).replaceAll("$1")));
  }

  /// A libvirt URI without the password of its user and without parameters that carry one.
  public static String withoutPassword(String uri) {
    String anonymous = USER_PASSWORD.matcher(uri).replaceFirst("$1@");
    String cleaned = PARAMETER.matcher(anonymous).replaceAll("$1");
    return cleaned.replaceAll("([?&])&+", "$1").replaceAll("[?&]+(#|$)", "$1");
  }
}

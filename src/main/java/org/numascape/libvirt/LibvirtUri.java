package org.numascape.libvirt;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A libvirt connection address, such as `qemu:///system` or
/// `qemu+ssh://root@host/system?keyfile=/a/key`.
///
/// Source: libvirt.org/uri.html. What is not said here is left to libvirt's defaults, which check
/// the other side.
///
/// @param driver `qemu`, `test`, in small letters
/// @param transport `ssh`, `tls`; empty for libvirt's choice: a socket here, TLS elsewhere
/// @param authority `user@host:port`; empty for this machine
/// @param path `/system`; never empty for a host's driver
/// @param parameters as written, percent signs included, in their order
public record LibvirtUri(
    String driver,
    String transport,
    String authority,
    String path,
    Map<String, String> parameters) {

  /// The transports of libvirt's client (`remote_driver.c`).
  public static final Set<String> TRANSPORTS =
      Set.of("unix", "tls", "ssh", "ext", "tcp", "libssh", "libssh2");

  private static final Pattern SHAPE =
      Pattern.compile(
          "([A-Za-z][A-Za-z0-9]*)(?:\\+([A-Za-z0-9]+))?:(?://([^/?#]*))?(/[^?#]*)?(?:\\?([^#]*))?");

  private static final Pattern AUTHORITY =
      Pattern.compile(
          "(?:[^@:\\[\\]-][^@:\\[\\]]*@)?(?:[^@:\\[\\]-][^@:\\[\\]]*|\\[[0-9A-Fa-f:.%]+])(?::[0-9]{1,5})?");

  /// Parameters that hold or lead to secrets.
  private static final Set<String> SECRET =
      Set.of("authfile", "password", "passwd", "pass", "token", "secret");

  /// Copies the parameters, in their order.
  public LibvirtUri {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /// Reads an address as a person types it: white space around it and large letters in the driver
  /// are forgiven, a missing path of QEMU means `/system`.
  ///
  /// @throws IllegalArgumentException with a sentence for a person, without secrets
  public static LibvirtUri parse(String text) {
    String address = text.strip();
    var parts = SHAPE.matcher(address);
    if (!parts.matches() || address.chars().anyMatch(c -> c <= ' ' || c == 0x7f)) {
      throw new IllegalArgumentException(
          "\""
              + hidden(address)
              + "\" is no libvirt address; write one such as qemu:///system or qemu+ssh://user@host/system");
    }
    String driver = parts.group(1).toLowerCase(Locale.ROOT);
    String transport = orEmpty(parts.group(2)).toLowerCase(Locale.ROOT);
    String authority = orEmpty(parts.group(3));
    String path = orEmpty(parts.group(4));
    requireKnown(transport);
    requireSound(authority);
    boolean isQemu = driver.equals("qemu") && (path.isEmpty() || path.equals("/"));
    return new LibvirtUri(
        driver,
        transport,
        authority,
        isQemu ? "/system" : path,
        parameters(orEmpty(parts.group(5))));
  }

  /// The address to open.
  public String text() {
    return written(parameters);
  }

  /// The address to show, log or store: without what holds or leads to a secret.
  public String display() {
    var shown = new LinkedHashMap<>(parameters);
    shown.keySet().removeIf(name -> SECRET.contains(name.toLowerCase(Locale.ROOT)));
    return written(shown);
  }

  /// Whether the other side proves who it is; we never ask libvirt to skip that, but an address
  /// may.
  public boolean verifiesHost() {
    boolean skips =
        parameters.getOrDefault("no_verify", "0").equals("1")
            || "ignore".equals(parameters.get("known_hosts_verify"));
    return !skips && !transport.equals("tcp");
  }

  /// Whether opening it starts a program that the address names, here (`command`) or there
  /// (`netcat`). Ask the person first when the address came in a file.
  public boolean startsProgram() {
    return transport.equals("ext")
        || parameters.containsKey("command")
        || parameters.containsKey("netcat");
  }

  /// Whether it stays on this machine.
  public boolean local() {
    return authority.isEmpty();
  }

  @Override
  public String toString() {
    return display();
  }

  /// `text` without secrets, whatever it is.
  static String display(String text) {
    try {
      return parse(text).display();
    } catch (IllegalArgumentException unreadable) {
      return hidden(text);
    }
  }

  private String written(Map<String, String> shown) {
    String query =
        shown.entrySet().stream()
            .map(each ->
                each.getValue().isEmpty() ? each.getKey() : each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining("&"));
    return driver
        + (transport.isEmpty() ? "" : "+" + transport)
        + "://"
        + authority
        + path
        + (query.isEmpty() ? "" : "?" + query);
  }

  private static void requireKnown(String transport) {
    if (!transport.isEmpty() && !TRANSPORTS.contains(transport)) {
      throw new IllegalArgumentException(
          "libvirt has no transport "
              + transport
              + "; it has "
              + String.join(", ", TRANSPORTS.stream().sorted().toList()));
    }
  }

  private static void requireSound(String authority) {
    int at = authority.lastIndexOf('@');
    if (at >= 0 && authority.substring(0, at).contains(":")) {
      throw new IllegalArgumentException(
          "leave the password out of the address: libvirt does not read it from there, and it would be shown");
    }
    if (!authority.isEmpty() && !AUTHORITY.matcher(authority).matches()) {
      throw new IllegalArgumentException("\"" + authority + "\" is no user@host:port");
    }
  }

  private static Map<String, String> parameters(String query) {
    var parameters = new LinkedHashMap<String, String>();
    for (String item : query.split("[&;]", -1)) {
      int equals = item.indexOf('=');
      if (!item.isEmpty()) {
        parameters.put(
            equals < 0 ? item : item.substring(0, equals),
            equals < 0 ? "" : item.substring(equals + 1));
      }
    }
    return parameters;
  }

  /// For text we cannot read: nothing before an `@`, nothing after a `?`.
  private static String hidden(String text) {
    return text.replaceAll("//[^/]*@", "//").replaceAll("\\?.*", "");
  }

  private static String orEmpty(@Nullable String group) {
    return group == null ? "" : group;
  }
}

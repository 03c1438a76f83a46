package org.numascape.libvirt;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.ptr.LongByReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libvirt.Library;
import org.libvirt.LibvirtException;
import org.numascape.hypervisor.HypervisorException;
import org.numascape.hypervisor.HypervisorFailure.NoLibrary;

/// The libvirt client library of this machine, loaded once, on first use.
public final class LibvirtLibrary {

  /// libvirt-java loads both, and never recovers when one is missing: hence the look before the
  /// leap.
  private static final List<String> NAMES =
      Platform.isWindows() ? List.of("virt-0", "virt-qemu-0") : List.of("virt", "virt-qemu");

  /// Homebrew's folders, which macOS does not search.
  private static final List<String> MORE_FOLDERS =
      Platform.isMac() ? List.of("/opt/homebrew/lib", "/usr/local/lib") : List.of();

  /// libvirt prints every error to standard error unless somebody takes it; kept here, or it is
  /// collected.
  private static final NumaCalls.OnError SILENCE = (userData, error) -> {};

  private static Optional<NumaCalls> loaded = Optional.empty();

  private LibvirtLibrary() {}

  /// The version of this machine's library, such as `9.0.0`; empty where there is none. Never
  /// throws, and asks again each time: a library installed meanwhile is found.
  public static Optional<String> version() {
    try {
      return Optional.of(version(calls()));
    } catch (HypervisorException absent) {
      return Optional.empty();
    }
  }

  /// The calls, with libvirt's event loop running and its error printing off.
  ///
  /// @throws HypervisorException with [NoLibrary] where the library is missing or unusable
  static synchronized NumaCalls calls() throws HypervisorException {
    if (loaded.isEmpty()) {
      loaded = Optional.of(start(load(NAMES)));
    }
    return loaded.orElseThrow();
  }

  /// Loads the named libraries and binds our calls to the first.
  static NumaCalls load(List<String> names) throws HypervisorException {
    try {
      // libvirt speaks UTF-8 whatever the locale; libvirt-java leaves the choice to JNA.
      if (System.getProperty("jna.encoding") == null) {
        System.setProperty("jna.encoding", "UTF-8");
      }
      for (String name : names) {
        MORE_FOLDERS.forEach(folder -> NativeLibrary.addSearchPath(name, folder));
        NativeLibrary.getInstance(name);
      }
      var options = Map.of(com.sun.jna.Library.OPTION_STRING_ENCODING, "UTF-8");
      return Native.load(names.getFirst(), NumaCalls.class, options);
    } catch (LinkageError absent) {
      throw new HypervisorException(new NoLibrary(sentence(absent)));
    }
  }

  private static NumaCalls start(NumaCalls calls) throws HypervisorException {
    try {
      calls.virSetErrorFunc(null, SILENCE);
      Library.initEventLoop();
      EventLoop.start();
      return calls;
    } catch (LibvirtException | LinkageError unusable) {
      throw new HypervisorException(new NoLibrary(sentence(unusable)));
    }
  }

  private static String version(NumaCalls calls) {
    var version = new LongByReference();
    calls.virGetVersion(version, null, null);
    long number = version.getValue();
    return number / 1_000_000 + "." + number / 1_000 % 1_000 + "." + number % 1_000;
  }

  /// JNA's first two lines say what and why; the rest repeats itself and lists the class path.
  private static String sentence(Throwable problem) {
    String message = String.valueOf(problem.getMessage());
    return String.join(" ", message.lines().limit(2).map(String::strip).toList());
  }
}

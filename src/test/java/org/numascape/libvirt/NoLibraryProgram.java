package org.numascape.libvirt;

import com.sun.jna.NativeLibrary;
import java.util.List;
import org.numascape.hypervisor.HypervisorException;

/// What [NoLibraryTest] runs in a Java of its own.
final class NoLibraryProgram {

  private NoLibraryProgram() {}

  public static void main(String[] arguments) {
    if (LibvirtLibrary.version().isPresent()) {
      System.out.println("found at first");
      return;
    }
    System.out.println("version: absent");
    System.out.println("open: " + open());
    System.out.println("again: " + open());
    for (String folder :
        List.of(
            "/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib")) {
      NativeLibrary.addSearchPath("virt", folder);
      NativeLibrary.addSearchPath("virt-qemu", folder);
    }
    System.out.println("later: " + LibvirtLibrary.version().orElse("absent"));
    System.out.println("open later: " + open());
  }

  private static String open() {
    try (var host = LibvirtHypervisor.open("test:///default", true)) {
      return host.identity().driver();
    } catch (HypervisorException failed) {
      return failed.failure().getClass().getSimpleName();
    }
  }
}

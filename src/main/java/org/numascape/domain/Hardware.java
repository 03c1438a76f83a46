package org.numascape.domain;

import java.util.List;

/// The guest's board and devices, as far as they bear on placement; everything else stays in its
/// XML.
///
/// @param controllers all of them, in the order of the text
/// @param hostDevices host PCI devices handed through, in [HostDevice#ORDER], else that of the text
/// @param memoryDevices memory that is plugged in, in the order of the text
/// @param disks those with a target, but for NVMe devices handed through
/// @param sharesMemory what of the guest needs memory that other processes can map (vhost-user,
///   virtiofs), each in a word
public record Hardware(
    Platform platform,
    List<Controller> controllers,
    List<HostDevice> hostDevices,
    List<MemoryDevice> memoryDevices,
    List<Disk> disks,
    List<Nic> nics,
    List<String> sharesMemory) {

  /// No device.
  public static final Hardware NONE =
      new Hardware(
          Platform.UNSAID, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  /// Copies the lists.
  public Hardware {
    controllers = List.copyOf(controllers);
    hostDevices = hostDevices.stream().sorted(HostDevice.ORDER).toList();
    memoryDevices = List.copyOf(memoryDevices);
    disks = List.copyOf(disks);
    nics = List.copyOf(nics);
    sharesMemory = List.copyOf(sharesMemory);
  }

  /// The same devices on another board.
  public Hardware withPlatform(Platform other) {
    return new Hardware(other, controllers, hostDevices, memoryDevices, disks, nics, sharesMemory);
  }

  /// The same with other controllers.
  public Hardware withControllers(List<Controller> others) {
    return new Hardware(platform, others, hostDevices, memoryDevices, disks, nics, sharesMemory);
  }

  /// The same with other host devices.
  public Hardware withHostDevices(List<HostDevice> others) {
    return new Hardware(platform, controllers, others, memoryDevices, disks, nics, sharesMemory);
  }

  /// The same with other memory devices.
  public Hardware withMemoryDevices(List<MemoryDevice> others) {
    return new Hardware(platform, controllers, hostDevices, others, disks, nics, sharesMemory);
  }

  /// The same with other disks.
  public Hardware withDisks(List<Disk> others) {
    return new Hardware(
        platform, controllers, hostDevices, memoryDevices, others, nics, sharesMemory);
  }
}

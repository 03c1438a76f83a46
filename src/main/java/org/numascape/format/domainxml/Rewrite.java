package org.numascape.format.domainxml;

import java.util.List;
import org.numascape.domain.Domain;
import org.numascape.format.FormatException;

/// Writes one aspect of a domain into its XML. What the text says already is left as it is written
/// there.
///
/// A new aspect that can be edited is a new file and one line in [#ALL].
interface Rewrite {

  /// Every aspect, in the order they are written.
  List<Rewrite> ALL =
      List.of(
          new NameRewrite(),
          new MemorySizeRewrite(),
          new MemoryLimitRewrite(),
          new MemoryBackingRewrite(),
          new MemoryHoldingRewrite(),
          new VcpuPinRewrite(),
          new VcpuRewrite(),
          new VcpuStateRewrite(),
          new IoThreadPinRewrite(),
          new IoThreadRewrite(),
          new CpuTimeRewrite(),
          new EmulatorPinRewrite(),
          new SchedulerRewrite(),
          new AllocationRewrite(),
          new MemoryTuneRewrite(),
          new CellTuneRewrite(),
          new PlatformRewrite(),
          new CpuRewrite(),
          new CpuFeatureRewrite(),
          new CellRewrite(),
          new InterconnectRewrite(),
          new ControllerRewrite(),
          new DiskThreadRewrite(),
          new HostDeviceRewrite(),
          new DeviceSlotRewrite(),
          new MemoryDeviceRewrite());

  /// The text with this aspect as `wanted` has it.
  XmlText rewrite(XmlText xml, Domain wanted) throws FormatException;
}

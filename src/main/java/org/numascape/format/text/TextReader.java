package org.numascape.format.text;

import org.numascape.format.FormatException;

/// Reads what a tool printed, each by its own reader.
public final class TextReader {

  private TextReader() {}

  /// What the piece tells.
  ///
  /// @param source the name that people shall know the piece by among others
  /// @throws FormatException when it is no whole output of its tool
  /// @throws IllegalArgumentException for XML, which has readers of its own
  public static Told read(Piece piece, String source) throws FormatException {
    return switch (piece.tool()) {
      case LSCPU -> Lscpu.read(piece, source);
      case LSCPU_TABLE, LSCPU_PARSABLE -> LscpuTable.read(piece, source);
      case LSCPU_CACHES -> LscpuCaches.read(piece, source);
      case LSCPU_JSON, LSCPU_TABLE_JSON, LSCPU_CACHES_JSON -> LscpuJson.read(piece, source);
      case NUMACTL -> Numactl.read(piece, source);
      case FREE_PAGES -> FreePages.read(piece, source);
      case FREE_CELL -> FreeCell.read(piece, source);
      case MEMINFO -> Meminfo.read(piece, source);
      case HUGE_PAGES -> HugePages.read(piece, source);
      case NODE_INFO -> NodeInfo.read(piece, source);
      case HWLOC, CAPABILITIES, NODE_DEVICE ->
          throw new IllegalArgumentException(piece.tool() + " is read by its own package");
    };
  }
}

package org.numascape.drawing;

/// What a colour is for. The meaning of each is in [Palette], once for every theme.
public enum Role {
  /// Paints nothing.
  NONE,
  /// Behind everything.
  CANVAS,
  /// The inside of a package.
  PACKAGE,
  /// The inside of a NUMA node.
  NODE,
  /// The inside of a cache.
  CACHE,
  /// The inside of a core.
  CORE,
  /// The inside of a free PU.
  PU,
  /// The inside of a die or group.
  GROUP,
  /// The inside of a device.
  DEVICE,
  /// The border of a box.
  BORDER,
  /// A border that shall be seen less.
  FAINT_BORDER,
  /// Text to be read.
  TEXT,
  /// Text of second rank.
  MUTED,
  /// The empty part of a bar.
  TRACK,
  /// The part of a bar that others use.
  OTHERS,
  /// A guest's colour as a surface.
  GUEST,
  /// Text on a guest's colour.
  ON_GUEST,
  /// A guest's colour as a line or text on the canvas.
  GUEST_LINE,
  /// A pale surface in a guest's colour.
  GUEST_PALE,
  /// The hatching of what is kept for the host.
  HATCH,
  /// Good: local, enough.
  GOOD,
  /// A pale surface that says good.
  GOOD_PALE,
  /// Look here: shared, nearly full.
  WARN,
  /// A pale surface that says look here.
  WARN_PALE,
  /// Wrong: remote, short.
  BAD,
  /// A pale surface that says wrong.
  BAD_PALE,
  /// A step of the scale from cold to hot, 0 to 4: access cost, distance, fill.
  HEAT,
  /// Text on that.
  ON_HEAT,
  /// One of several neutral surfaces that neighbours differ in.
  ZONE,
  /// What is selected.
  SELECTED,
  /// What a drop would hit.
  TARGET,
  /// A box that says nothing by its colour, in lstopo's arrangement: caches, PUs, groups.
  PLAIN,
  /// Its packages, green as a board.
  BOARD,
  /// Its dies, and groups inside packages.
  INNER_BOARD,
  /// Its cores.
  SILICON,
  /// Its NUMA nodes.
  MEMORY,
  /// Around several of its NUMA nodes.
  MEMORIES,
  /// Its PCI functions.
  CARD,
  /// What the operating system makes of a device, in it.
  CHIP,
  /// Its borders and lines.
  OUTLINE
}

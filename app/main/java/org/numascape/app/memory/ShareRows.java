package org.numascape.app.memory;

import java.util.stream.Collectors;
import org.numascape.app.settings.GuestForm;
import org.numascape.design.TuneEdit;
import org.numascape.domain.AllocationText;
import org.numascape.domain.Allocations;
import org.numascape.topology.CacheBank;
import org.numascape.topology.MemorySize;

/// What groups of vCPUs get of the host's caches and memory bandwidth.
interface ShareRows {

  static void addTo(GuestForm form) {
    form.section(
        "Shares of caches and bandwidth",
        "The kernel's resctrl keeps part of a cache, or of memory bandwidth, for groups of vCPUs."
            + " For KVM guests, on hosts whose processors divide them.");
    form.row(
        "Caches",
        form.text(
            "memory-cachetune",
            "Shares of caches by vCPUs, such as 0-3=L3.0:4 MiB, L3.1:4 MiB; 4-7=L3.0.code:2 MiB",
            "no shares",
            () -> AllocationText.caches(now(form).caches()),
            typed ->
                form.apply(
                    new TuneEdit.Allocate(
                        form.id(), now(form).withCaches(AllocationText.parseCaches(typed))))),
        "vCPUs = level and number of the cache : size, such as 0-3=L3.0:4 MiB. " + banks(form));
    form.row(
        "Memory bandwidth",
        form.text(
            "memory-memorytune",
            "Shares of memory bandwidth by vCPUs, such as 0-3=0:60, 1:40",
            "no shares",
            () -> AllocationText.bandwidths(now(form).bandwidths()),
            typed ->
                form.apply(
                    new TuneEdit.Allocate(
                        form.id(),
                        now(form).withBandwidths(AllocationText.parseBandwidths(typed))))),
        "vCPUs = number of the controller : percent. Groups have to be those of the caches, or"
            + " apart from them.");
  }

  private static Allocations now(GuestForm form) {
    return form.domain().cpuTune().allocations();
  }

  /// What there is to divide.
  private static String banks(GuestForm form) {
    var banks =
        form.design().host().facts().cacheBanks().stream()
            .filter(bank -> !bank.controls().isEmpty())
            .toList();
    return banks.isEmpty()
        ? "This host tells of no cache that can be divided."
        : "On this host: " + banks.stream().map(ShareRows::bank).collect(Collectors.joining(", "));
  }

  private static String bank(CacheBank bank) {
    var control = bank.controls().getFirst();
    return "L"
        + bank.level()
        + "."
        + bank.id()
        + " of "
        + MemorySize.ofKib(bank.sizeKib())
        + " in steps of "
        + MemorySize.ofKib(control.granularityKib());
  }
}

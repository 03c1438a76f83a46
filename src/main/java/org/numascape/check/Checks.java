package org.numascape.check;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.numascape.analysis.Analysis;

/// All rules, in the order in which problems of the same severity are told.
public final class Checks {

  private static final List<Rule> ALL =
      List.of(
          Rule.error(new PinOutsideHost(), "P-10"),
          Rule.error(new NodeOutsideHost(), "N-28"),
          Rule.graded(new RemoteMemory(), "N-02", "N-04"),
          Rule.graded(new HugePageShortage(), "H-02", "H-10"),
          Rule.error(new HugePagesScarce(), "H-02"),
          Rule.graded(new NodeMemoryOvercommitted(), "N-17"),
          Rule.graded(new SharedCpuInDomain(), "P-02"),
          Rule.mild(new SharedCpuAcrossDomains(), "P-03"),
          Rule.warning(new SharedSiblings(), "P-04"),
          Rule.graded(new EmulatorOnVcpuCpus(), "E-02"),
          Rule.warning(new EmulatorFloats(), "E-01"),
          Rule.mild(new EmulatorOnOtherNode(), "E-03"),
          Rule.warning(new NoCpuForHost(), "P-11"),
          Rule.error(new PinOfNoVcpu(), "P-15"),
          Rule.error(new VcpuStatesRefused(), "P-30"),
          Rule.error(new CpuCacheRefused(), "P-29"),
          Rule.error(new ServedByNobody(), "E-08"),
          Rule.error(new TopologySum(), "P-23"),
          Rule.error(new ImplausibleSize(), "N-06"),
          Rule.error(new CellTooLarge(), "N-14"),
          Rule.error(new VcpuInTwoCells(), "N-08"),
          Rule.error(new AbsentFromGuest(), "N-09"),
          new Rule(
              new Distances(), List.of("N-13", "N-12"), EnumSet.of(Severity.ERROR, Severity.INFO)),
          Rule.error(new EmptyCellFirst(), "N-35"),
          Rule.error(new CellWithoutMemory(), "N-36"),
          Rule.error(new HotplugMemory(), "N-29"),
          Rule.error(new ImpossibleLinks(), "N-37"),
          Rule.error(new MemoryDeviceRefused(), "N-38"),
          Rule.error(new LimitTooLow(), "N-39"),
          Rule.error(new UnlikePages(), "H-05"),
          Rule.error(new PartialPage(), "H-04"),
          Rule.error(new PagesOfNoCell(), "H-09"),
          Rule.error(new TwoPageSizes(), "H-20"),
          Rule.error(new PagesAgainstSource(), "H-21"),
          Rule.graded(new EmulatorCannotAllocate(), "H-19"),
          Rule.graded(new SharedDevice(), "D-08"),
          Rule.error(new ExpanderOfNoCell(), "D-03"),
          Rule.error(new NodeOfNodeless(), "D-09"),
          Rule.graded(new NotReadyToPass(), "D-11"),
          Rule.error(new GuestAddressTaken(), "D-10"),
          Rule.graded(new ManyVcpus(), "P-22"),
          Rule.error(new PriorityRange(), "E-14"),
          Rule.error(new ScheduledTwice(), "E-15"),
          Rule.error(new CpuTimeRange(), "E-16"),
          Rule.error(new AllocationsOverlap(), "E-17"),
          Rule.warning(new PartlyPinned(), "P-01"),
          Rule.warning(new SiblingsApart(), "P-05"),
          Rule.warning(new CoresAreThreads(), "P-06"),
          Rule.warning(new FlatGuest(), "P-08"),
          Rule.warning(new MayLeaveMemory(), "P-09"),
          Rule.warning(new NodeWithoutHostCpu(), "P-11"),
          Rule.warning(new SpreadOverCaches(), "P-13"),
          Rule.warning(new MixedCores(), "P-14"),
          Rule.warning(new MoreVcpusThanCpus(), "P-16"),
          Rule.warning(new IsolatedSet(), "P-17"),
          Rule.warning(new RoamsOverDedicated(), "P-20"),
          Rule.warning(new LatePins(), "P-21"),
          Rule.warning(new HalfACore(), "P-24"),
          Rule.warning(new SocketIsNotNode(), "P-28"),
          Rule.graded(new RestrictiveMode(), "N-21"),
          new Rule(new AutomaticPlacement(), List.of("N-22"), EnumSet.allOf(Severity.class)),
          Rule.warning(new CellsWithoutHome(), "N-03"),
          Rule.warning(new MemoryNotSum(), "N-05"),
          Rule.warning(new VcpusWithoutCell(), "N-07"),
          Rule.warning(new CellBeyondFree(), "N-15"),
          Rule.warning(new HostReserve(), "N-16"),
          Rule.warning(new NeedlessInterleave(), "N-19"),
          Rule.mild(new CellsBeyondNodes(), "N-01", "N-31"),
          Rule.warning(new CellCutsCore(), "N-10"),
          Rule.warning(new NodeWithoutCpus(), "N-26"),
          Rule.warning(new NodeWithoutMemory(), "N-27"),
          Rule.warning(new CellBeyondCpus(), "N-30"),
          Rule.warning(new CommonRuleTooNarrow(), "N-34"),
          Rule.warning(new SharedInVain(), "H-06"),
          Rule.graded(new NotShared(), "H-15"),
          Rule.warning(new PoolSpreadEvenly(), "H-03"),
          Rule.warning(new BootListTooNew(), "H-11"),
          Rule.warning(new BalloonOnHugePages(), "H-08"),
          Rule.warning(new PoolStarvesNode(), "H-14"),
          Rule.warning(new RemoteDevice(), "D-01"),
          Rule.warning(new DeviceWithoutCell(), "D-02"),
          Rule.warning(new BackEndFar(), "D-06"),
          Rule.warning(new HostDisplay(), "D-10"),
          Rule.warning(new HostIsAnother(), "L-04"),
          Rule.warning(new RunsOtherwise(), "L-01", "L-06"),
          Rule.warning(new StoredOtherwise(), "L-11"),
          Rule.warning(new ForeignManager(), "L-08"),
          Rule.warning(new AutostartLottery(), "L-10"),
          Rule.warning(new BesideDedicated(), "E-04"),
          Rule.warning(new IoThreadAmongVcpus(), "E-06"),
          Rule.mild(new IoThreadOnOtherNode(), "E-07"),
          Rule.warning(new RealTimeShares(), "E-09"),
          Rule.warning(new RealTimeMemory(), "E-11"),
          Rule.error(new TooOld(), "S-12"),
          Rule.error(new NoIommu(), "D-11"),
          Rule.graded(new IsolatedTooMuch(), "S-07"),
          Rule.warning(new AutomaticBalancing(), "S-01"),
          Rule.warning(new NumadRuns(), "S-02"),
          Rule.warning(new MergedAcrossNodes(), "S-03"),
          Rule.warning(new SlowClock(), "S-04"),
          Rule.warning(new DeepSleep(), "S-05"),
          Rule.warning(new InterruptsOnDedicated(), "S-06"),
          Rule.warning(new DeviceInterrupts(), "D-07"),
          Rule.warning(new LeakAcrossGuests(), "S-13"),
          Rule.warning(new RealTimeThrottled(), "E-10"),
          Rule.warning(new PagesForNoNode(), "H-03"),
          Rule.warning(new PagesAtBootIgnored(), "H-11"),
          Rule.warning(new PinOutsideSlice(), "V-05"),
          Rule.warning(new CoreAcrossNodes(), "S-14"),
          Rule.info(new IsolatedForGood(), "S-08"),
          Rule.info(new MemoryProfile(), "S-09"),
          Rule.info(new TunedProfile(), "S-10"),
          Rule.info(new SharesOfOldScale(), "S-11"),
          Rule.info(new UnequalNodes(), "S-15"),
          Rule.info(new TransparentPages(), "H-17"),
          Rule.info(new RisingMisses(), "V-06"),
          Rule.info(new SurplusPages(), "H-18"),
          Rule.info(new AdjacentNumbering(), "P-07"),
          Rule.info(new BootCpu(), "P-12"),
          Rule.info(new NotIsolated(), "P-18"),
          Rule.info(new IsolatedIdle(), "P-19"),
          Rule.info(new OvercommittedSet(), "P-25"),
          Rule.info(new PinnedForNothing(), "P-27"),
          Rule.info(new DisksWithoutIoThread(), "E-05"),
          Rule.info(new TooManyIoThreads(), "E-12"),
          Rule.info(new QueueCount(), "E-13"),
          Rule.info(new FitsOneNode(), "N-23"),
          Rule.info(new MemoryBeyondNode(), "N-24"),
          Rule.info(new InterleavedFirmware(), "N-25"),
          Rule.info(new UnequalCells(), "N-11"),
          Rule.info(new FailsLate(), "N-18"),
          Rule.info(new PreferredFallsBack(), "N-20"),
          Rule.info(new FarNodes(), "N-32"),
          Rule.info(new BalloonOfBoundCells(), "N-33"),
          Rule.info(new SmallPages(), "H-01", "H-16"),
          Rule.info(new LockedWithoutLimit(), "H-07"),
          Rule.info(new LargePagesLate(), "H-12"),
          Rule.info(new SparePool(), "H-13"),
          Rule.info(new DeviceNowhere(), "D-05"),
          Rule.info(new ComplexesMixed(), "D-04"),
          Rule.info(new DevicesApart(), "D-12"),
          Rule.info(new BusyDeviceNode(), "D-13"),
          Rule.info(new DeviceWithoutCpus(), "D-14"),
          Rule.info(new TakesRestart(), "L-02"),
          Rule.info(new RefusedLive(), "L-03"));

  private Checks() {}

  /// What is wrong with a design and not muted, worst first; see [Report].
  public static List<Problem> examine(Analysis facts) {
    return Report.of(facts).problems();
  }

  /// How bad a rule's problems can be, worst first; empty for a rule that no check decides.
  public static List<Severity> severities(String code) {
    return ALL.stream()
        .filter(rule -> rule.codes().contains(code))
        .map(Rule::severities)
        .flatMap(Set::stream)
        .distinct()
        .sorted()
        .toList();
  }

  /// The rules that are decided, by their ids in the catalogue.
  public static Set<String> codes() {
    return ALL.stream()
        .flatMap(rule -> rule.codes().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Every rule there is.
  static List<Rule> all() {
    return ALL;
  }
}

package org.numascape.check;

import java.util.stream.Stream;

/// Definitions of which libvirt stores something else, without a word, and who foresees each.
///
/// @param gone what the stored definition says no more
/// @param instead what it says
record Rewritten(String what, String xml, String gone, String instead, Foreseen by) {

  @Override
  public String toString() {
    return what;
  }

  private static Rewritten warned(
      String what, String xml, String gone, String instead, String rule) {
    return new Rewritten(what, xml, gone, instead, new Foreseen.ByRule(rule, Severity.WARNING));
  }

  private static Rewritten linted(String what, String xml, String gone, String rule) {
    return new Rewritten(what, xml, gone, "", new Foreseen.ByLint(rule));
  }

  /// All of them.
  static Stream<Rewritten> all() {
    return Stream.of(
        warned(
            "memory that is not the sum of the cells",
            Plain.celled().replace("65536", "131072"),
            ">131072<",
            "<memory unit='KiB'>65536</memory>",
            "N-05"),
        warned(
            "a current memory beyond all",
            Plain.with("<currentMemory unit='KiB'>131072</currentMemory>"),
            ">131072<",
            "<currentMemory unit='KiB'>65536</currentMemory>",
            "L-11"),
        warned(
            "vCPUs of no cell",
            Plain.with(
                Plain.cells(
                    "<cell id='0' cpus='0' memory='32768'/>", "<cell id='1' memory='32768'/>")),
            "cpus='0'",
            "<cell id='0' cpus='0-1'",
            "N-07"),
        new Rewritten(
            "a pin of a vCPU that is not there",
            Plain.with(
                Plain.tuned("<vcpupin vcpu='0' cpuset='0'/>", "<vcpupin vcpu='7' cpuset='0'/>")),
            "vcpu='7'",
            "<vcpupin vcpu='0'",
            Foreseen.by("P-15")),
        warned(
            "the unit of a memory cache",
            Plain.with(
                Plain.cells(
                    "<cell id='0' cpus='0-1' memory='65536'>",
                    "<cache level='1' associativity='direct' policy='writeback'>",
                    "<size value='10' unit='MiB'/><line value='8' unit='B'/></cache></cell>",
                    "<interconnects><latency initiator='0' target='0' type='access' value='5'/>",
                    "</interconnects>")),
            "'MiB'",
            "<size value='10' unit='KiB'/>",
            "L-11"),
        linted(
            "I/O threads at the wrong place",
            Plain.with(Plain.tuned("<iothreadids><iothread id='5'/></iothreadids>")),
            "iothread",
            "I-11"),
        linted("huge pages at the wrong place", Plain.with("<hugepages/>"), "hugepages", "I-11"),
        linted(
            "the topology of a second cpu",
            Plain.with(
                "<cpu><topology sockets='1' cores='2' threads='1'/></cpu>",
                "<cpu><topology sockets='1' cores='1' threads='2'/></cpu>"),
            "threads='2'",
            "I-11"),
        linted(
            "a memory device outside of the devices",
            Plain.with(
                "<memory model='dimm'><target><size unit='KiB'>131072</size></target></memory>"),
            "dimm",
            "I-12"));
  }
}

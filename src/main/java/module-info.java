import org.jspecify.annotations.NullMarked;

/// Everything Numascape rests on: the model, what follows from it, the formats, libvirt, the
/// command line. No JavaFX.
@NullMarked
module org.numascape.core {
  requires com.fasterxml.jackson.databind;
  requires com.sun.jna;
  requires info.picocli;
  requires io.github.javadiffutils;
  requires java.desktop;
  requires java.xml;
  requires libvirt;
  requires org.apache.commons.compress;
  requires org.apache.commons.logging;
  requires org.apache.fontbox;
  requires org.apache.pdfbox;
  requires org.apache.pdfbox.io;
  requires org.snakeyaml.engine;
  requires static org.jspecify;

  // A new package that app uses gets its line here, in the order of the alphabet.
  exports org.numascape.analysis;
  exports org.numascape.apply;
  exports org.numascape.check;
  exports org.numascape.cli;
  exports org.numascape.comparison;
  exports org.numascape.design;
  exports org.numascape.document;
  exports org.numascape.domain;
  exports org.numascape.drawing;
  exports org.numascape.format.capabilities;
  exports org.numascape.format.domainxml;
  exports org.numascape.format.hwloc;
  exports org.numascape.format.latency;
  exports org.numascape.format.picture;
  exports org.numascape.format.synthetic;
  exports org.numascape.format.sysfs;
  exports org.numascape.format.text;
  exports org.numascape.format.virsh;
  exports org.numascape.format;
  exports org.numascape.guest;
  exports org.numascape.hypervisor;
  exports org.numascape.libvirt;
  exports org.numascape.lint;
  exports org.numascape.placement;
  exports org.numascape.readiness;
  exports org.numascape.remote;
  exports org.numascape.sample;
  exports org.numascape.simulation;
  exports org.numascape.topology;

  // JNA calls the callbacks of NumaCalls.
  opens org.numascape.libvirt to
      com.sun.jna;

  // picocli sets the fields of the verbs.
  opens org.numascape.cli to
      info.picocli;

  // Jackson fills the records of the samples.
  opens org.numascape.sample to
      com.fasterxml.jackson.databind;
}

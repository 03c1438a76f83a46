package org.numascape.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PropertyListTest {

  private static List<Property> of(String argument) {
    return PropertyList.of(ShellText.commands("x " + argument).getFirst().words().getLast());
  }

  private static List<String> said(String argument) {
    return of(argument).stream().map(one -> one.key() + "=" + one.value()).toList();
  }

  @Test
  void aDoubledCommaIsOneInsideAValue() {
    assertThat(said("file=a,,b.img,if=virtio")).containsExactly("file=a,b.img", "if=virtio");
  }

  @Test
  void theFirstElementMayHaveNoKeyAndALaterOneNoValue() {
    assertThat(said("host,+topoext,pmu=off,wait"))
        .containsExactly("=host", "+topoext=on", "pmu=off", "wait=on");
  }

  @Test
  void aValueKnowsItsPlaceInQuotes() {
    assertThat(of("\"node,cpus=0-3\"").getLast().valueSpan()).isEqualTo(new Span(13, 16));
  }

  @Test
  void jsonIsReadAndListsRepeatTheirKey() {
    assertThat(said("'{\"qom-type\":\"t\",\"host-nodes\":[0,1],\"prealloc\":true}'"))
        .containsExactly("=t", "host-nodes=0", "host-nodes=1", "prealloc=on");
    assertThat(of("'{\"a\":1}'")).noneMatch(Property::splicable);
    assertThat(of("'{broken'")).hasSize(1);
  }
}

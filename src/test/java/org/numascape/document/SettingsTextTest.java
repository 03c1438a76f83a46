package org.numascape.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Hosts;
import org.numascape.Told;
import org.numascape.design.HostSource;
import org.numascape.format.FormatException;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostSettings;
import org.numascape.topology.Setting;
import org.numascape.topology.SettingChange;

final class SettingsTextTest {

  private static final String TEXT =
      """
      == numascape settings 1
      /proc/sys/vm/swappiness:60
      /sys/devices/system/cpu/online:0-63
      == numascape settings end
      """;

  private static HostSettings read(String text, int second) throws FormatException {
    return SettingsText.read("test", text, Optional.of(Instant.ofEpochSecond(second)));
  }

  @Test
  void anotherTextAndAHalfAreRefusedWithWhatIsMissing() {
    assertThatThrownBy(() -> read("Architecture: x86_64", 1))
        .hasMessageContaining("it has no line \"== numascape settings 1\"");
    assertThatThrownBy(() -> read(TEXT.replace("== numascape settings end\n", ""), 1))
        .hasMessageContaining("The end is missing");
  }

  @Test
  void whatChangedSinceTheLastReadingIsKept() throws FormatException {
    var design = Designs.of(Hosts.fourNodes());

    var first = SettingsText.noted(design, read(TEXT, 1));
    var second = SettingsText.noted(first, read(TEXT.replace(":60", ":10"), 2));

    assertThat(first.host().facts().settings().changes()).isEmpty();
    assertThat(second.host().facts().settings().changes())
        .containsExactly(new SettingChange(Setting.SWAPPINESS, "60", "10"));
  }

  @Test
  void settingsOfAnotherMachineAreRecognised() throws FormatException {
    var settings = read(TEXT, 1);

    assertThat(SettingsText.misfit(Hosts.fourNodes(), settings)).isEmpty();
    assertThat(SettingsText.misfit(Hosts.twoSockets(), settings))
        .get()
        .asString()
        .startsWith("These settings are of a machine with CPUs 0-63;");
  }

  @Test
  void aDesignFileKeepsThem() throws FormatException {
    var design = SettingsText.noted(Designs.pictured(), read(TEXT, 1));

    var again = DesignFile.read("design", DesignFile.write(design));

    assertThat(again.host().facts().settings()).isEqualTo(design.host().facts().settings());
  }

  @Test
  void readingTheHostAgainFromLibvirtKeepsThem() {
    var settings =
        Told.on(Hosts.fourNodes()).value(Setting.SWAPPINESS, "60").host().facts().settings();
    var source = new HostSource.Connection("qemu:///system");
    var old =
        Designs.of(Told.on(Hosts.fourNodes()).value(Setting.SWAPPINESS, "60").host())
            .withSource(source);
    var now =
        new OpenedHost(
            Told.on(Hosts.fourNodes()).value(Setting.LIBVIRT, "9.0.0").host(),
            source,
            List.of(),
            CpuSet.EMPTY,
            List.of());

    var merged = Merged.of(old, now).design().host().facts().settings();

    assertThat(merged.text(Setting.LIBVIRT)).contains("9.0.0");
    assertThat(merged.observed(Setting.SWAPPINESS))
        .isEqualTo(settings.observed(Setting.SWAPPINESS));
  }
}

package org.numascape.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SecretsTest {

  @Test
  void aGraphicsPasswordIsEmptiedAndItsAttributeStays() {
    String xml = "<graphics type='vnc'\r\n  passwd = \"s&quot;e'cret\" port='-1'/>";

    String blanked = Secrets.blank(xml);

    assertThat(blanked).isEqualTo("<graphics type='vnc'\r\n  passwd = \"\" port='-1'/>");
  }

  @Test
  void aPasswordInACommentIsEmptiedToo() {
    assertThat(Secrets.blank("<!-- <graphics passwd='old'/> -->"))
        .isEqualTo("<!-- <graphics passwd=''/> -->");
  }

  @Test
  void cookiesOfANetworkDiskAreEmptied() {
    assertThat(Secrets.blank("<cookies><cookie name='session'>abc</cookie></cookies>"))
        .isEqualTo("<cookies><cookie name='session'></cookie></cookies>");
  }

  @Test
  void qemuArgumentsLoseTheirSecretsOnly() {
    String xml =
        "<qemu:arg value='-object'/><qemu:arg value='secret,id=s0,data=letmein,format=raw'/>";

    assertThat(Secrets.blank(xml))
        .isEqualTo("<qemu:arg value='-object'/><qemu:arg value='secret,id=s0,data=,format=raw'/>");
  }

  @Test
  void xmlWithoutSecretsStaysAsItIs() {
    String xml = "<domain><auth username='u'><secret uuid='1'/></auth>passwd metadata=x</domain>";

    assertThat(Secrets.blank(xml)).isEqualTo(xml);
  }

  @Test
  void blankingTwiceIsBlankingOnce() {
    String once = Secrets.blank("<a passwd='1' password='2'><cookie name='c'>3</cookie></a>");

    assertThat(Secrets.blank(once)).isEqualTo(once);
  }

  @ParameterizedTest
  @CsvSource({
    "qemu:///system, qemu:///system",
    "qemu+tcp://joe:pw@host:16509/system, qemu+tcp://joe@host:16509/system",
    "qemu+ssh://joe@host/system?keyfile=/k&password=pw&no_tty=1,"
        + " qemu+ssh://joe@host/system?keyfile=/k&no_tty=1",
    "esx://host/?password=pw, esx://host/",
    "qemu://[fe80::1]:16514/system, qemu://[fe80::1]:16514/system",
    "test:///default, test:///default"
  })
  void aUriIsKeptWithoutItsPassword(String uri, String kept) {
    assertThat(Secrets.withoutPassword(uri)).isEqualTo(kept);
  }
}

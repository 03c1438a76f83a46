package org.numascape.format.capabilities;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.format.Damage;
import org.numascape.format.Fuzz;

/// Damaged capabilities are read or refused.
final class CapabilitiesFuzzTest {

  private static final String GOOD =
      """
      <capabilities><host><cpu><model>EPYC</model></cpu><topology><cells num='3'>
        <cell id='0'><memory unit='KiB'>1048576</memory><pages unit='KiB' size='4'>262144</pages>
          <pages unit='KiB' size='2048'>16</pages>
          <distances><sibling id='0' value='10'/><sibling id='1' value='21'/></distances>
          <cpus num='3'>
            <cpu id='0' socket_id='0' die_id='0' cluster_id='0' core_id='0' siblings='0-1'/>
            <cpu id='1' socket_id='0' die_id='0' cluster_id='0' core_id='0' siblings='0-1'/>
            <cpu id='2' socket_id='0' die_id='1' cluster_id='1' core_id='1' siblings='2'/>
          </cpus></cell>
        <cell id='1'><memory unit='KiB'>2</memory><cache level='1'><size value='1' unit='MiB'/></cache>
          <cpus num='2'>
            <cpu id='3' socket_id='1' die_id='0' core_id='0' siblings='3,5'/>
            <cpu id='5' socket_id='1' die_id='0' core_id='0' siblings='3,5'/>
          </cpus></cell>
        <cell id='2'><distances><sibling id='1' value='17'/></distances><cpus num='0'/></cell>
      </cells></topology><cache>
        <bank id='0' level='3' type='both' size='8' unit='MiB' cpus='0-2'/>
        <bank id='1' level='3' type='both' size='8' unit='MiB' cpus='3,5'/>
      </cache></host></capabilities>
      """;

  @Test
  void onlyAFormatExceptionComesOutOfDamagedCapabilities() throws Exception {
    int refused =
        new Fuzz(20_240_608, 800)
            .refused(
                "fuzz",
                random -> Damage.ofXml(GOOD, random),
                text -> CapabilitiesReader.read("fuzz", text));

    assertThat(refused).isBetween(200, 750);
  }
}

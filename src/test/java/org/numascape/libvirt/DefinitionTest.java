package org.numascape.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.numascape.hypervisor.HypervisorException;
import org.numascape.hypervisor.HypervisorFailure.Denied;

final class DefinitionTest {

  private static final String XML =
      "<domain type='kvm'><name> rt-db </name><uuid>11111111-0000-4000-8000-000000000001</uuid></domain>";

  @Test
  void sentencesNameTheDomain() throws HypervisorException {
    assertThat(Definition.of(XML).what()).isEqualTo("define rt-db");
    assertThat(Definition.of("<domain/>").what()).isEqualTo("define a domain");
  }

  @Test
  void aDomainReadWithoutItsPasswordsIsNotWrittenBack() throws HypervisorException {
    var definition = Definition.of(XML);

    assertThatThrownBy(
            () -> definition.refuseLossOfSecrets(Set.of("11111111-0000-4000-8000-000000000001")))
        .isInstanceOfSatisfying(
            HypervisorException.class,
            thrown -> assertThat(thrown.failure()).isInstanceOf(Denied.class))
        .hasMessageContaining("would erase them");
    definition.refuseLossOfSecrets(Set.of("11111111-0000-4000-8000-000000000002"));
  }
}

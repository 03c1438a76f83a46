package org.numascape.libvirt;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.libvirt.Connect;
import org.libvirt.Domain;
import org.libvirt.DomainInfo;
import org.libvirt.LibvirtException;
import org.numascape.domain.DomainState;
import org.numascape.hypervisor.DomainRecord;

/// Reads domains. What all domains share is asked for the whole host at once, since each question
/// is a round trip.
///
/// @param withoutSecrets UUIDs whose secrets the host kept from us; defining those would erase
///   their secrets
record DomainReading(Connect connection, boolean readOnly, Set<String> withoutSecrets) {

  // virDomainXMLFlags
  private static final int LIVE_XML = 0;
  private static final int SECURE = 1;
  private static final int INACTIVE = 2;

  // virConnectListAllDomainsFlags
  private static final int LIST_ALL = 0;
  private static final int LIST_ACTIVE = 1;
  private static final int LIST_PERSISTENT = 4;
  private static final int LIST_RUNNING = 16;
  private static final int LIST_MANAGED_SAVE = 256;
  private static final int LIST_AUTOSTART = 1024;

  DomainReading(Connect connection, boolean readOnly) {
    this(connection, readOnly, ConcurrentHashMap.newKeySet());
  }

  /// Every domain; one that vanishes while we read is left out.
  List<DomainRecord> all() throws LibvirtException {
    var active = uuids(LIST_ACTIVE);
    var running = uuids(LIST_RUNNING);
    var persistent = uuids(LIST_PERSISTENT);
    var saved = uuids(LIST_MANAGED_SAVE);
    var autostart = uuids(LIST_AUTOSTART);
    var records = new ArrayList<DomainRecord>();
    var domains = connection.listAllDomains(LIST_ALL);
    try {
      for (Domain domain : domains) {
        String uuid = domain.getUUIDString();
        var status =
            new Status(
                state(active.contains(uuid), running.contains(uuid)),
                persistent.contains(uuid),
                autostart.contains(uuid),
                saved.contains(uuid));
        present(domain, uuid, status).ifPresent(records::add);
      }
    } finally {
      free(domains);
    }
    return records;
  }

  /// One domain, if it is there.
  Optional<DomainRecord> one(String uuid) throws LibvirtException {
    var found = lookup(uuid);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var domain = found.get();
    try {
      boolean active = domain.isActive() == 1;
      boolean runs = active && domain.getInfo().state == DomainInfo.DomainState.VIR_DOMAIN_RUNNING;
      var status =
          new Status(
              state(active, runs),
              domain.isPersistent() == 1,
              domain.getAutostart(),
              domain.hasManagedSaveImage() == 1);
      return present(domain, domain.getUUIDString(), status);
    } catch (LibvirtException failed) {
      return goneOr(failed);
    } finally {
      domain.free();
    }
  }

  private record Status(
      DomainState state, boolean persistent, boolean autostart, boolean managedSave) {}

  private static DomainState state(boolean active, boolean running) {
    if (!active) {
      return DomainState.SHUT_OFF;
    }
    return running ? DomainState.RUNNING : DomainState.PAUSED;
  }

  private Optional<DomainRecord> present(Domain domain, String uuid, Status status)
      throws LibvirtException {
    try {
      Optional<String> live = status.state().active() ? liveXml(domain) : Optional.empty();
      String inactive =
          status.persistent() || live.isEmpty() ? inactiveXml(domain, uuid) : live.get();
      var state = live.isEmpty() ? DomainState.SHUT_OFF : status.state();
      return Optional.of(
          new DomainRecord(
              uuid,
              domain.getName(),
              state,
              inactive,
              live,
              status.persistent(),
              status.autostart(),
              status.managedSave()));
    } catch (LibvirtException failed) {
      return goneOr(failed);
    }
  }

  /// Without flags libvirt hands out the definition of a guest that stopped meanwhile; good enough
  /// until the event that says so.
  private static Optional<String> liveXml(Domain domain) throws LibvirtException {
    return Optional.of(domain.getXMLDesc(LIVE_XML));
  }

  private String inactiveXml(Domain domain, String uuid) throws LibvirtException {
    if (readOnly) {
      return domain.getXMLDesc(INACTIVE);
    }
    try {
      String xml = domain.getXMLDesc(INACTIVE | SECURE);
      withoutSecrets.remove(uuid);
      return xml;
    } catch (LibvirtException failed) {
      int code = CallFailed.of(failed).code();
      if (code != ErrorNumber.OPERATION_DENIED && code != ErrorNumber.ACCESS_DENIED) {
        throw failed;
      }
      withoutSecrets.add(uuid);
      return domain.getXMLDesc(INACTIVE);
    }
  }

  private Set<String> uuids(int flags) throws LibvirtException {
    var domains = connection.listAllDomains(flags);
    var uuids = new HashSet<String>();
    try {
      for (Domain domain : domains) {
        uuids.add(domain.getUUIDString());
      }
    } finally {
      free(domains);
    }
    return uuids;
  }

  private Optional<Domain> lookup(String uuid) throws LibvirtException {
    try {
      return Optional.of(connection.domainLookupByUUIDString(uuid));
    } catch (LibvirtException failed) {
      return goneOr(failed);
    }
  }

  private static <T> Optional<T> goneOr(LibvirtException failed) throws LibvirtException {
    if (CallFailed.of(failed).code() == ErrorNumber.NO_DOMAIN) {
      return Optional.empty();
    }
    throw failed;
  }

  private static void free(Domain[] domains) throws LibvirtException {
    for (Domain domain : domains) {
      domain.free();
    }
  }
}

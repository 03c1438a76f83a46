package org.numascape.format.domainxml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.numascape.domain.Domain;
import org.numascape.domain.IoThread;
import org.numascape.domain.ThreadPool;
import org.numascape.format.FormatException;

/// `iothreads`, `iothreadids` and `defaultiothread`.
///
/// The count alone makes threads 1, 2, 3, ...; the list is written where that is not enough.
final class IoThreadRewrite implements Rewrite {

  private static final Section IDS = Section.at("iothreadids");

  @Override
  public XmlText rewrite(XmlText xml, Domain wanted) throws FormatException {
    var reader = new IoThreadReader(new Fields(xml), xml.root());
    var ids = wanted.ioThreads().stream().map(IoThread::id).toList();
    boolean same = List.copyOf(reader.ids()).equals(ids);
    var counted = same ? xml : counted(xml, ids);
    return mainLoop(listed(counted, wanted, same), wanted.mainLoop());
  }

  private static XmlText counted(XmlText xml, List<Integer> ids) {
    var wanted =
        ids.isEmpty()
            ? Optional.<Markup>empty()
            : Optional.of(Markup.saying("iothreads", ids.size()));
    var present = xml.root().child("iothreads");
    if (present.isEmpty() || wanted.isEmpty()) {
      return Section.DOMAIN.single(xml, "iothreads", wanted);
    }
    var patch = new Patch(xml);
    patch.say(present.get(), Integer.toString(ids.size()));
    return patch.done();
  }

  private static XmlText listed(XmlText xml, Domain wanted, boolean same) throws FormatException {
    var fields = new Fields(xml);
    var now = new IoThreadReader(fields, xml.root()).pools();
    var missing = new TreeMap<Integer, ThreadPool>();
    wanted.ioThreads().forEach(thread -> missing.put(thread.id(), thread.pool()));
    boolean counts = counts(wanted.ioThreads());
    var patch = new Patch(xml);
    var gone = new ArrayList<XmlElement>();
    for (var element : IDS.elements(xml, "iothread").toList()) {
      int id = fields.count(element, "id").orElse(0);
      var pool = missing.remove(id);
      if (pool == null) {
        gone.add(element);
      } else if (!pool.equals(now.getOrDefault(id, ThreadPool.DEFAULT))) {
        pooled(patch, element, pool);
      }
    }
    boolean list = !same && !counts;
    var added =
        missing.entrySet().stream()
            .filter(thread -> list || !thread.getValue().equals(ThreadPool.DEFAULT))
            .map(thread ->
                pooled(Markup.of("iothread").with("id", thread.getKey()), thread.getValue()))
            .toList();
    return removed(IDS.adding(patch.done(), added), gone);
  }

  /// Whether these are the threads that a count alone gives.
  private static boolean counts(List<IoThread> threads) {
    for (int at = 0; at < threads.size(); at++) {
      if (threads.get(at).id() != at + 1) {
        return false;
      }
    }
    return true;
  }

  private static XmlText removed(XmlText xml, List<XmlElement> gone) {
    var ids = gone.stream().map(element -> element.value("id").orElse("")).toList();
    return IDS.removing(
        xml,
        IDS.elements(xml, "iothread")
            .filter(element -> ids.contains(element.value("id").orElse("")))
            .toList());
  }

  private static XmlText mainLoop(XmlText xml, ThreadPool pool) {
    var present = xml.root().child("defaultiothread");
    var now =
        present
            .map(element -> IoThreadReader.pool(new Fields(xml), element))
            .orElse(ThreadPool.DEFAULT);
    if (now.equals(pool)) {
      return xml;
    }
    if (present.isEmpty() || pool.equals(ThreadPool.DEFAULT)) {
      var markup =
          pool.equals(ThreadPool.DEFAULT)
              ? Optional.<Markup>empty()
              : Optional.of(pooled(Markup.of("defaultiothread"), pool));
      return Section.DOMAIN.single(xml, "defaultiothread", markup);
    }
    var patch = new Patch(xml);
    pooled(patch, present.get(), pool);
    return patch.done();
  }

  private static void pooled(Patch patch, XmlElement element, ThreadPool pool) {
    patch.setOrUnset(element, "thread_pool_min", Fields.boxed(pool.least()));
    patch.setOrUnset(element, "thread_pool_max", Fields.boxed(pool.most()));
  }

  private static Markup pooled(Markup markup, ThreadPool pool) {
    return markup.with("thread_pool_min", pool.least()).with("thread_pool_max", pool.most());
  }
}

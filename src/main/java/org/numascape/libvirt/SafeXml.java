package org.numascape.libvirt;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// Reads XML without document types, entities or files. Namespaces are off, as libvirt's own paths
/// ignore them.
final class SafeXml {

  private SafeXml() {}

  /// The root element.
  ///
  /// @throws SAXException with the parser's sentence, also for a document type
  static Element root(String xml) throws SAXException {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setExpandEntityReferences(false);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler());
      return builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
    } catch (ParserConfigurationException | IOException impossible) {
      throw new SAXException(impossible);
    }
  }

  /// The elements at `path` below `parent`, every branch followed.
  static List<Element> at(Element parent, String... path) {
    Stream<Element> found = Stream.of(parent);
    for (String name : path) {
      found = found.flatMap(element -> children(element, name));
    }
    return found.toList();
  }

  private static Stream<Element> children(Element parent, String name) {
    var nodes = parent.getChildNodes();
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(node -> node.getNodeType() == Node.ELEMENT_NODE && node.getNodeName().equals(name))
        .map(Element.class::cast);
  }
}

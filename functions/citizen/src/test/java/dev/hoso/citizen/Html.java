package dev.hoso.citizen;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A page, read strictly: every element is closed, every attribute quoted. Browsers forgive what
 * this does not, and each in its own way.
 */
public record Html(Document document) {
  private static final Set<String> INLINE = Set.of("a", "b", "code");
  private static final Set<String> EMPTY = Set.of("meta", "input", "br", "link");

  private static final Pattern TAG =
      Pattern.compile("<([a-z][a-z0-9]*)((?:\\s+[a-z][a-z0-9-]*(?:=\"[^\"]*\")?)*)\\s*>");
  private static final Pattern ATTRIBUTE = Pattern.compile("([a-z][a-z0-9-]*)(=\"[^\"]*\")?");

  /** Reads a page; one that is not well formed fails the test. */
  public static Html of(String page) {
    if (!page.startsWith("<!DOCTYPE html>")) {
      throw new AssertionError("no page: " + page);
    }
    String body = TAG.matcher(page.substring("<!DOCTYPE html>".length())).replaceAll(Html::closed);
    try {
      return new Html(
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(body.strip()))));
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new AssertionError("not well formed: " + e.getMessage() + "\n" + page, e);
    }
  }

  /** As XML has it: flags get a value, and what is empty is closed. */
  private static String closed(MatchResult tag) {
    String attributes =
        ATTRIBUTE
            .matcher(tag.group(2))
            .replaceAll(
                one ->
                    Matcher.quoteReplacement(
                        one.group(2) == null ? one.group(1) + "=\"\"" : one.group()));
    String end = EMPTY.contains(tag.group(1)) ? "/>" : ">";
    return Matcher.quoteReplacement("<" + tag.group(1) + attributes.replace("<", "&lt;") + end);
  }

  /** All elements of a name, in the order of the page. */
  public List<Element> all(String tag) {
    NodeList found = document.getElementsByTagName(tag);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }

  /** The only element of a name. */
  public Element one(String tag) {
    List<Element> all = all(tag);
    if (all.size() != 1) {
      throw new AssertionError(all.size() + " of " + tag);
    }
    return all.getFirst();
  }

  /** The element with an id. */
  public Element id(String id) {
    return all("*").stream()
        .filter(element -> element.getAttribute("id").equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing has the id " + id));
  }

  public List<String> values(String tag, String attribute) {
    return all(tag).stream()
        .filter(element -> element.hasAttribute(attribute))
        .map(element -> element.getAttribute(attribute))
        .toList();
  }

  /** What stands in the main part. */
  public String main() {
    return text(one("main"));
  }

  /** What stands in an element, with single spaces. */
  public static String text(Element element) {
    StringBuilder text = new StringBuilder();
    gather(element, text);
    return text.toString().replaceAll("\\s+", " ").strip();
  }

  /** What stands in a block stands apart from what follows. */
  private static void gather(Node node, StringBuilder text) {
    NodeList children = node.getChildNodes();
    for (int i = 0; i < children.getLength(); i++) {
      gather(children.item(i), text);
    }
    if (node.getNodeType() == Node.TEXT_NODE) {
      text.append(node.getNodeValue());
    } else if (!INLINE.contains(node.getNodeName())) {
      text.append(' ');
    }
  }

  /** Every rule of accessible pages that a page can be asked for without a browser. */
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    for (String landmark : List.of("header", "nav", "main", "footer", "h1", "title")) {
      if (all(landmark).size() != 1) {
        faults.add(all(landmark).size() + " of " + landmark);
      }
    }
    List<String> ids = values("*", "id");
    ids.stream().filter(id -> ids.indexOf(id) != ids.lastIndexOf(id)).forEach(faults::add);
    for (String reference : List.of("aria-labelledby", "aria-describedby", "for")) {
      values("*", reference).stream()
          .flatMap(value -> List.of(value.split(" ")).stream())
          .filter(id -> !ids.contains(id))
          .forEach(id -> faults.add(reference + " to nothing: " + id));
    }
    values("a", "href").stream()
        .filter(address -> address.startsWith("#") && !ids.contains(address.substring(1)))
        .forEach(faults::add);
    all("input").stream().filter(input -> !labelled(input)).forEach(input -> faults.add("label"));
    all("a").stream().filter(link -> text(link).isEmpty()).forEach(link -> faults.add("no text"));
    if (one("main").getTextContent().matches("(?s).*\\s[.,;](\\s.*|$)")) {
      faults.add("a space before a stop: " + one("main").getTextContent());
    }
    return faults;
  }

  private boolean labelled(Element input) {
    return input.getAttribute("type").equals("hidden")
        || input.getParentNode().getNodeName().equals("label")
        || values("label", "for").contains(input.getAttribute("id"));
  }
}

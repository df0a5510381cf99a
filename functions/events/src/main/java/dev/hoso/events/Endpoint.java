package dev.hoso.events;

import dev.hoso.core.Invalid;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where a subscriber is called.
 *
 * @param localAllowed whether it may be this machine, which is so in the local runtime and in tests
 */
public record Endpoint(URI url, boolean localAllowed) {
  /** Of an address, in characters. */
  public static final int LONGEST = 2048;

  private static final int HTTP = 80;
  private static final int HTTPS = 443;
  private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1");

  /** That an address is none that we call. */
  public static final class Forbidden extends Exception {
    Forbidden() {
      super("The name leads to an address that is not public");
    }
  }

  /**
   * Reads an address that somebody wants to be called at.
   *
   * @throws Invalid where it is none, or none of the public internet
   */
  public static Endpoint parse(String field, String text, boolean localAllowed) {
    Endpoint endpoint = new Endpoint(uri(field, text), localAllowed);
    endpoint.check(field);
    try {
      endpoint.resolve();
      return endpoint;
    } catch (UnknownHostException e) {
      throw new Invalid(field, "has a host that cannot be found");
    } catch (Forbidden e) {
      throw new Invalid(field, "must lead to a public address");
    }
  }

  private static URI uri(String field, String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new Invalid(field, "must be an address like https://example.vn/hoso");
    }
  }

  private void check(String field) {
    boolean form =
        url.getHost() != null
            && url.getRawUserInfo() == null
            && url.getRawFragment() == null
            && url.toString().length() <= LONGEST
            && url.toASCIIString().equals(url.toString());
    if (!form || !(encrypted() || ("http".equals(url.getScheme()) && local()))) {
      throw new Invalid(
          field,
          "must be an https address without user or fragment, at most "
              + LONGEST
              + " plain characters");
    }
  }

  private boolean local() {
    return localAllowed && LOCAL.contains(host());
  }

  public boolean encrypted() {
    return "https".equals(url.getScheme());
  }

  /** As it was written. */
  public String text() {
    return url.toString();
  }

  /** The host, an IPv6 address without its brackets. */
  public String host() {
    return url.getHost().replaceAll("[\\[\\]]", "");
  }

  public int port() {
    if (url.getPort() >= 0) {
      return url.getPort();
    }
    return encrypted() ? HTTPS : HTTP;
  }

  /** The path and the query, as the request line has them. */
  public String target() {
    String path = url.getRawPath();
    String query = url.getRawQuery();
    return (path == null || path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
  }

  /** The host and the port, as the header has them. */
  public String authority() {
    return url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
  }

  /**
   * Looks the host up.
   *
   * @return the address to call: a second look might find another
   * @throws Forbidden where any of its addresses is not public
   */
  public InetAddress resolve() throws UnknownHostException, Forbidden {
    List<InetAddress> all = List.of(InetAddress.getAllByName(host()));
    Stream<InetAddress> refused =
        local() ? Stream.empty() : all.stream().filter(address -> !Reachable.isPublic(address));
    if (refused.findAny().isPresent()) {
      throw new Forbidden();
    }
    return all.getFirst();
  }
}

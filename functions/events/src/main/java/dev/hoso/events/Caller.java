package dev.hoso.events;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Calls endpoints: one POST on a connection of its own, of whose answer only the status is read.
 *
 * <p>The JDK's clients look names up themselves, so that the address that was checked need not be
 * the one that is called, and whoever owns the name can see to it that it is not (DNS rebinding).
 * Here the checked address is called, and TLS still proves the name.
 */
public final class Caller {
  private static final Duration CONNECTING = Duration.ofSeconds(3);

  /** From the first byte out to the last of the answer's head; the specification has 15 to 30 s. */
  public static final Duration ANSWERING = Duration.ofSeconds(15);

  private static final int LONGEST_HEAD = 16 * 1024;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})( .*)?");
  private static final int GONE = 410;
  private static final int OK = 200;
  private static final int REDIRECT = 300;

  private final SSLSocketFactory tls;
  private final Duration answering;
  private final boolean localAllowed;

  /**
   * A caller.
   *
   * @param tls whose certificates it trusts
   * @param answering how long an endpoint has
   * @param localAllowed see {@link Endpoint}
   */
  public Caller(SSLSocketFactory tls, Duration answering, boolean localAllowed) {
    this.tls = tls;
    this.answering = answering;
    this.localAllowed = localAllowed;
  }

  public boolean localAllowed() {
    return localAllowed;
  }

  /** Posts a body. */
  public Answer post(String url, Map<String, String> headers, String body) {
    Endpoint endpoint = new Endpoint(URI.create(url), localAllowed);
    try {
      return answer(status(endpoint, headers, body.getBytes(StandardCharsets.UTF_8)));
    } catch (UnknownHostException e) {
      return new Answer.NotTaken("the host cannot be found");
    } catch (Endpoint.Forbidden e) {
      return new Answer.NotTaken("the host leads to an address that is not public");
    } catch (SocketTimeoutException e) {
      return new Answer.NotTaken("no answer in time");
    } catch (SSLException e) {
      return new Answer.NotTaken("TLS fails");
    } catch (IOException e) {
      return new Answer.NotTaken("the connection fails");
    }
  }

  private static Answer answer(int status) {
    if (status == GONE) {
      return new Answer.Gone();
    }
    return status >= OK && status < REDIRECT
        ? new Answer.Taken(status)
        : new Answer.NotTaken("HTTP " + status);
  }

  private int status(Endpoint endpoint, Map<String, String> headers, byte[] body)
      throws IOException, Endpoint.Forbidden {
    InetAddress address = endpoint.resolve();
    long end = System.nanoTime() + answering.toNanos();
    try (Socket plain = new Socket()) {
      plain.connect(new InetSocketAddress(address, endpoint.port()), (int) CONNECTING.toMillis());
      plain.setSoTimeout(left(end));
      try (Socket socket = endpoint.encrypted() ? encrypted(plain, endpoint) : plain) {
        OutputStream out = socket.getOutputStream();
        out.write(head(endpoint, headers, body.length).getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
        out.flush();
        return status(socket, end);
      }
    }
  }

  private SSLSocket encrypted(Socket plain, Endpoint endpoint) throws IOException {
    SSLSocket socket = (SSLSocket) tls.createSocket(plain, endpoint.host(), endpoint.port(), true);
    SSLParameters parameters = socket.getSSLParameters();
    // Without it any valid certificate would do, whoever's it is.
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  private static String head(Endpoint endpoint, Map<String, String> headers, int length) {
    StringBuilder head =
        new StringBuilder("POST ").append(endpoint.target()).append(" HTTP/1.1\r\n");
    header(head, "host", endpoint.authority());
    headers.forEach((name, value) -> header(head, name, value));
    header(head, "content-length", Integer.toString(length));
    header(head, "user-agent", "Hoso");
    header(head, "connection", "close");
    return head.append("\r\n").toString();
  }

  private static void header(StringBuilder head, String name, String value) {
    head.append(name).append(": ").append(value).append("\r\n");
  }

  /** The final status: what begins with 1 only says that one is to come. */
  private static int status(Socket socket, long end) throws IOException {
    InputStream in = new BufferedInputStream(socket.getInputStream());
    int left = LONGEST_HEAD;
    while (true) {
      String line = line(socket, in, left, end);
      Matcher status = STATUS.matcher(line);
      if (status.matches() && !status.group(1).startsWith("1")) {
        return Integer.parseInt(status.group(1));
      }
      if (!status.matches()) {
        throw new IOException("no HTTP");
      }
      while (!line.isEmpty()) {
        left -= line.length() + 2;
        line = line(socket, in, left, end);
      }
    }
  }

  /** A line that trickles in must not hold us up: its bytes have one time together. */
  private static String line(Socket socket, InputStream in, int longest, long end)
      throws IOException {
    StringBuilder line = new StringBuilder();
    while (line.length() <= longest) {
      socket.setSoTimeout(left(end));
      int next = in.read();
      if (next < 0) {
        throw new IOException("the answer is cut off");
      }
      if (next == '\n') {
        return line.toString().stripTrailing();
      }
      line.append((char) next);
    }
    throw new IOException("the answer's head is too long");
  }

  private static int left(long end) throws SocketTimeoutException {
    long millis = (end - System.nanoTime()) / 1_000_000;
    if (millis < 1) {
      throw new SocketTimeoutException();
    }
    return (int) millis;
  }
}

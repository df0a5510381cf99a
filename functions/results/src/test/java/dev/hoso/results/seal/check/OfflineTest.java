package dev.hoso.results.seal.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.hoso.results.seal.Authority;
import dev.hoso.results.seal.DssTool;
import dev.hoso.results.seal.Identity;
import dev.hoso.results.seal.Pdfs;
import dev.hoso.results.seal.Tests;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.Policy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The check reads what was sent and nothing else, and keeps quiet about it. */
class OfflineTest {
  private final AtomicInteger calls = new AtomicInteger();
  private HttpServer server;

  @BeforeEach
  void aServerThatTheDocumentPointsTo() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          calls.incrementAndGet();
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void itStops() {
    server.stop(0);
  }

  @Test
  void noAddressInACertificateIsCalled() {
    Identity signer = Tests.ISSUER.issue(new Authority.Request("Có địa chỉ").online(address()));
    Identity alone = new Identity(signer.key(), List.of(signer.certificate()));

    assertThat(Checks.refusal(signed(signer))).isEmpty();
    assertThat(Checks.refusal(signed(alone))).containsExactly("unknown-certificate");
    assertThat(calls).hasValue(0);
  }

  @Test
  void noPolicyOfASignatureIsFetched() {
    Policy policy = new Policy();
    policy.setId("1.2.3");
    policy.setSpuri(address());
    policy.setDigestAlgorithm(DigestAlgorithm.SHA256);
    policy.setDigestValue(new byte[32]);
    byte[] signed =
        new DssTool(parameters -> parameters.bLevel().setSignaturePolicy(policy))
            .sign(Pdfs.of("A paper"), Tests.DEPARTMENT, Tests.NOW);

    assertThat(Checks.refusal(signed)).isEmpty();
    assertThat(calls).hasValue(0);
  }

  @Test
  void nothingIsWrittenToTheLog() {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try (PrintStream here = new PrintStream(written, true, StandardCharsets.UTF_8)) {
      System.setOut(here);
      System.setErr(here);
      Checks.refusal(signed(Tests.DEPARTMENT));
      Checks.refusal(Pdfs.flipped(signed(Tests.DEPARTMENT), 700, 1));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }

    assertThat(written.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  private String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/ca";
  }

  private static byte[] signed(Identity signer) {
    return new DssTool().sign(Pdfs.of("A paper"), signer, Tests.NOW);
  }
}

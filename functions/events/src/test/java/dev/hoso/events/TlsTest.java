package dev.hoso.events;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An endpoint proves its name by its certificate. */
class TlsTest {
  private static final String PASSWORD = "password";

  private static WireMockServer web;
  private static SSLSocketFactory trusting;

  /** The JDK's own tool makes a certificate of localhost, of which 127.0.0.1 is another name. */
  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    Path store = folder.resolve("localhost.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "localhost",
                "-keyalg",
                "EC",
                "-validity",
                "2",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD)
            .inheritIO()
            .start();
    assertThat(keytool.waitFor()).isZero();
    web =
        new WireMockServer(
            options()
                .dynamicPort()
                .dynamicHttpsPort()
                .keystorePath(store.toString())
                .keystoreType("PKCS12")
                .keystorePassword(PASSWORD)
                .keyManagerPassword(PASSWORD));
    web.start();
    web.stubFor(post(anyUrl()).willReturn(noContent()));
    trusting = trusting(store);
  }

  private static SSLSocketFactory trusting(Path store) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(keys);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context.getSocketFactory();
  }

  @AfterAll
  static void stop() {
    web.stop();
  }

  @Test
  void oneThatProvesItsNameIsCalled() {
    assertThat(call(trusting, "localhost")).isEqualTo(new Answer.Taken(204));
  }

  @Test
  void oneWithTheCertificateOfAnotherNameIsNot() {
    assertThat(call(trusting, "127.0.0.1")).isEqualTo(new Answer.NotTaken("TLS fails"));
  }

  @Test
  void oneWhoseCertificateNobodyVouchesForIsNot() {
    SSLSocketFactory usual = (SSLSocketFactory) SSLSocketFactory.getDefault();
    assertThat(call(usual, "localhost")).isEqualTo(new Answer.NotTaken("TLS fails"));
  }

  private static Answer call(SSLSocketFactory tls, String host) {
    String url = "https://" + host + ":" + web.httpsPort() + "/hook";
    return new Caller(tls, Duration.ofSeconds(15), true).post(url, Map.of(), "{}");
  }
}

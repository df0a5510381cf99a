package dev.hoso.results.bucket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Addresses are used by whoever has them, with any HTTP client. */
class AddressesTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration MINUTES = Duration.ofMinutes(5);

  private final StorageForTests storage = StorageForTests.keepingVersions();
  private final Addresses addresses = storage.addresses();

  @AfterAll
  static void close() {
    HTTP.close();
  }

  @Test
  void aPdfIsPutWithTheHeadersThatAreNamed() throws Exception {
    Addresses.Writing writing = addresses.writing("uploads/a.pdf", MINUTES);

    assertThat(writing.headers()).isEqualTo(Map.of("content-type", "application/pdf"));
    assertThat(put(writing.url(), "application/pdf", "%PDF-1.7").statusCode()).isEqualTo(200);
    assertThat(storage.get("uploads/a.pdf")).isEqualTo("%PDF-1.7".getBytes(UTF_8));
  }

  @Test
  void withAnotherHeaderOrToAnotherKeyNothingIsPut() throws Exception {
    String url = addresses.writing("uploads/a.pdf", MINUTES).url();

    assertThat(put(url, "text/html", "<p>").statusCode()).isEqualTo(403);
    assertThat(put(url.replace("a.pdf", "b.pdf"), "application/pdf", "%PDF").statusCode())
        .isEqualTo(403);
    assertThat(storage.keys()).isEmpty();
  }

  @Test
  void aDocumentIsDownloadedAsAPdfUnderItsName() throws Exception {
    storage.put("results/x.pdf", "%PDF-1.7".getBytes(UTF_8));

    HttpResponse<String> answer =
        get(addresses.reading("results/x.pdf", null, "H26.15-261123-0042-KQ1.pdf", MINUTES));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("%PDF-1.7");
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/pdf");
    assertThat(answer.headers().firstValue("content-disposition"))
        .hasValue("attachment; filename=\"H26.15-261123-0042-KQ1.pdf\"");
  }

  @Test
  void theVersionThatIsNamedIsDownloaded() throws Exception {
    String first = storage.bucket().put("x", "first".getBytes(UTF_8), "application/pdf");
    storage.put("x", "second".getBytes(UTF_8));

    assertThat(get(addresses.reading("x", first, "x.pdf", MINUTES)).body()).isEqualTo("first");
  }

  @Test
  void itSaysForHowLongItHolds() {
    assertThat(addresses.reading("x", null, "x.pdf", MINUTES)).contains("X-Amz-Expires=300");
    assertThat(addresses.writing("x", Duration.ofMinutes(15)).url()).contains("X-Amz-Expires=900");
  }

  @Test
  void changedInAnythingItOpensNothing() throws Exception {
    storage.put("x", new byte[] {1});
    storage.put("y", new byte[] {1});
    String url = addresses.reading("x", null, "x.pdf", MINUTES);

    assertThat(get(url.replace("/x?", "/y?")).statusCode()).isEqualTo(403);
    assertThat(get(url.replace("Expires=300", "Expires=3000")).statusCode()).isEqualTo(403);
  }

  private static HttpResponse<String> get(String url) throws IOException, InterruptedException {
    return HTTP.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
  }

  private static HttpResponse<String> put(String url, String contentType, String body)
      throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(url))
            .header("content-type", contentType)
            .PUT(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }
}

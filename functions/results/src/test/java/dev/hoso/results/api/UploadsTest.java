package dev.hoso.results.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DossierCode;
import dev.hoso.core.Time;
import dev.hoso.results.Documents;
import dev.hoso.results.Given;
import dev.hoso.results.Result;
import dev.hoso.results.Source;
import dev.hoso.results.Together;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** PDFs that are larger than a request may be. */
class UploadsTest {
  private final String dossier = Api.dossier();

  @Test
  void anUploadIsPutAndAResultIsMadeOfIt() throws Exception {
    Api.Answer asked = ask();
    assertThat(asked.status()).isEqualTo(201);
    assertThat(asked.text("method")).isEqualTo("PUT");
    assertThat(asked.json().get("headers")).isEqualTo(Map.of("content-type", "application/pdf"));
    assertThat(Time.instant(asked.text("expiresAt"))).isAfter(Given.NOW.minusSeconds(1));

    put(asked.text("url"), Given.PDF);
    Api.Answer issued = issue(asked.text("upload"), true);

    assertThat(issued.status()).isEqualTo(201);
    Result result = Api.RESULTS.of(new DossierCode(dossier)).results().getFirst();
    assertThat(result.request().source()).isEqualTo(Source.SIGNED);
    assertThat(result.sent().upload())
        .isEqualTo("uploads/" + dossier + "/" + asked.text("upload") + ".pdf");
    assertThat(Api.STORAGE.get(result.sent().upload())).isEqualTo(Given.PDF);
  }

  @Test
  void anUploadForAnUnknownDossierIsNotFound() {
    Api.Answer answer = Api.post("/dossiers/H26.15-261123-9999/results/uploads", "").send();

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text("type")).isEqualTo("urn:hoso:problem:unknown-dossier");
  }

  @Test
  void beforeAnythingIsPutThereIsNoResult() {
    assertThat(issue(ask().text("upload"), false).faults())
        .containsExactly(
            Map.entry(
                "upload.id", "must be an upload for this dossier, and nothing lies there yet"));
  }

  @Test
  void anotherDossiersUploadIsNone() {
    String upload = ask().text("upload");
    Api.STORAGE.put(key(upload), Given.PDF);
    String other = Api.dossier();

    assertThat(Api.issue(other, body(upload, false)).send().faults()).containsOnlyKeys("upload.id");
  }

  @Test
  void whatIsNoPdfOrEmptyIsSaidAtOnce() {
    String text = ask().text("upload");
    Api.STORAGE.put(key(text), "Hello, world".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    String empty = ask().text("upload");
    Api.STORAGE.put(key(empty), new byte[0]);

    for (String upload : List.of(text, empty)) {
      assertThat(issue(upload, false).faults())
          .containsExactly(Map.entry("upload.id", "must be a PDF: its first bytes are not %PDF-"));
    }
  }

  @Test
  void fiftyMegabytesAreTakenAndNotOneByteMore() {
    String most = ask().text("upload");
    Api.STORAGE.put(key(most), Arrays.copyOf(Given.PDF, Documents.MOST_BYTES));
    String more = ask().text("upload");
    Api.STORAGE.put(key(more), Arrays.copyOf(Given.PDF, Documents.MOST_BYTES + 1));

    assertThat(issue(most, false).status()).isEqualTo(201);
    assertThat(issue(more, false).faults())
        .containsExactly(Map.entry("upload.id", "must have at most 52428800 bytes"));
  }

  @Test
  void twoResultsAreNotMadeOfOneUpload() throws Exception {
    String upload = ask().text("upload");
    Api.STORAGE.put(key(upload), Given.PDF);

    List<Api.Answer> answers = Together.times(4, () -> issue(upload, false));

    assertThat(answers).extracting(Api.Answer::status).containsOnlyOnce(201).contains(400);
    assertThat(issue(upload, false).faults())
        .containsExactly(
            Map.entry("upload.id", "must be an upload that no other result is made of"));
  }

  private Api.Answer ask() {
    return Api.post("/dossiers/" + dossier + "/results/uploads", "").send();
  }

  private Api.Answer issue(String upload, boolean signed) {
    return Api.issue(dossier, body(upload, signed)).send();
  }

  private static String body(String upload, boolean signed) {
    return "{\"upload\":{\"id\":\"%s\",\"signed\":%s}}".formatted(upload, signed);
  }

  private String key(String upload) {
    return Documents.uploadKey(new DossierCode(dossier), upload);
  }

  private static void put(String url, byte[] bytes) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      var answer =
          http.send(
              HttpRequest.newBuilder(URI.create(url))
                  .header("content-type", "application/pdf")
                  .PUT(BodyPublishers.ofByteArray(bytes))
                  .build(),
              BodyHandlers.discarding());
      assertThat(answer.statusCode()).isEqualTo(200);
    }
  }
}

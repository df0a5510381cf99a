package dev.hoso.local.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hoso.local.Shared;
import dev.hoso.samples.Seen;
import java.net.URI;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** What a function hears of objects that somebody puts into its bucket. */
class ObjectEventsTest {
  private final S3Client s3 = s3();

  @Test
  void anObjectThatIsPutReachesTheFunction() {
    put("letters/à la main+1 é.txt", "four");

    heard("ObjectCreated:Put papers letters/%C3%A0+la+main%2B1+%C3%A9.txt 4");
  }

  @Test
  void soDoesOneThatIsCopiedOrPutInParts() {
    put("other/one", "four");
    s3.copyObject(
        copy ->
            copy.sourceBucket("papers")
                .sourceKey("other/one")
                .destinationBucket("papers")
                .destinationKey("letters/copy"));
    String upload =
        s3.createMultipartUpload(make -> make.bucket("papers").key("letters/parts")).uploadId();
    String tag =
        s3.uploadPart(
                part -> part.bucket("papers").key("letters/parts").uploadId(upload).partNumber(1),
                RequestBody.fromString("fives"))
            .eTag();
    s3.completeMultipartUpload(
        complete ->
            complete
                .bucket("papers")
                .key("letters/parts")
                .uploadId(upload)
                .multipartUpload(
                    it -> it.parts(CompletedPart.builder().partNumber(1).eTag(tag).build())));

    heard("ObjectCreated:Copy papers letters/copy 4");
    heard("ObjectCreated:CompleteMultipartUpload papers letters/parts 5");
    assertThat(Seen.all("Note")).noneMatch(it -> it.contains("other/"));
  }

  @Test
  void whatTheFunctionFailsAtIsTriedAgainAndThenInTheQueue() {
    put("letters/poison", "x");

    await().until(() -> !given().isEmpty());
    JsonNode message = given().getFirst().path("message");
    assertThat(message.at("/requestContext/condition").asText()).isEqualTo("RetriesExhausted");
    assertThat(message.at("/requestContext/approximateInvokeCount").asInt()).isEqualTo(2);
    assertThat(message.at("/requestPayload/Records/0/s3/object/key").asText())
        .isEqualTo("letters/poison");
    assertThat(message.at("/responsePayload/errorType").asText()).contains("IllegalState");
    assertThat(Seen.all("Note")).filteredOn(it -> it.contains("poison")).hasSize(2);
  }

  private void put(String key, String text) {
    s3.putObject(put -> put.bucket("papers").key(key), RequestBody.fromString(text));
  }

  private static void heard(String what) {
    await().untilAsserted(() -> assertThat(Seen.all("Note")).contains(what));
  }

  private static List<JsonNode> given() {
    JsonNode failures = Shared.CALLER.json("/local/failures").path("failures");
    return StreamSupport.stream(failures.spliterator(), false)
        .filter(it -> it.path("queue").asText().equals("NoteFailures"))
        .toList();
  }

  private static S3Client s3() {
    String address =
        Shared.CALLER
            .json("/surroundings")
            .path("environment")
            .path("AWS_ENDPOINT_URL_S3")
            .asText();
    return S3Client.builder()
        .endpointOverride(URI.create(address))
        .forcePathStyle(true)
        .region(Region.AP_SOUTHEAST_1)
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }
}

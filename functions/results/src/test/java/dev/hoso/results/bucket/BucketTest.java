package dev.hoso.results.bucket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hoso.core.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A bucket on the wire: one that keeps versions, and one that keeps none. */
class BucketTest {
  static List<StorageForTests> storages() {
    return List.of(StorageForTests.keepingVersions(), StorageForTests.withoutVersions());
  }

  @ParameterizedTest
  @MethodSource("storages")
  void whatIsPutCanBeRead(StorageForTests storage) {
    Bucket bucket = storage.bucket();

    bucket.put("a/b.pdf", bytes("đúng từng byte"), "application/pdf");

    Content content = bucket.read("a/b.pdf", 100).orElseThrow();
    assertThat(content.bytes()).isEqualTo(bytes("đúng từng byte"));
    assertThat(content.whole()).isTrue();
    assertThat(bucket.size("a/b.pdf")).hasValue(content.bytes().length);
  }

  @ParameterizedTest
  @MethodSource("storages")
  void ofALargeObjectOnlyTheStartIsBrought(StorageForTests storage) {
    Bucket bucket = storage.bucket();
    bucket.put("large", new byte[2_000_000], "application/pdf");

    Content content = bucket.read("large", 5).orElseThrow();

    assertThat(content.bytes()).hasSize(5);
    assertThat(content.whole()).isFalse();
    assertThat(bucket.size("large")).hasValue(2_000_000);
  }

  @ParameterizedTest
  @MethodSource("storages")
  void anEmptyObjectIsThereAndWhole(StorageForTests storage) {
    Bucket bucket = storage.bucket();
    bucket.put("empty", new byte[0], "application/pdf");

    assertThat(bucket.read("empty", 5).orElseThrow().whole()).isTrue();
    assertThat(bucket.size("empty")).hasValue(0);
  }

  @ParameterizedTest
  @MethodSource("storages")
  void whatIsNotThereIsEmptyAndNoFailure(StorageForTests storage) {
    assertThat(storage.bucket().read("nothing", 5)).isEmpty();
    assertThat(storage.bucket().size("nothing")).isEmpty();
    storage.bucket().deleteAll("nothing", null);
  }

  @ParameterizedTest
  @MethodSource("storages")
  void everythingUnderAPrefixIsDeletedAndNothingElse(StorageForTests storage) {
    Bucket bucket = storage.bucket();
    for (String key : List.of("r/1/a", "r/1/b", "r/1/b", "r/11/a", "r/2")) {
      bucket.put(key, bytes(key), "application/pdf");
    }

    bucket.deleteAll("r/1/", null);

    assertThat(storage.keys()).containsExactlyInAnyOrder("r/11/a", "r/2");
  }

  @ParameterizedTest
  @MethodSource("storages")
  void oneKeyCanBeSpared(StorageForTests storage) {
    Bucket bucket = storage.bucket();
    bucket.put("r/1/a", bytes("a"), "application/pdf");
    bucket.put("r/1/b", bytes("b"), "application/pdf");

    bucket.deleteAll("r/1/", "r/1/b");

    assertThat(storage.keys()).containsExactly("r/1/b");
  }

  @Test
  void oldVersionsAndMarksOfDeletionsAreDeletedToo() {
    StorageForTests storage = StorageForTests.keepingVersions();
    Bucket bucket = storage.bucket();
    bucket.put("r/1/a", bytes("first"), "application/pdf");
    bucket.put("r/1/a", bytes("second"), "application/pdf");
    storage.delete("r/1/a");
    assertThat(storage.allKeys()).hasSizeGreaterThanOrEqualTo(3);

    bucket.deleteAll("r/1/", null);

    assertThat(storage.allKeys()).isEmpty();
  }

  @Test
  void moreThanOneCallMayNameAreDeletedInSeveral() {
    StorageForTests storage = StorageForTests.keepingVersions();
    IntStream.range(0, 5).forEach(n -> storage.put("r/" + n, new byte[] {1}));

    new Bucket(Settings.of(storage.settings()), 2).deleteAll("r/", null);

    assertThat(storage.allKeys()).isEmpty();
  }

  @Test
  void everyPutIsAVersionOfItsOwn() {
    Bucket bucket = StorageForTests.keepingVersions().bucket();

    String first = bucket.put("a", bytes("first"), "application/pdf");

    assertThat(first).isNotNull();
    assertThat(bucket.put("a", bytes("second"), "application/pdf")).isNotEqualTo(first);
  }

  @Test
  void aBucketWithoutVersionsHasNone() {
    assertThat(StorageForTests.withoutVersions().bucket().put("a", bytes("1"), "application/pdf"))
        .isNull();
  }

  @Test
  void aBucketThatIsNotThereIsOurTrouble() {
    Map<String, String> settings = new HashMap<>(StorageForTests.keepingVersions().settings());
    settings.put("HOSO_RESULTS_BUCKET", "nobodys");
    Bucket bucket = new Bucket(Settings.of(settings));

    assertThatThrownBy(() -> bucket.read("a", 5)).isInstanceOf(S3Exception.class);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}

package dev.hoso.payments;

import dev.hoso.core.BucketForTests;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A bucket of settlement files. */
public final class Storage {
  private final BucketForTests bucket = new BucketForTests();

  public String bucket() {
    return bucket.name();
  }

  /** What makes our own code use it. */
  public Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(BucketForTests.settings());
    settings.put("HOSO_SETTLEMENTS_BUCKET", bucket.name());
    return settings;
  }

  public void put(String key, byte[] bytes) {
    bucket.put(key, bytes);
  }

  /** An object as a text. */
  public String text(String key) {
    return new String(bucket.bytes(key), StandardCharsets.UTF_8);
  }
}

package dev.hoso.results.seal;

import dev.hoso.core.Settings;
import dev.hoso.results.Sealer;
import dev.hoso.results.bucket.Bucket;
import dev.hoso.results.bucket.Content;
import dev.hoso.results.templates.ResultTemplates;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The sealer with the certificates that lie in the bucket now: read when they are needed and again
 * after five minutes, so that a new certificate needs no deployment.
 */
final class CurrentSealer implements Supplier<Sealer> {
  private static final Duration HOLDS = Duration.ofMinutes(5);

  /** More than any chain has; what is larger is something else. */
  private static final int LARGEST_PEM = 1 << 20;

  private record Made(Sealer sealer, Instant at) {}

  private final Bucket bucket;
  private final InstantSource clock;
  private final SigningKey key;
  private final ResultTemplates templates;
  private final URI citizenAddress;
  private @Nullable Made made;

  CurrentSealer(Settings settings, Bucket bucket, @Nullable Path city, InstantSource clock) {
    this.bucket = bucket;
    this.clock = clock;
    this.key = new KmsSigningKey(settings);
    this.templates = ResultTemplates.load(city);
    this.citizenAddress = URI.create(settings.required("HOSO_CITIZEN_ADDRESS"));
  }

  /**
   * The sealer.
   *
   * @throws IllegalStateException where certificates are missing: a trouble of ours, tried again
   */
  @Override
  public synchronized Sealer get() {
    Instant now = clock.instant();
    Made last = made;
    if (last == null || last.at().plus(HOLDS).isBefore(now)) {
      SealPapers papers = SealPapers.of(text("settings/seal.pem"), text("settings/trust.pem"));
      last = new Made(new PdfSealer(key, papers, templates, citizenAddress), now);
      made = last;
    }
    return last.sealer();
  }

  private String text(String file) {
    byte[] bytes =
        bucket
            .read(file, LARGEST_PEM)
            .map(Content::bytes)
            .orElseThrow(() -> new IllegalStateException(file + " is not in the bucket"));
    return new String(bytes, StandardCharsets.US_ASCII);
  }
}
